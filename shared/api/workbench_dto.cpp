#include "shared/api/workbench_dto.h"

#include <QJsonDocument>
#include <QRegularExpression>

namespace cargo::api {

namespace {
constexpr int kMostMentions = 20;
constexpr int kMostVariables = 30;
constexpr int kMostViews = 50;
constexpr int kViewBytes = 2048;
constexpr int kTextChars = 4000;

const std::vector<QLatin1String> kSubjects{QLatin1String("user"),        QLatin1String("deal"),         QLatin1String("listing"),
                                           QLatin1String("ticket"),      QLatin1String("dispute"),      QLatin1String("kyc"),
                                           QLatin1String("report"),      QLatin1String("conversation"), QLatin1String("appeal"),
                                           QLatin1String("finance_task")};
} // namespace

bool isNoteSubject(QStringView kind) { return std::find(kSubjects.begin(), kSubjects.end(), kind) != kSubjects.end(); }

Parsed<NoteDto> NoteDto::parse(QByteArrayView body)
{
    const auto object = parseObject(body);
    if (!object)
        return {{}, {object.error()}};
    JsonReader in(*object);
    NoteDto dto;
    dto.text = in.text("text", {.min = 1, .max = kTextChars, .lines = true});
    dto.mentions = in.ids<UserId>("mentions", kMostMentions);
    return {dto, in.errors()};
}

Parsed<MacroDto> MacroDto::parse(QByteArrayView body)
{
    static const QRegularExpression name(QStringLiteral("^[a-z_]{1,40}$"));
    const auto object = parseObject(body);
    if (!object)
        return {{}, {object.error()}};
    JsonReader in(*object);
    MacroDto dto;
    dto.title = in.text("title", {.min = 1, .max = 100});
    JsonReader text(in.object("text", true), QStringLiteral("text."));
    dto.textRu = text.text("ru", {.min = 1, .max = kTextChars, .lines = true});
    dto.textEn = text.text("en", {.min = 1, .max = kTextChars, .lines = true});
    const QJsonValue variables = object->value(QLatin1String("variables"));
    if (!variables.isUndefined() && !variables.isNull() && (!variables.isArray() || variables.toArray().size() > kMostVariables))
        in.fail(QStringLiteral("variables"), ErrorCode::WrongType);
    for (const QJsonValue &variable : variables.toArray()) {
        if (!name.match(variable.toString()).hasMatch())
            in.fail(QStringLiteral("variables"), ErrorCode::InvalidFormat);
        dto.variables += variable.toString();
    }
    std::vector<Error> errors = in.errors();
    errors.insert(errors.end(), text.errors().begin(), text.errors().end());
    return {dto, errors};
}

Parsed<ViewsDto> ViewsDto::parse(QByteArrayView body)
{
    const auto object = parseObject(body);
    if (!object)
        return {{}, {object.error()}};
    JsonReader in(*object);
    const QJsonValue items = object->value(QLatin1String("items"));
    if (!items.isArray())
        in.fail(QStringLiteral("items"), items.isUndefined() ? ErrorCode::Required : ErrorCode::WrongType);
    if (items.toArray().size() > kMostViews)
        in.fail(QStringLiteral("items"), ErrorCode::TooLong);
    QJsonArray kept;
    for (const QJsonValue &item : items.toArray()) {
        JsonReader view(item.toObject(), QStringLiteral("items."));
        QJsonObject one{{QStringLiteral("name"), view.text("name", {.min = 1, .max = 60})},
                        {QStringLiteral("queue"), view.text("queue", {.min = 1, .max = 40})},
                        {QStringLiteral("query"), view.object("query", true)}};
        if (QJsonDocument(one).toJson(QJsonDocument::Compact).size() > kViewBytes)
            view.fail(QStringLiteral("query"), ErrorCode::TooLong);
        for (const Error &error : view.errors())
            in.fail(error.field, error.code, error.detail);
        kept.append(one);
    }
    return {{QJsonDocument(kept).toJson(QJsonDocument::Compact)}, in.errors()};
}

} // namespace cargo::api
