#pragma once

#include "shared/api/json_reader.h"
#include "shared/domain/account/role.h"
#include "shared/domain/clock.h"
#include "shared/domain/ids.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>

namespace cargo::api {

class JsonWriter;

// `mean` is Bayesian (one review does not make five stars) and 0 as long as `count` is 0.
struct RatingDto
{
    double mean = 0;
    int count = 0;

    void write(JsonWriter &out) const;
    static RatingDto read(const QJsonObject &json);
};

// What everybody may see of a user: {"id","role","display_name","kyc_tier","verified","rating":{"mean","count"},
// "deals_done","member_since"}.
struct UserCardDto
{
    UserId id;
    Role role = Role::Buyer;
    QString displayName;
    int kycTier = 0;
    bool verified = false; // the badge: documents were checked
    RatingDto rating;
    int dealsDone = 0;
    Timestamp memberSince;
    bool deleted = false; // the account was closed: the name is a pseudonym

    void write(JsonWriter &out) const;
    QByteArray toJson() const;
    static Parsed<UserCardDto> read(const QJsonObject &json);
};

// What a user sees of himself: the card's fields and his own.
struct MeDto
{
    UserCardDto card;
    QString email;
    bool emailVerified = false;
    QString locale; // "ru" or "en"
    QString about;
    bool totpEnabled = false;
    QStringList permissions; // of staff: "support", "moderate", "finance", "admin"
    qint64 version = 1;      // also the ETag of GET me

    void write(JsonWriter &out) const;
    QByteArray toJson() const;
    static Parsed<MeDto> read(const QJsonObject &json);
};

// PATCH me: what is not there stays as it is.
struct MePatchDto
{
    std::optional<QString> displayName;
    std::optional<QString> locale;
    std::optional<QString> about;

    QByteArray toJson() const;
    static Parsed<MePatchDto> parse(QByteArrayView body);
};

// POST users/{id}/report.
struct UserReportDto
{
    QString reason; // "fraud", "contacts", "abuse", "fake_profile", "other"
    QString text;

    QByteArray toJson() const;
    static Parsed<UserReportDto> parse(QByteArrayView body);
};

} // namespace cargo::api
