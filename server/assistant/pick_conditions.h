#pragma once

#include "server/assistant/pick_store.h"
#include "shared/domain/search_query/search_query.h"

#include <QStringList>

namespace cargo::assistant {

// One condition of a query by its name in GET search. Words are none.
struct Condition
{
    QByteArray name;
    QStringList values; // as GET search takes them
};

std::vector<Condition> conditionsOf(const SearchQuery &query);
// The same query without it.
SearchQuery without(SearchQuery query, const Condition &condition);
bool fits(const CarFacts &car, const Condition &condition);
// What the car has where the condition looks, as GET search would take it.
QString actual(const CarFacts &car, const QByteArray &name);

} // namespace cargo::assistant
