#pragma once

#include "shared/domain/clock.h"
#include "shared/domain/ids.h"

#include <QByteArray>
#include <QString>

#include <memory>
#include <optional>
#include <string_view>

struct pg_result;

namespace cargo::db {

// The answer of one statement: rows of text columns. Cheap to move; views point into it and die with it.
class Rows
{
public:
    Rows() = default;
    explicit Rows(pg_result *result);

    int count() const;
    bool empty() const { return count() == 0; }
    // Rows touched by insert, update, delete.
    int affected() const;
    // What PostgreSQL says it did: "INSERT 0 1", "COMMIT", "ROLLBACK".
    std::string_view command() const;

    bool isNull(int row, int column) const;
    std::string_view view(int row, int column) const;
    QByteArray bytes(int row, int column) const; // text column as UTF-8
    QByteArray blob(int row, int column) const;  // bytea column (hex format)
    QString text(int row, int column) const;
    qint64 int64(int row, int column) const;
    int int32(int row, int column) const { return int(int64(row, column)); }
    double number(int row, int column) const;
    bool boolean(int row, int column) const;
    // timestamptz in a session whose time zone is UTC and DateStyle is ISO.
    Timestamp timestamp(int row, int column) const;
    std::optional<Timestamp> optionalTimestamp(int row, int column) const;
    Uuid uuid(int row, int column) const; // null UUID for NULL
    template <typename AnyId>
    AnyId id(int row, int column) const
    {
        return AnyId{uuid(row, column)};
    }
    template <typename AnyId>
    std::optional<AnyId> optionalId(int row, int column) const
    {
        return isNull(row, column) ? std::nullopt : std::optional<AnyId>(AnyId{uuid(row, column)});
    }

private:
    struct Clear
    {
        void operator()(pg_result *result) const;
    };
    std::unique_ptr<pg_result, Clear> m_result;
};

} // namespace cargo::db
