#pragma once

#include "shared/domain/clock.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace cargo::auth {

// Time-based one-time passwords: RFC 6238 over RFC 4226, HMAC-SHA1, steps of 30 seconds, six digits, which is what every
// authenticator app takes. Pure functions; the secret is raw bytes.

constexpr qint64 kTotpStepMs = 30 * kSecondMs;

QByteArray hotp(const QByteArray &secret, quint64 counter, int digits = 6);
qint64 totpStep(Timestamp now);
// The step whose code this is: the present one or a neighbour, and later than `lastStep`, so that a code works once.
std::optional<qint64> matchTotp(const QByteArray &secret, const QByteArray &code, Timestamp now, qint64 lastStep);
// 20 random bytes (RFC 4226, section 4, R6).
QByteArray newTotpSecret();
// RFC 4648 without padding, as people type it.
QByteArray base32(const QByteArray &bytes);
QString otpauthUri(const QByteArray &secret, const QString &account);

} // namespace cargo::auth
