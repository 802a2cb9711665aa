#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace cargo::db {

// What a listing's attributes say that traits and words are told by, as two columns of `row`, an alias of listings: its features,
// parted by blanks, and its seats, 0 where they are not told.
#define CARGO_LISTING_FEATURES_AND_SEATS(row)                                                                                    \
    "case when " row ".attributes = '{}' then '' else coalesce((select string_agg(a.key, ' ') from jsonb_each(" row              \
    ".attributes) a where a.value = 'true'), '') end, case when jsonb_typeof(" row ".attributes->'seats') = 'number' then (" row \
    ".attributes->'seats')::int else 0 end "

inline std::vector<QString> featuresOf(const QString &column)
{
    const QStringList features = column.split(u' ', Qt::SkipEmptyParts);
    return {features.begin(), features.end()};
}

} // namespace cargo::db
