#include "shared/api/knowledge_dto.h"

#include "shared/domain/knowledge/page_text.h"

namespace cargo::api {

namespace {
constexpr int kTitleChars = 120;
constexpr int kBodyChars = 40'000;
constexpr int kChangesChars = 500;

struct Lengths
{
    int min = 0;
    int max = 0;
    bool lines = false;
};

BothLanguages readBoth(JsonReader &in, const char *name, Lengths lengths)
{
    JsonReader both(in.object(name, true), QLatin1String(name) + QLatin1Char('.'));
    const JsonReader::Text rule{.min = lengths.min, .max = lengths.max, .lines = lengths.lines};
    BothLanguages words;
    words.ru = both.text("ru", rule).replace(QLatin1String("\r\n"), QLatin1String("\n"));
    words.en = both.text("en", rule).replace(QLatin1String("\r\n"), QLatin1String("\n"));
    for (const Error &error : both.errors())
        in.fail(error.field, error.code, error.detail);
    return words;
}
} // namespace

Parsed<NewPageDto> NewPageDto::parse(QByteArrayView body)
{
    const auto object = parseObject(body);
    if (!object)
        return {{}, {object.error()}};
    JsonReader in(*object);
    NewPageDto dto;
    dto.slug = in.text("slug", {.min = 1, .max = 60});
    if (!dto.slug.isEmpty() && !knowledge::isSlug(dto.slug))
        in.fail(QStringLiteral("slug"), ErrorCode::InvalidFormat, QStringLiteral("a-z, 0-9 and single hyphens"));
    dto.kind = in.word("kind", {QLatin1String("article"), QLatin1String("agreement")});
    dto.audience = in.word("audience", {QLatin1String("buyer"), QLatin1String("driver"), QLatin1String("all")});
    return {dto, in.errors()};
}

Parsed<PageTextDto> PageTextDto::parse(QByteArrayView body)
{
    const auto object = parseObject(body);
    if (!object)
        return {{}, {object.error()}};
    JsonReader in(*object);
    PageTextDto dto;
    dto.title = readBoth(in, "title", {0, kTitleChars, false});
    dto.body = readBoth(in, "body", {0, kBodyChars, true});
    return {dto, in.errors()};
}

Parsed<PublishDto> PublishDto::parse(QByteArrayView body)
{
    const auto object = parseObject(body);
    if (!object)
        return {{}, {object.error()}};
    JsonReader in(*object);
    PublishDto dto;
    dto.revision = in.optionalInteger("revision", {.min = 1});
    dto.version = in.optionalInteger("version", {.min = 1, .max = 1'000'000});
    if (in.ok() && dto.revision.has_value() == dto.version.has_value())
        in.fail(QStringLiteral("revision"), ErrorCode::Required, QStringLiteral("revision or version, not both"));
    dto.changes = readBoth(in, "changes", {3, kChangesChars, false});
    return {dto, in.errors()};
}

Parsed<SignDto> SignDto::parse(QByteArrayView body)
{
    const auto object = parseObject(body);
    if (!object)
        return {{}, {object.error()}};
    JsonReader in(*object);
    SignDto dto;
    dto.version = in.integer("version", {.min = 1, .max = 1'000'000});
    return {dto, in.errors()};
}

} // namespace cargo::api
