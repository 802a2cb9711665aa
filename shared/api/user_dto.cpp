#include "shared/api/user_dto.h"

#include "shared/api/json_writer.h"
#include "shared/domain/account/account_rules.h"

#include <QJsonDocument>

namespace cargo::api {

namespace {

const std::vector<QLatin1String> kRoles{QLatin1String("buyer"), QLatin1String("driver"), QLatin1String("staff")};
const std::vector<QLatin1String> kLocales{QLatin1String("ru"), QLatin1String("en")};
const std::vector<QLatin1String> kReportReasons{QLatin1String("fraud"), QLatin1String("contacts"), QLatin1String("abuse"),
                                                QLatin1String("fake_profile"), QLatin1String("other")};

void writeCardFields(JsonWriter &out, const UserCardDto &card)
{
    out.field("id", card.id).field("role", roleWord(card.role)).field("display_name", card.displayName);
    out.field("kyc_tier", card.kycTier).field("verified", card.verified);
    out.key("rating");
    card.rating.write(out);
    out.field("deals_done", card.dealsDone).field("member_since", card.memberSince);
    if (card.deleted)
        out.field("deleted", true);
}

} // namespace

void RatingDto::write(JsonWriter &out) const { out.beginObject().field("mean", mean).field("count", count).endObject(); }

RatingDto RatingDto::read(const QJsonObject &json)
{
    return {json.value(QLatin1String("mean")).toDouble(), json.value(QLatin1String("count")).toInt()};
}

void UserCardDto::write(JsonWriter &out) const
{
    out.beginObject();
    writeCardFields(out, *this);
    out.endObject();
}

QByteArray UserCardDto::toJson() const
{
    JsonWriter out(256);
    write(out);
    return out.take();
}

Parsed<UserCardDto> UserCardDto::read(const QJsonObject &json)
{
    JsonReader in(json);
    UserCardDto card;
    card.id = in.id<UserId>("id").value_or(UserId{});
    card.role = roleFromWord(in.word("role", kRoles)).value_or(Role::Buyer);
    card.displayName = in.text("display_name", {.max = kDisplayNameMax});
    card.kycTier = int(in.optionalInteger("kyc_tier", {.min = 0, .max = 2}).value_or(0));
    card.verified = in.boolean("verified").value_or(false);
    card.rating = RatingDto::read(in.object("rating"));
    card.dealsDone = int(in.optionalInteger("deals_done", {.min = 0}).value_or(0));
    card.memberSince = in.timestamp("member_since").value_or(Timestamp{});
    card.deleted = in.boolean("deleted").value_or(false);
    return {card, in.errors()};
}

void MeDto::write(JsonWriter &out) const
{
    out.beginObject();
    writeCardFields(out, card);
    out.field("email", email).field("email_verified", emailVerified).field("locale", locale).field("about", about);
    out.field("totp_enabled", totpEnabled);
    out.key("permissions").beginArray();
    for (const QString &permission : permissions)
        out.value(permission);
    out.endArray();
    out.field("version", version);
    out.endObject();
}

QByteArray MeDto::toJson() const
{
    JsonWriter out(512);
    write(out);
    return out.take();
}

Parsed<MeDto> MeDto::read(const QJsonObject &json)
{
    auto card = UserCardDto::read(json);
    JsonReader in(json);
    MeDto me;
    me.card = card.value;
    me.email = in.text("email", {.max = kEmailMax});
    me.emailVerified = in.boolean("email_verified").value_or(false);
    me.locale = in.word("locale", kLocales);
    me.about = in.optionalText("about", {.max = kAboutMax, .lines = true}).value_or(QString());
    me.totpEnabled = in.boolean("totp_enabled").value_or(false);
    for (const QJsonValue &permission : json.value(QLatin1String("permissions")).toArray())
        me.permissions.append(permission.toString());
    me.version = in.optionalInteger("version", {.min = 0}).value_or(1);
    card.errors.insert(card.errors.end(), in.errors().begin(), in.errors().end());
    return {me, card.errors};
}

QByteArray MePatchDto::toJson() const
{
    JsonWriter out(256);
    out.beginObject();
    if (displayName)
        out.field("display_name", *displayName);
    if (locale)
        out.field("locale", *locale);
    if (about)
        out.field("about", *about);
    out.endObject();
    return out.take();
}

Parsed<MePatchDto> MePatchDto::parse(QByteArrayView body)
{
    const auto object = parseObject(body);
    if (!object)
        return {{}, {object.error()}};
    JsonReader in(*object);
    MePatchDto patch;
    patch.displayName = in.optionalText("display_name", {.min = 1, .max = 4 * kDisplayNameMax});
    if (patch.displayName) {
        const auto name = normalizeDisplayName(*patch.displayName);
        if (name)
            patch.displayName = *name;
        else
            in.fail(name.error().field, name.error().code, name.error().detail);
    }
    if (in.has(QLatin1String("locale")))
        patch.locale = in.word("locale", kLocales);
    patch.about = in.optionalText("about", {.max = kAboutMax, .lines = true});
    return {patch, in.errors()};
}

QByteArray UserReportDto::toJson() const
{
    JsonWriter out(256);
    out.beginObject().field("reason", reason).field("text", text).endObject();
    return out.take();
}

Parsed<UserReportDto> UserReportDto::parse(QByteArrayView body)
{
    const auto object = parseObject(body);
    if (!object)
        return {{}, {object.error()}};
    JsonReader in(*object);
    UserReportDto report;
    report.reason = in.word("reason", kReportReasons);
    report.text = in.optionalText("text", {.max = 2000, .lines = true}).value_or(QString());
    return {report, in.errors()};
}

} // namespace cargo::api
