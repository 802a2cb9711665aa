#pragma once

#include "server/db/blocking.h"
#include "shared/domain/search_query/search_query.h"

#include <QMap>

#include <optional>

namespace cargo::search {

// What SQL cannot count: the traits of the cars that a query without words and traits finds, told one by one by the dictionary
// that this process uses. None: there are too many of them to be read. Blocks.
Result<std::optional<QMap<QString, qint64>>> traitsInDatabase(db::BlockingConnection &connection, const SearchQuery &query);

// Takes up the dictionary that editors published, as the servers of this database have. Blocks.
Outcome useConceptsOf(db::BlockingConnection &connection);

} // namespace cargo::search
