#include "server/auth/totp.h"

#include "server/auth/secret_keys.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>
#include <QUrl>
#include <QtEndian>

namespace cargo::auth {

QByteArray hotp(const QByteArray &secret, quint64 counter, int digits)
{
    const quint64 bigEndian = qToBigEndian(counter);
    const QByteArray message(reinterpret_cast<const char *>(&bigEndian), sizeof bigEndian);
    const QByteArray mac = QMessageAuthenticationCode::hash(message, secret, QCryptographicHash::Sha1);
    const qsizetype offset = mac.back() & 0x0f;
    quint32 number = qFromBigEndian<quint32>(mac.constData() + offset) & 0x7fffffffu;
    quint32 modulus = 1;
    for (int i = 0; i < digits; ++i)
        modulus *= 10;
    return QByteArray::number(number % modulus).rightJustified(digits, '0');
}

qint64 totpStep(Timestamp now) { return now.unixMs / kTotpStepMs; }

std::optional<qint64> matchTotp(const QByteArray &secret, const QByteArray &code, Timestamp now, qint64 lastStep)
{
    std::optional<qint64> found;
    const qint64 present = totpStep(now);
    for (qint64 step = present - 1; step <= present + 1; ++step) {
        const bool same = sameBytes(hotp(secret, quint64(step)), code);
        if (same && step > lastStep && !found)
            found = step;
    }
    return found;
}

QByteArray newTotpSecret() { return randomSecret().left(20); }

QByteArray base32(const QByteArray &bytes)
{
    static constexpr char kAlphabet[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    QByteArray text;
    quint32 buffer = 0;
    int bits = 0;
    for (const char byte : bytes) {
        buffer = (buffer << 8 | quint8(byte)) & 0xfffff;
        bits += 8;
        while (bits >= 5) {
            bits -= 5;
            text += kAlphabet[buffer >> bits & 31];
        }
    }
    if (bits > 0)
        text += kAlphabet[buffer << (5 - bits) & 31];
    return text;
}

QString otpauthUri(const QByteArray &secret, const QString &account)
{
    return QStringLiteral("otpauth://totp/CarGo:%1?secret=%2&issuer=CarGo&algorithm=SHA1&digits=6&period=30")
        .arg(QString::fromLatin1(QUrl::toPercentEncoding(account)), QString::fromLatin1(base32(secret)));
}

} // namespace cargo::auth
