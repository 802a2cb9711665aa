#include "server/auth/auth_tokens.h"

#include "server/auth/secret_keys.h"
#include "shared/api/json_writer.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace cargo::auth {

namespace {

constexpr auto kBase64 = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;
constexpr qsizetype kMaxTokenBytes = 1024;

const QByteArray &header()
{
    static const QByteArray encoded = QByteArray(R"({"alg":"HS256","typ":"JWT"})").toBase64(kBase64);
    return encoded;
}

// Only the canonical spelling: two texts must never be one token.
std::optional<QByteArray> decode(const QByteArray &text)
{
    const auto decoded = QByteArray::fromBase64Encoding(text, kBase64 | QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded || (*decoded).toBase64(kBase64) != text)
        return std::nullopt;
    return *decoded;
}

} // namespace

AuthTokens::AuthTokens(QByteArray key, qint64 lifetimeMs) : m_key(std::move(key)), m_lifetimeMs(lifetimeMs) {}

QByteArray AuthTokens::issue(const Principal &principal, Timestamp now, qint64 lifetimeMs) const
{
    api::JsonWriter claims(256);
    claims.beginObject();
    claims.field("sub", principal.user).field("sid", principal.session).field("role", roleWord(principal.role));
    claims.field("permissions", qint64(principal.permissions));
    // RFC 7519: seconds. Rounded up, so that a token lives no shorter than it says.
    claims.field("iat", now.unixMs / 1000).field("exp", (now.unixMs + lifetimeMs + 999) / 1000);
    claims.endObject();
    const QByteArray input = header() + '.' + claims.take().toBase64(kBase64);
    return input + '.' + hmacSha256(m_key, input).toBase64(kBase64);
}

Result<SignedToken> AuthTokens::read(QByteArrayView token) const
{
    const Error forged{ErrorCode::Unauthorized, {}, {}};
    if (token.size() > kMaxTokenBytes)
        return forged;
    const QByteArray text = token.toByteArray();
    const qsizetype first = text.indexOf('.');
    const qsizetype second = first < 0 ? -1 : text.indexOf('.', first + 1);
    if (second < 0 || text.indexOf('.', second + 1) >= 0 || text.left(first) != header())
        return forged;
    const auto signature = decode(text.mid(second + 1));
    if (!signature || !sameBytes(*signature, hmacSha256(m_key, text.left(second))))
        return forged;
    const auto claims = decode(text.mid(first + 1, second - first - 1));
    if (!claims)
        return forged;

    const QJsonObject object = QJsonDocument::fromJson(*claims).object();
    const auto user = UserId::fromText(QStringView(object.value(QLatin1String("sub")).toString()));
    const auto session = SessionId::fromText(QStringView(object.value(QLatin1String("sid")).toString()));
    const auto role = roleFromWord(object.value(QLatin1String("role")).toString());
    const qint64 permissions = object.value(QLatin1String("permissions")).toInteger(-1);
    const qint64 expiresAtS = object.value(QLatin1String("exp")).toInteger(-1);
    if (!user || !session || !role || permissions < 0 || expiresAtS < 0)
        return forged;
    return SignedToken{Principal{*user, *session, *role, quint32(permissions)}, expiresAtS};
}

Result<Principal> AuthTokens::verify(QByteArrayView token, Timestamp now) const
{
    const auto content = read(token);
    return content ? content->at(now) : Result<Principal>(content.error());
}

} // namespace cargo::auth
