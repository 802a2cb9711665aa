#include "server/providers/kyc/sumsub/sumsub_signature.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>

#include <sodium.h>

namespace cargo::kyc::sumsub {

namespace {
QByteArray hmac(const QByteArray &secret, const QByteArray &text)
{
    return QMessageAuthenticationCode::hash(text, secret, QCryptographicHash::Sha256).toHex();
}
} // namespace

QByteArray sign(const QByteArray &secret, Timestamp now, const QByteArray &verb, const QUrl &url, const QByteArray &body)
{
    const QByteArray path = url.toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority);
    return hmac(secret, QByteArray::number(now.unixMs / 1000) + verb + path + body);
}

bool digestFits(const QByteArray &secret, const QByteArray &algorithm, const QByteArray &digest, const QByteArray &body)
{
    if (secret.isEmpty() || algorithm != "HMAC_SHA256_HEX")
        return false;
    const QByteArray expected = hmac(secret, body);
    return digest.size() == expected.size()
           && sodium_memcmp(digest.constData(), expected.constData(), size_t(expected.size())) == 0;
}

} // namespace cargo::kyc::sumsub
