#pragma once

#include "shared/api/json_reader.h"
#include "shared/api/user_dto.h"

#include <QByteArray>
#include <QString>

namespace cargo::api {

// Bodies of auth/*. parse() is the server's strict reader, toJson() the client's writer. Rules of content (common
// passwords, e-mail form) stand in shared/domain/account/account_rules.h and are applied by parse().

struct RegisterDto
{
    QString email; // normalized by parse()
    QString password;
    Role role = Role::Buyer; // buyer or driver
    QString displayName;
    QString locale; // "ru" or "en"; "ru" when absent

    QByteArray toJson() const;
    static Parsed<RegisterDto> parse(QByteArrayView body);
};

struct LoginDto
{
    QString email;
    QString password;
    QString totp; // empty, or six digits: needed after `second_factor_required`

    QByteArray toJson() const;
    static Parsed<LoginDto> parse(QByteArrayView body);
};

// auth/refresh; auth/logout takes it too when there is no access token any more.
struct RefreshDto
{
    QString refreshToken;

    QByteArray toJson() const;
    static Parsed<RefreshDto> parse(QByteArrayView body);
    // Of auth/logout: the access token may say enough, then there is no body or an empty one.
    static Parsed<RefreshDto> parseOptional(QByteArrayView body);
};

// auth/verify and auth/totp/confirm: {"code": "123456"}.
struct CodeDto
{
    QString code;

    QByteArray toJson() const;
    static Parsed<CodeDto> parse(QByteArrayView body);
};

// auth/step-up: {"totp": "123456"}.
struct StepUpDto
{
    QString totp;

    static Parsed<StepUpDto> parse(QByteArrayView body);
};

// auth/password/forgot.
struct PasswordForgotDto
{
    QString email;

    QByteArray toJson() const;
    static Parsed<PasswordForgotDto> parse(QByteArrayView body);
};

// auth/password/reset.
struct PasswordResetDto
{
    QString email;
    QString code;
    QString password;

    QByteArray toJson() const;
    static Parsed<PasswordResetDto> parse(QByteArrayView body);
};

// auth/totp/enable asks for the password again: who found an unlocked phone must not lock its owner out.
struct TotpEnableDto
{
    QString password;

    QByteArray toJson() const;
    static Parsed<TotpEnableDto> parse(QByteArrayView body);
};

// Answer of register, login and refresh.
struct AuthAnswerDto
{
    QString accessToken;
    QString refreshToken;
    qint64 expiresInS = 0; // of the access token, in seconds
    MeDto user;

    QByteArray toJson() const;
    static Parsed<AuthAnswerDto> read(const QJsonObject &json);
};

// Answer of auth/totp/enable: the secret in Base32 and the URI for the QR code.
struct TotpSecretDto
{
    QString secret;
    QString otpauthUri;

    QByteArray toJson() const;
    static Parsed<TotpSecretDto> read(const QJsonObject &json);
};

// One signed-in device of GET auth/sessions.
struct SessionDto
{
    SessionId id;
    QString userAgent;
    QString address;
    Timestamp createdAt;
    Timestamp lastUsedAt;
    bool current = false; // the session that asks

    void write(JsonWriter &out) const;
    static Parsed<SessionDto> read(const QJsonObject &json);
};

} // namespace cargo::api
