#include "shared/api/auth_dto.h"

#include "shared/api/json_writer.h"
#include "shared/domain/account/account_rules.h"

#include <initializer_list>

namespace cargo::api {

namespace {

const std::vector<QLatin1String> kAppRoles{QLatin1String("buyer"), QLatin1String("driver")};
const std::vector<QLatin1String> kLocales{QLatin1String("ru"), QLatin1String("en")};

struct TextField
{
    const char *name;
    const QString &value;
};

QByteArray writeFields(std::initializer_list<TextField> fields)
{
    JsonWriter out(256);
    out.beginObject();
    for (const TextField &field : fields)
        out.field(field.name, field.value);
    out.endObject();
    return out.take();
}

// Length is counted after trimming here; the form is the business of normalizeEmail.
QString readEmail(JsonReader &in)
{
    const QString text = in.text("email", {.min = 3, .max = kEmailMax});
    if (text.isEmpty())
        return {};
    const auto email = normalizeEmail(text);
    if (!email) {
        in.fail(email.error().field, email.error().code, email.error().detail);
        return {};
    }
    return *email;
}

QString readNewPassword(JsonReader &in, const QString &email)
{
    const QString password = in.text("password", {.min = 1, .max = 10 * kPasswordMax, .trim = false});
    if (password.isEmpty())
        return {};
    if (const auto checked = checkPassword(password, email); !checked)
        in.fail(checked.error().field, checked.error().code, checked.error().detail);
    return password;
}

// Of a password that exists already nothing is asked but that it could be one.
QString readPassword(JsonReader &in) { return in.text("password", {.min = 1, .max = kPasswordMax, .trim = false}); }

QString readCode(JsonReader &in, const char *name, bool required)
{
    const QString code = required ? in.text(name, {.min = 1, .max = 20}) : in.optionalText(name, {.max = 20}).value_or(QString());
    if (code.isEmpty())
        return {};
    for (const QChar c : code) {
        if (c < u'0' || c > u'9' || code.size() != 6) {
            in.fail(QString::fromLatin1(name), ErrorCode::InvalidFormat, QStringLiteral("six digits"));
            return {};
        }
    }
    return code;
}

} // namespace

QByteArray RegisterDto::toJson() const
{
    return writeFields({{"email", email},
                        {"password", password},
                        {"role", QString::fromLatin1(roleWord(role))},
                        {"display_name", displayName},
                        {"locale", locale}});
}

Parsed<RegisterDto> RegisterDto::parse(QByteArrayView body)
{
    const auto object = parseObject(body);
    if (!object)
        return {{}, {object.error()}};
    JsonReader in(*object);
    RegisterDto dto;
    dto.email = readEmail(in);
    dto.password = readNewPassword(in, dto.email);
    dto.role = roleFromWord(in.word("role", kAppRoles)).value_or(Role::Buyer);
    const QString name = in.text("display_name", {.min = 1, .max = 4 * kDisplayNameMax});
    if (!name.isEmpty()) {
        const auto normal = normalizeDisplayName(name);
        if (normal)
            dto.displayName = *normal;
        else
            in.fail(normal.error().field, normal.error().code, normal.error().detail);
    }
    dto.locale = in.word("locale", kLocales, false);
    if (dto.locale.isEmpty())
        dto.locale = QStringLiteral("ru");
    return {dto, in.errors()};
}

QByteArray LoginDto::toJson() const
{
    if (totp.isEmpty())
        return writeFields({{"email", email}, {"password", password}});
    return writeFields({{"email", email}, {"password", password}, {"totp", totp}});
}

Parsed<LoginDto> LoginDto::parse(QByteArrayView body)
{
    const auto object = parseObject(body);
    if (!object)
        return {{}, {object.error()}};
    JsonReader in(*object);
    LoginDto dto;
    dto.email = readEmail(in);
    dto.password = readPassword(in);
    dto.totp = readCode(in, "totp", false);
    return {dto, in.errors()};
}

QByteArray RefreshDto::toJson() const { return writeFields({{"refresh_token", refreshToken}}); }

namespace {
Parsed<RefreshDto> readRefresh(QByteArrayView body, bool required)
{
    const auto object = parseObject(body);
    if (!object)
        return {{}, {object.error()}};
    JsonReader in(*object);
    RefreshDto dto;
    dto.refreshToken = in.text("refresh_token", {.min = 1, .max = 200, .required = required});
    return {dto, in.errors()};
}
} // namespace

Parsed<RefreshDto> RefreshDto::parse(QByteArrayView body) { return readRefresh(body, true); }

Parsed<RefreshDto> RefreshDto::parseOptional(QByteArrayView body)
{
    return body.isEmpty() ? Parsed<RefreshDto>{} : readRefresh(body, false);
}

QByteArray CodeDto::toJson() const { return writeFields({{"code", code}}); }

Parsed<CodeDto> CodeDto::parse(QByteArrayView body)
{
    const auto object = parseObject(body);
    if (!object)
        return {{}, {object.error()}};
    JsonReader in(*object);
    CodeDto dto;
    dto.code = readCode(in, "code", true);
    return {dto, in.errors()};
}

Parsed<StepUpDto> StepUpDto::parse(QByteArrayView body)
{
    const auto object = parseObject(body);
    if (!object)
        return {{}, {object.error()}};
    JsonReader in(*object);
    StepUpDto dto;
    dto.totp = readCode(in, "totp", true);
    return {dto, in.errors()};
}

QByteArray PasswordForgotDto::toJson() const { return writeFields({{"email", email}}); }

Parsed<PasswordForgotDto> PasswordForgotDto::parse(QByteArrayView body)
{
    const auto object = parseObject(body);
    if (!object)
        return {{}, {object.error()}};
    JsonReader in(*object);
    PasswordForgotDto dto;
    dto.email = readEmail(in);
    return {dto, in.errors()};
}

QByteArray PasswordResetDto::toJson() const { return writeFields({{"email", email}, {"code", code}, {"password", password}}); }

Parsed<PasswordResetDto> PasswordResetDto::parse(QByteArrayView body)
{
    const auto object = parseObject(body);
    if (!object)
        return {{}, {object.error()}};
    JsonReader in(*object);
    PasswordResetDto dto;
    dto.email = readEmail(in);
    dto.code = readCode(in, "code", true);
    dto.password = readNewPassword(in, dto.email);
    return {dto, in.errors()};
}

QByteArray TotpEnableDto::toJson() const { return writeFields({{"password", password}}); }

Parsed<TotpEnableDto> TotpEnableDto::parse(QByteArrayView body)
{
    const auto object = parseObject(body);
    if (!object)
        return {{}, {object.error()}};
    JsonReader in(*object);
    TotpEnableDto dto;
    dto.password = readPassword(in);
    return {dto, in.errors()};
}

QByteArray AuthAnswerDto::toJson() const
{
    JsonWriter out(1024);
    out.beginObject();
    out.field("access_token", accessToken).field("refresh_token", refreshToken).field("expires_in", expiresInS);
    out.key("user");
    user.write(out);
    out.endObject();
    return out.take();
}

Parsed<AuthAnswerDto> AuthAnswerDto::read(const QJsonObject &json)
{
    JsonReader in(json);
    AuthAnswerDto dto;
    dto.accessToken = in.text("access_token", {.min = 1, .max = 4096});
    dto.refreshToken = in.text("refresh_token", {.min = 1, .max = 4096});
    dto.expiresInS = in.integer("expires_in", {.min = 0});
    auto user = MeDto::read(in.object("user", true));
    dto.user = user.value;
    auto errors = in.errors();
    errors.insert(errors.end(), user.errors.begin(), user.errors.end());
    return {dto, errors};
}

QByteArray TotpSecretDto::toJson() const { return writeFields({{"secret", secret}, {"otpauth_uri", otpauthUri}}); }

Parsed<TotpSecretDto> TotpSecretDto::read(const QJsonObject &json)
{
    JsonReader in(json);
    TotpSecretDto dto;
    dto.secret = in.text("secret", {.min = 1, .max = 100});
    dto.otpauthUri = in.text("otpauth_uri", {.min = 1, .max = 1000});
    return {dto, in.errors()};
}

void SessionDto::write(JsonWriter &out) const
{
    out.beginObject().field("id", id).field("user_agent", userAgent).field("address", address);
    out.field("created_at", createdAt).field("last_used_at", lastUsedAt).field("current", current).endObject();
}

Parsed<SessionDto> SessionDto::read(const QJsonObject &json)
{
    JsonReader in(json);
    SessionDto dto;
    dto.id = in.id<SessionId>("id").value_or(SessionId{});
    dto.userAgent = in.optionalText("user_agent", {.max = 512}).value_or(QString());
    dto.address = in.optionalText("address", {.max = 100}).value_or(QString());
    dto.createdAt = in.timestamp("created_at", true).value_or(Timestamp{});
    dto.lastUsedAt = in.timestamp("last_used_at", true).value_or(Timestamp{});
    dto.current = in.boolean("current").value_or(false);
    return {dto, in.errors()};
}

} // namespace cargo::api
