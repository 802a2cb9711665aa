#pragma once

#include "shared/domain/clock.h"
#include "shared/domain/ids.h"

#include <QByteArray>
#include <QString>

#include <optional>
#include <vector>

namespace cargo::db {

// Parameters of one statement in PostgreSQL's text format. A null QByteArray is SQL NULL; a null or empty QString is ''.
// Text must be free of NUL (libpq would cut it): front door and JSON readers refuse it before it comes here.
class Params
{
public:
    Params() = default;

    template <typename... Values>
    static Params of(const Values &...values)
    {
        Params params;
        params.m_values.reserve(sizeof...(values));
        (params.add(values), ...);
        return params;
    }

    Params &add(const QByteArray &text)
    {
        m_values.push_back(text);
        return *this;
    }
    Params &add(const QString &text)
    {
        m_values.push_back(notNull(text.toUtf8()));
        return *this;
    }
    Params &add(const char *text)
    {
        m_values.push_back(notNull(QByteArray(text)));
        return *this;
    }
    Params &add(bool value)
    {
        m_values.push_back(value ? QByteArrayLiteral("t") : QByteArrayLiteral("f"));
        return *this;
    }
    Params &add(int value)
    {
        m_values.push_back(QByteArray::number(value));
        return *this;
    }
    Params &add(qint64 value)
    {
        m_values.push_back(QByteArray::number(value));
        return *this;
    }
    Params &add(double value)
    {
        m_values.push_back(QByteArray::number(value, 'g', 17));
        return *this;
    }
    Params &add(Timestamp value)
    {
        m_values.push_back(value.toRfc3339());
        return *this;
    }
    Params &add(const Uuid &value)
    {
        m_values.push_back(value.toText());
        return *this;
    }
    template <typename Tag>
    Params &add(const Id<Tag> &value)
    {
        m_values.push_back(value.toText());
        return *this;
    }
    template <typename T>
    Params &add(const std::optional<T> &value)
    {
        if (value)
            return add(*value);
        m_values.emplace_back();
        return *this;
    }
    // A PostgreSQL array literal of uuids: bind as $n::uuid[].
    template <typename Tag>
    Params &add(const std::vector<Id<Tag>> &ids)
    {
        QByteArray text("{");
        for (const auto &id : ids) {
            if (text.size() > 1)
                text += ',';
            text += id.toText();
        }
        m_values.push_back(text + '}');
        return *this;
    }
    Params &addNull()
    {
        m_values.emplace_back();
        return *this;
    }
    // bytea, in hex format.
    Params &addBytes(const QByteArray &bytes)
    {
        m_values.push_back("\\x" + bytes.toHex());
        return *this;
    }

    int count() const { return int(m_values.size()); }
    const std::vector<QByteArray> &values() const { return m_values; }

private:
    static QByteArray notNull(QByteArray text) { return text.isNull() ? QByteArray("") : text; }
    std::vector<QByteArray> m_values;
};

} // namespace cargo::db
