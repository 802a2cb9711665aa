#include "shared/api/json_reader.h"

#include <QJsonDocument>
#include <QStringDecoder>

#include <algorithm>
#include <cmath>

namespace cargo::api {

namespace {
constexpr int kMaxDepth = 32;

// Depth by brackets outside strings: QJsonDocument itself allows 1024 levels.
bool tooDeep(QByteArrayView body)
{
    int depth = 0;
    bool inString = false;
    for (qsizetype i = 0; i < body.size(); ++i) {
        const char c = body[i];
        if (inString) {
            if (c == '\\')
                ++i;
            else if (c == '"')
                inString = false;
        } else if (c == '"') {
            inString = true;
        } else if (c == '{' || c == '[') {
            if (++depth > kMaxDepth)
                return true;
        } else if (c == '}' || c == ']') {
            --depth;
        }
    }
    return false;
}

int codePoints(QStringView text)
{
    return int(std::count_if(text.begin(), text.end(), [](QChar c) { return !c.isLowSurrogate(); }));
}
} // namespace

Result<QJsonObject> parseObject(QByteArrayView body)
{
    if (!body.isValidUtf8())
        return ErrorCode::InvalidEncoding;
    if (tooDeep(body))
        return {ErrorCode::MalformedJson, {}, QStringLiteral("more than 32 levels")};
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(body.toByteArray(), &problem);
    if (problem.error != QJsonParseError::NoError)
        return {
            ErrorCode::MalformedJson, {}, problem.errorString() + QStringLiteral(" at byte ") + QString::number(problem.offset)};
    if (!document.isObject())
        return {ErrorCode::MalformedJson, {}, QStringLiteral("not an object")};
    return document.object();
}

std::optional<ErrorCode> checkText(QStringView text, bool lines)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (c.isHighSurrogate()) {
            if (i + 1 >= text.size() || !text[i + 1].isLowSurrogate())
                return ErrorCode::InvalidEncoding;
            ++i;
            continue;
        }
        if (c.isLowSurrogate() || c.isNull())
            return ErrorCode::InvalidEncoding;
        const bool lineCharacter = c == u'\n' || c == u'\r' || c == u'\t';
        if ((c.unicode() < 0x20 || c.unicode() == 0x7f) && !(lines && lineCharacter))
            return ErrorCode::InvalidFormat;
    }
    return std::nullopt;
}

bool JsonReader::has(QLatin1String name) const
{
    const QJsonValue value = m_object.value(name);
    return !value.isUndefined() && !value.isNull();
}

void JsonReader::fail(const QString &field, ErrorCode code, const QString &detail)
{
    m_errors.push_back(Error{code, field, detail});
}

std::optional<QString> JsonReader::readText(const char *name, const Text &rule)
{
    const QJsonValue value = m_object.value(QLatin1String(name));
    if (value.isUndefined() || value.isNull()) {
        if (rule.required)
            fail(at(name), ErrorCode::Required);
        return std::nullopt;
    }
    return checkedText(value, at(name), rule);
}

std::optional<QString> JsonReader::checkedText(const QJsonValue &value, const QString &field, const Text &rule)
{
    if (!value.isString()) {
        fail(field, ErrorCode::WrongType, QStringLiteral("text expected"));
        return std::nullopt;
    }
    QString text = value.toString();
    if (const auto problem = checkText(text, rule.lines)) {
        fail(field, *problem);
        return std::nullopt;
    }
    if (rule.trim)
        text = text.trimmed();
    const int length = codePoints(text);
    if (length < rule.min) {
        fail(field, length == 0 ? ErrorCode::Required : ErrorCode::TooShort, QStringLiteral("at least %1").arg(rule.min));
        return std::nullopt;
    }
    if (length > rule.max) {
        fail(field, ErrorCode::TooLong, QStringLiteral("at most %1").arg(rule.max));
        return std::nullopt;
    }
    return text;
}

namespace {
struct ListRule
{
    int maxCount;
    bool required;
};

// Empty, with the reason told to the reader, when it is no list or too long.
QJsonArray listOf(JsonReader &in, const QJsonValue &value, const QString &field, ListRule rule)
{
    if (value.isUndefined() || value.isNull()) {
        if (rule.required)
            in.fail(field, ErrorCode::Required);
        return {};
    }
    if (!value.isArray()) {
        in.fail(field, ErrorCode::WrongType, QStringLiteral("list expected"));
        return {};
    }
    const QJsonArray array = value.toArray();
    if (array.size() > rule.maxCount) {
        in.fail(field, ErrorCode::TooLong, QStringLiteral("at most %1").arg(rule.maxCount));
        return {};
    }
    return array;
}
} // namespace

std::vector<QString> JsonReader::texts(const char *name, Text rule, int maxCount)
{
    const QJsonArray array = listOf(*this, m_object.value(QLatin1String(name)), at(name), {maxCount, rule.required});
    std::vector<QString> list;
    for (qsizetype i = 0; i < array.size(); ++i) {
        if (const auto text = checkedText(array.at(i), at(name) + u'[' + QString::number(i) + u']', rule))
            list.push_back(*text);
    }
    return list;
}

QString JsonReader::text(const char *name, Text rule) { return readText(name, rule).value_or(QString()); }

std::optional<QString> JsonReader::optionalText(const char *name, Text rule)
{
    rule.required = false;
    return readText(name, rule);
}

std::optional<qint64> JsonReader::readInteger(const char *name, const Number &rule)
{
    const QJsonValue value = m_object.value(QLatin1String(name));
    if (value.isUndefined() || value.isNull()) {
        if (rule.required)
            fail(at(name), ErrorCode::Required);
        return std::nullopt;
    }
    if (!value.isDouble()) {
        fail(at(name), ErrorCode::WrongType, QStringLiteral("integer expected"));
        return std::nullopt;
    }
    const double number = value.toDouble();
    if (!(std::abs(number) < 9.3e18)) {
        fail(at(name), ErrorCode::OutOfRange);
        return std::nullopt;
    }
    if (number != std::floor(number)) {
        fail(at(name), ErrorCode::WrongType, QStringLiteral("integer expected"));
        return std::nullopt;
    }
    constexpr qint64 kNone = std::numeric_limits<qint64>::min() + 1;
    const qint64 integer = value.toInteger(kNone);
    if (integer == kNone || integer < rule.min || integer > rule.max) {
        fail(at(name), ErrorCode::OutOfRange, QStringLiteral("%1 to %2").arg(rule.min).arg(rule.max));
        return std::nullopt;
    }
    return integer;
}

qint64 JsonReader::integer(const char *name, Number rule) { return readInteger(name, rule).value_or(0); }

std::optional<qint64> JsonReader::optionalInteger(const char *name, Number rule)
{
    rule.required = false;
    return readInteger(name, rule);
}

std::optional<bool> JsonReader::boolean(const char *name, bool required)
{
    const QJsonValue value = m_object.value(QLatin1String(name));
    if (value.isUndefined() || value.isNull()) {
        if (required)
            fail(at(name), ErrorCode::Required);
        return std::nullopt;
    }
    if (!value.isBool()) {
        fail(at(name), ErrorCode::WrongType, QStringLiteral("true or false expected"));
        return std::nullopt;
    }
    return value.toBool();
}

QString JsonReader::word(const char *name, const std::vector<QLatin1String> &words, bool required)
{
    const auto text = readText(name, {.min = 1, .max = 100, .required = required});
    if (!text)
        return {};
    if (std::none_of(words.begin(), words.end(), [&](QLatin1String word) { return *text == word; })) {
        fail(at(name), ErrorCode::UnknownValue);
        return {};
    }
    return *text;
}

std::optional<Money> JsonReader::money(const char *name, qint64 minMinor, bool required)
{
    const QJsonValue value = m_object.value(QLatin1String(name));
    if (value.isUndefined() || value.isNull()) {
        if (required)
            fail(at(name), ErrorCode::Required);
        return std::nullopt;
    }
    if (!value.isObject()) {
        fail(at(name), ErrorCode::WrongType, QStringLiteral("{\"amount\",\"currency\"} expected"));
        return std::nullopt;
    }
    JsonReader inner(value.toObject(), at(name) + u'.');
    const auto amount = inner.readInteger("amount", {.min = minMinor});
    const auto code = inner.readText("currency", {.min = 3, .max = 3});
    const auto currency = code ? Currency::fromCode(*code) : std::nullopt;
    if (code && !currency)
        inner.fail(at(name) + QStringLiteral(".currency"), ErrorCode::UnknownValue);
    m_errors.insert(m_errors.end(), inner.m_errors.begin(), inner.m_errors.end());
    if (!amount || !currency)
        return std::nullopt;
    return Money{*amount, *currency};
}

std::optional<Timestamp> JsonReader::timestamp(const char *name, bool required)
{
    const auto text = readText(name, {.max = 40, .required = required});
    if (!text)
        return std::nullopt;
    const auto moment = Timestamp::fromRfc3339(*text);
    if (!moment)
        fail(at(name), ErrorCode::InvalidFormat, QStringLiteral("RFC 3339 expected"));
    return moment;
}

std::optional<Uuid> JsonReader::uuidField(const char *name, bool required)
{
    const auto text = readText(name, {.max = 36, .required = required});
    if (!text)
        return std::nullopt;
    const auto uuid = Uuid::fromText(QStringView(*text));
    if (!uuid)
        fail(at(name), ErrorCode::InvalidFormat, QStringLiteral("UUID expected"));
    return uuid;
}

std::vector<Uuid> JsonReader::uuidList(const char *name, int maxCount, bool required)
{
    const QJsonArray array = listOf(*this, m_object.value(QLatin1String(name)), at(name), {maxCount, required});
    std::vector<Uuid> list;
    for (qsizetype i = 0; i < array.size(); ++i) {
        const auto uuid = Uuid::fromText(QStringView(array.at(i).toString()));
        if (!uuid) {
            fail(at(name) + u'[' + QString::number(i) + u']', ErrorCode::InvalidFormat, QStringLiteral("UUID expected"));
            return {};
        }
        list.push_back(*uuid);
    }
    return list;
}

QJsonObject JsonReader::object(const char *name, bool required)
{
    const QJsonValue value = m_object.value(QLatin1String(name));
    if (value.isUndefined() || value.isNull()) {
        if (required)
            fail(at(name), ErrorCode::Required);
        return {};
    }
    if (!value.isObject()) {
        fail(at(name), ErrorCode::WrongType, QStringLiteral("object expected"));
        return {};
    }
    return value.toObject();
}

} // namespace cargo::api
