#include "server/auth/appeal_pass.h"

#include "server/core/signing.h"

#include <QByteArrayList>

namespace cargo::auth {

namespace {
constexpr auto kBase64 = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;
constexpr qsizetype kMostBytes = 256;

QByteArray seal(const QByteArray &content, const QByteArray &key) { return hmacSha256(key, content).toBase64(kBase64); }
} // namespace

QByteArray AppealPass::signedWith(const QByteArray &key) const
{
    const QByteArray content = user.toText() + '.' + decision.toText() + '.' + QByteArray::number(endsAt.unixMs);
    return content + '.' + seal(content, key);
}

Result<AppealPass> AppealPass::read(const QByteArray &text, const QByteArray &key, Timestamp now)
{
    const qsizetype at = text.size() > kMostBytes ? -1 : text.lastIndexOf('.');
    if (at < 0 || !sameBytes(text.mid(at + 1), seal(text.left(at), key)))
        return ErrorCode::Unauthorized;
    const QByteArrayList parts = text.left(at).split('.'); // ours, as it is signed
    const auto user = UserId::fromText(QByteArrayView(parts.value(0)));
    const auto decision = Uuid::fromText(QByteArrayView(parts.value(1)));
    if (!user || !decision)
        return ErrorCode::Unauthorized;
    const AppealPass pass{*user, *decision, Timestamp{parts.value(2).toLongLong()}};
    return pass.endsAt <= now ? Result<AppealPass>(ErrorCode::TokenExpired) : Result<AppealPass>(pass);
}

} // namespace cargo::auth
