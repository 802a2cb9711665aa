#include "shared/api/moderation_dto.h"

namespace cargo::api {

namespace {
constexpr int kMostChars = 4000;
const std::vector<QLatin1String> kListingDecisions{QLatin1String("approve"), QLatin1String("changes"), QLatin1String("block")};
const std::vector<QLatin1String> kConversationDecisions{QLatin1String("no_violation"), QLatin1String("warn"),
                                                        QLatin1String("mute"), QLatin1String("ban")};
const std::vector<QLatin1String> kAppealDecisions{QLatin1String("uphold"), QLatin1String("overturn")};
} // namespace

Parsed<ListingDecisionDto> ListingDecisionDto::parse(QByteArrayView body)
{
    const auto object = parseObject(body);
    if (!object)
        return {{}, {object.error()}};
    JsonReader in(*object);
    ListingDecisionDto dto;
    dto.decision = in.word("decision", kListingDecisions);
    const bool against = dto.decision != QLatin1String("approve");
    dto.reasonCode = in.optionalText("reason_code", {.min = 1, .max = 60}).value_or(QString());
    if (against && dto.reasonCode.isEmpty() && in.ok())
        in.fail(QStringLiteral("reason_code"), ErrorCode::Required);
    dto.text = in.optionalText("text", {.max = kMostChars, .lines = true}).value_or(QString());
    dto.note = in.optionalText("note", {.max = kMostChars, .lines = true}).value_or(QString());
    dto.version = in.optionalInteger("version", {.min = 1});
    return {dto, in.errors()};
}

Parsed<SanctionDto> SanctionDto::parse(QByteArrayView body)
{
    const auto object = parseObject(body);
    if (!object)
        return {{}, {object.error()}};
    JsonReader in(*object);
    SanctionDto dto;
    dto.reasonCode = in.optionalText("reason_code", {.min = 1, .max = 60}).value_or(QString());
    const JsonReader::Text words{.min = 3, .max = 1000, .required = dto.reasonCode.isEmpty(), .lines = true};
    const char *name = in.has(QLatin1String("text")) ? "text" : "reason";
    dto.text = words.required ? in.text(name, words) : in.optionalText(name, words).value_or(QString());
    if (dto.reasonCode.isEmpty())
        dto.reasonCode = QStringLiteral("other");
    dto.until = in.timestamp("until");
    return {dto, in.errors()};
}

Parsed<ConversationDecisionDto> ConversationDecisionDto::parse(QByteArrayView body)
{
    const auto object = parseObject(body);
    if (!object)
        return {{}, {object.error()}};
    JsonReader in(*object);
    ConversationDecisionDto dto;
    dto.decision = in.word("decision", kConversationDecisions);
    const bool against = dto.decision != QLatin1String("no_violation");
    dto.user = in.id<UserId>("user_id", against);
    dto.order.reasonCode = in.optionalText("reason_code", {.min = 1, .max = 60}).value_or(QString());
    if (against && dto.order.reasonCode.isEmpty())
        in.fail(QStringLiteral("reason_code"), ErrorCode::Required);
    dto.order.text = in.optionalText("text", {.max = 1000, .lines = true}).value_or(QString());
    dto.order.until = in.timestamp("until", dto.decision == QLatin1String("mute"));
    dto.note = in.optionalText("note", {.max = kMostChars, .lines = true}).value_or(QString());
    return {dto, in.errors()};
}

Parsed<AppealDto> AppealDto::parse(QByteArrayView body)
{
    const auto object = parseObject(body);
    if (!object)
        return {{}, {object.error()}};
    JsonReader in(*object);
    return {{in.text("text", {.min = 3, .max = kMostChars, .lines = true})}, in.errors()};
}

Parsed<BanAppealDto> BanAppealDto::parse(QByteArrayView body)
{
    const auto object = parseObject(body);
    if (!object)
        return {{}, {object.error()}};
    JsonReader in(*object);
    BanAppealDto dto;
    dto.pass = in.text("appeal_pass", {.min = 1, .max = 300});
    dto.appeal.text = in.text("text", {.min = 3, .max = kMostChars, .lines = true});
    return {dto, in.errors()};
}

Parsed<AppealDecisionDto> AppealDecisionDto::parse(QByteArrayView body)
{
    const auto object = parseObject(body);
    if (!object)
        return {{}, {object.error()}};
    JsonReader in(*object);
    AppealDecisionDto dto;
    dto.decision = in.word("decision", kAppealDecisions);
    dto.text = in.text("text", {.min = 3, .max = kMostChars, .lines = true});
    return {dto, in.errors()};
}

} // namespace cargo::api
