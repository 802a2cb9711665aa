#include "server/providers/payments/sandbox/sandbox_signature.h"

#include "server/core/signing.h"

#include <QList>

namespace cargo::payments::sandbox {

namespace {
constexpr qint64 kToleranceSeconds = 300;

QByteArray hmac(const QByteArray &secret, const QByteArray &text) { return hmacSha256(secret, text).toHex(); }
} // namespace

QByteArray webhookSecret(const QByteArray &serverSecret) { return hmac(serverSecret, "sandbox webhooks 1"); }

QByteArray sign(const QByteArray &secret, Timestamp now, const QByteArray &body)
{
    const QByteArray seconds = QByteArray::number(now.unixMs / 1000);
    return QByteArray("t=" + seconds + ",v1=" + hmac(secret, seconds + '.' + body));
}

bool verify(const QByteArray &secret, const QByteArray &header, const QByteArray &body, Timestamp now)
{
    QByteArray seconds;
    QByteArray signature;
    for (const QByteArray &part : header.split(',')) {
        if (part.startsWith("t="))
            seconds = part.mid(2);
        else if (part.startsWith("v1="))
            signature = part.mid(3);
    }
    bool number = false;
    const qint64 sentAt = seconds.toLongLong(&number);
    if (!number || qAbs(now.unixMs / 1000 - sentAt) > kToleranceSeconds)
        return false;
    return sameBytes(signature, hmac(secret, seconds + '.' + body));
}

} // namespace cargo::payments::sandbox
