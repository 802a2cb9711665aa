#pragma once

#include "server/db/rows.h"

#include <algorithm>
#include <optional>
#include <type_traits>

namespace cargo::db {

// One page of a list whose rows are made in SQL.
template <typename Id>
struct JsonPage
{
    QByteArray items;       // a JSON array
    std::optional<Id> next; // the last id of this page, when there is a next one
};

// Of rows (id, JSON object) that were asked for with one more than the page may have.
template <typename Id>
JsonPage<Id> jsonPage(const Rows &rows, int limit)
{
    JsonPage<Id> page;
    for (int row = 0; row < std::min(rows.count(), limit); ++row)
        page.items += (row > 0 ? "," : "") + rows.bytes(row, 1);
    page.items = '[' + page.items + ']';
    if (rows.count() > limit) {
        if constexpr (std::is_same_v<Id, qint64>)
            page.next = rows.int64(limit - 1, 0);
        else
            page.next = rows.uuid(limit - 1, 0);
    }
    return page;
}

} // namespace cargo::db
