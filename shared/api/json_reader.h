#pragma once

#include "shared/domain/clock.h"
#include "shared/domain/ids.h"
#include "shared/domain/money.h"
#include "shared/domain/result.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QString>

#include <functional>
#include <limits>
#include <optional>
#include <vector>

namespace cargo::api {

// Parses a body: one JSON object in valid UTF-8, at most 32 levels deep. Errors: MalformedJson, InvalidEncoding.
Result<QJsonObject> parseObject(QByteArrayView body);

// Reads the fields of one object and collects every problem instead of stopping at the first. Wrong types are never
// converted; text with NUL or half a surrogate pair is refused; unknown fields are ignored, so that clients may be newer.
//     JsonReader in(object);
//     dto.email = in.text("email", {.min = 3, .max = 254});
//     if (!in.ok()) return in.errors();
class JsonReader
{
public:
    struct Text
    {
        int min = 0; // in code points after trimming, when trim
        int max = 1000;
        bool required = true;
        bool trim = true;
        bool lines = false; // line breaks and tabs allowed; other control characters never are
    };
    struct Number
    {
        qint64 min = std::numeric_limits<qint64>::min();
        qint64 max = std::numeric_limits<qint64>::max();
        bool required = true;
    };

    explicit JsonReader(QJsonObject object, QString path = {}) : m_object(std::move(object)), m_path(std::move(path)) {}

    bool has(QLatin1String name) const; // there and not null
    bool isObject(QLatin1String name) const { return m_object.value(name).isObject(); }
    QString text(const char *name, Text rule);
    std::optional<QString> optionalText(const char *name, Text rule);
    qint64 integer(const char *name, Number rule);
    std::optional<qint64> optionalInteger(const char *name, Number rule);
    std::optional<bool> boolean(const char *name, bool required = false);
    // One of a closed set of words; an unknown one is UnknownValue.
    QString word(const char *name, const std::vector<QLatin1String> &words, bool required = true);
    // {"amount": 540000000, "currency": "RUB"}; amounts below `minMinor` are OutOfRange.
    std::optional<Money> money(const char *name, qint64 minMinor = 1, bool required = true);
    std::optional<Timestamp> timestamp(const char *name, bool required = false);
    template <typename AnyId>
    std::optional<AnyId> id(const char *name, bool required = true)
    {
        const auto uuid = uuidField(name, required);
        return uuid ? std::optional<AnyId>(AnyId{*uuid}) : std::nullopt;
    }
    template <typename AnyId>
    std::vector<AnyId> ids(const char *name, int maxCount, bool required = false)
    {
        std::vector<AnyId> list;
        for (const Uuid &uuid : uuidList(name, maxCount, required))
            list.push_back(AnyId{uuid});
        return list;
    }
    // A list of texts; the rule is for each of them.
    std::vector<QString> texts(const char *name, Text rule, int maxCount);
    // A nested object as it is (attributes); empty when absent.
    QJsonObject object(const char *name, bool required = false);

    void fail(const QString &field, ErrorCode code, const QString &detail = {});
    bool ok() const { return m_errors.empty(); }
    const std::vector<Error> &errors() const { return m_errors; }

private:
    QString at(const char *name) const { return m_path + QLatin1String(name); }
    std::optional<Uuid> uuidField(const char *name, bool required);
    std::vector<Uuid> uuidList(const char *name, int maxCount, bool required);
    std::optional<QString> readText(const char *name, const Text &rule);
    std::optional<QString> checkedText(const QJsonValue &value, const QString &field, const Text &rule);
    std::optional<qint64> readInteger(const char *name, const Number &rule);

    QJsonObject m_object;
    QString m_path;
    std::vector<Error> m_errors;
};

// A value, or every problem found in the input. Readers of bodies return it: `Parsed<RegisterDto> parse(QByteArrayView)`.
template <typename Dto>
struct Parsed
{
    Dto value;
    std::vector<Error> errors; // a single MalformedJson has an empty field

    bool ok() const { return errors.empty(); }
};

// Text that may be stored and shown: no NUL, no lone surrogates, no control characters but those allowed.
std::optional<ErrorCode> checkText(QStringView text, bool lines);

} // namespace cargo::api
