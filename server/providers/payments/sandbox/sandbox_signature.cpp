#include "server/providers/payments/sandbox/sandbox_signature.h"

#include <QCryptographicHash>
#include <QList>
#include <QMessageAuthenticationCode>

#include <sodium.h>

namespace cargo::payments::sandbox {

namespace {
constexpr qint64 kToleranceSeconds = 300;

QByteArray hmac(const QByteArray &secret, const QByteArray &text)
{
    return QMessageAuthenticationCode::hash(text, secret, QCryptographicHash::Sha256).toHex();
}
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
    const QByteArray expected = hmac(secret, seconds + '.' + body);
    return signature.size() == expected.size()
           && sodium_memcmp(signature.constData(), expected.constData(), size_t(expected.size())) == 0;
}

} // namespace cargo::payments::sandbox
