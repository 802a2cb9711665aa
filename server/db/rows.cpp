#include "server/db/rows.h"

#include <libpq-fe.h>

#include <charconv>

namespace cargo::db {

namespace {
int digits(std::string_view text, size_t at, size_t count)
{
    int value = 0;
    for (size_t i = at; i < at + count && i < text.size(); ++i)
        value = value * 10 + (text[i] - '0');
    return value;
}

// Days since 1970-01-01 of a date in the proleptic Gregorian calendar (Howard Hinnant's public algorithm).
qint64 daysOf(int year, int month, int day)
{
    year -= month <= 2 ? 1 : 0;
    const qint64 era = (year >= 0 ? year : year - 399) / 400;
    const qint64 yearOfEra = year - era * 400;
    const qint64 dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    const qint64 dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
    return era * 146097 + dayOfEra - 719468;
}
} // namespace

void Rows::Clear::operator()(pg_result *result) const { PQclear(result); }

Rows::Rows(pg_result *result) : m_result(result) {}

int Rows::count() const { return m_result ? PQntuples(m_result.get()) : 0; }

int Rows::affected() const
{
    if (!m_result)
        return 0;
    const std::string_view text = PQcmdTuples(m_result.get());
    int number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

std::string_view Rows::command() const { return m_result ? PQcmdStatus(m_result.get()) : ""; }

bool Rows::isNull(int row, int column) const { return !m_result || PQgetisnull(m_result.get(), row, column) != 0; }

std::string_view Rows::view(int row, int column) const
{
    if (!m_result)
        return {};
    return {PQgetvalue(m_result.get(), row, column), size_t(PQgetlength(m_result.get(), row, column))};
}

QByteArray Rows::bytes(int row, int column) const
{
    const std::string_view text = view(row, column);
    return {text.data(), qsizetype(text.size())};
}

QByteArray Rows::blob(int row, int column) const
{
    const std::string_view text = view(row, column);
    if (!text.starts_with("\\x"))
        return {};
    return QByteArray::fromHex(QByteArray::fromRawData(text.data() + 2, qsizetype(text.size()) - 2));
}

QString Rows::text(int row, int column) const
{
    const std::string_view utf8 = view(row, column);
    return QString::fromUtf8(utf8.data(), qsizetype(utf8.size()));
}

qint64 Rows::int64(int row, int column) const
{
    const std::string_view text = view(row, column);
    qint64 number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

double Rows::number(int row, int column) const
{
    const std::string_view text = view(row, column);
    double number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

bool Rows::boolean(int row, int column) const { return view(row, column) == "t"; }

// "2026-11-23 07:38:09.65+00"; years beyond 9999 and BC do not occur.
Timestamp Rows::timestamp(int row, int column) const
{
    const std::string_view text = view(row, column);
    if (text.size() < 19)
        return {};
    const qint64 days = daysOf(digits(text, 0, 4), digits(text, 5, 2), digits(text, 8, 2));
    qint64 ms = ((days * 24 + digits(text, 11, 2)) * 60 + digits(text, 14, 2)) * 60'000 + digits(text, 17, 2) * 1000;
    if (text.size() > 20 && text[19] == '.') {
        int scale = 100;
        for (size_t i = 20; i < text.size() && text[i] >= '0' && text[i] <= '9' && scale > 0; ++i, scale /= 10)
            ms += (text[i] - '0') * scale;
    }
    return {ms};
}

std::optional<Timestamp> Rows::optionalTimestamp(int row, int column) const
{
    return isNull(row, column) ? std::nullopt : std::optional<Timestamp>(timestamp(row, column));
}

Uuid Rows::uuid(int row, int column) const
{
    const std::string_view text = view(row, column);
    return Uuid::fromText(QByteArrayView(text.data(), qsizetype(text.size()))).value_or(Uuid{});
}

} // namespace cargo::db
