#include "shared/api/pick_dto.h"

namespace cargo::api {

namespace {
constexpr const char *kAnswerNames[] = {"brand",      "model",        "body_type",   "fuel",         "transmission",
                                        "drive",      "color",        "year_to",     "country_from", "price_from",
                                        "price_to",   "mileage_from", "mileage_to",  "year_from",    "eta_to",
                                        "power_from", "power_to",     "engine_from", "engine_to",    "rating_from"};

// One word or number of an answer as GET search takes it; nullopt: it is neither.
std::optional<QString> plain(const QJsonValue &value)
{
    if (value.isString())
        return value.toString();
    if (!value.isDouble())
        return std::nullopt;
    const double number = value.toDouble();
    const qint64 whole = value.toInteger(-1);
    return whole >= 0 ? QString::number(whole) : QString::number(number, 'g', 6);
}

void readAnswers(JsonReader &in, const QJsonObject &answers, SearchQuery &query)
{
    std::vector<std::pair<QString, QString>> pairs;
    for (const char *const name : kAnswerNames) {
        const QJsonValue value = answers.value(QLatin1String(name));
        if (value.isUndefined() || value.isNull())
            continue;
        const QJsonArray values = value.isArray() ? value.toArray() : QJsonArray{value};
        if (values.size() > SearchQuery::kValuesMaxPerFacet)
            return in.fail(QStringLiteral("answers.") + QLatin1String(name), ErrorCode::TooLong);
        for (const QJsonValue one : values) {
            const auto text = plain(one);
            if (!text)
                return in.fail(QStringLiteral("answers.") + QLatin1String(name), ErrorCode::WrongType);
            if (checkText(*text, false))
                return in.fail(QStringLiteral("answers.") + QLatin1String(name), ErrorCode::InvalidFormat);
            pairs.emplace_back(QLatin1String(name), *text);
        }
    }
    auto parsed = SearchQuery::parse(pairs);
    if (!parsed)
        return in.fail(QStringLiteral("answers.") + parsed.error().field, parsed.error().code, parsed.error().detail);
    if (const auto wrong = parsed->contradictions(); !wrong.empty())
        return in.fail(QStringLiteral("answers.%1_from").arg(QLatin1String(wrong.front())), ErrorCode::OutOfRange,
                       QStringLiteral("from is above to"));
    query = std::move(*parsed);
}
} // namespace

Parsed<PickBody> PickBody::parse(QByteArrayView bytes)
{
    const auto object = parseObject(bytes);
    if (!object)
        return {{}, {object.error()}};
    JsonReader in(*object);
    PickBody dto;
    dto.query = in.optionalText("query", {.max = kQueryMaxChars, .lines = true}).value_or(QString());
    readAnswers(in, in.object("answers"), dto.answers);
    for (const QString &text : in.texts("wishes", {.min = 1, .max = 40, .required = false}, kWishesMax)) {
        const auto wish = kPickWishWords.find(text);
        if (!wish)
            in.fail(QStringLiteral("wishes"), ErrorCode::UnknownValue);
        else if (std::find(dto.wishes.begin(), dto.wishes.end(), *wish) == dto.wishes.end())
            dto.wishes.push_back(*wish);
    }
    dto.limit = int(in.optionalInteger("limit", {.min = 1, .max = kLimitMax}).value_or(kLimitDefault));
    if (in.ok() && dto.query.isEmpty() && dto.wishes.empty() && dto.answers.matchesAll())
        in.fail(QStringLiteral("query"), ErrorCode::Required);
    return {dto, in.errors()};
}

} // namespace cargo::api
