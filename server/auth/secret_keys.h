#pragma once

#include "server/core/signing.h"
#include "server/config/settings.h"
#include "shared/domain/ids.h"
#include "shared/domain/result.h"

#include <QByteArray>
#include <QString>

namespace cargo::auth {

// Every key that accounts need, each derived from the server's one secret for one purpose, so that none can stand in for
// another. Immutable, shared by threads. Losing the secret signs everybody out and voids second factors.
class SecretKeys
{
public:
    // `secret` must have at least 32 bytes.
    explicit SecretKeys(const QByteArray &secret);
    // From the setting secretKey, or from <dataDir>/keys/server.key, which is made on first use (mode 0600).
    static Result<SecretKeys> load(const config::Settings &settings);

    const QByteArray &accessToken() const { return m_accessToken; }
    const QByteArray &appealPass() const { return m_appealPass; }
    // HMAC-SHA256 over `purpose` and `data`: refresh tokens of retried requests.
    QByteArray deriveRefreshToken(const QByteArray &purpose, const QByteArray &data) const;
    // The six digits that go out by mail for this code id. Never stored: whoever sends the mail derives them again.
    QByteArray codeDigits(const Uuid &codeId) const;
    // What is stored instead of the digits; without the key a million guesses would undo a plain hash.
    QByteArray codeHash(const Uuid &codeId, const QByteArray &digits) const;
    // Authenticated encryption of small secrets at rest (TOTP).
    QByteArray seal(const QByteArray &plain) const;
    // Empty when it was not sealed with this key.
    QByteArray open(const QByteArray &sealed) const;

private:
    QByteArray m_accessToken;
    QByteArray m_appealPass;
    QByteArray m_refreshToken;
    QByteArray m_code;
    QByteArray m_box;
};

// 32 random bytes of the operating system.
QByteArray randomSecret();
QByteArray sha256(const QByteArray &data);

} // namespace cargo::auth
