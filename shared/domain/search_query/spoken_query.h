#pragma once

#include "shared/domain/clock.h"
#include "shared/domain/search_query/search_query.h"

namespace cargo {

// Conditions that stand in the words of a search: «до 2 млн», «от 2018», «пробег до 100 тыс», «из Японии», «за месяц».
struct SpokenCondition
{
    qsizetype start = 0; // in the text, UTF-16
    qsizetype end = 0;
    std::vector<std::pair<QByteArray, QString>> bounds; // as GET search takes them: {"price_to", "200000000"}; one or two.
                                                        // Of a facet all values that are left, with commas
};

struct SpokenQuery
{
    SearchQuery query;                       // with them as filters, and the other words as its text
    std::vector<SpokenCondition> conditions; // in the order of the text
};

// One reading of what people write for page, saved searches, assistant and picker. A condition that stands among the filters
// already and in the words too counts twice: the tighter bound holds. What contradicts itself in the words («от 3 до 2 млн») is
// turned around, what contradicts a filter is not: SearchQuery::contradictions(). Conditions may be typed with the wrong layout
// of the keyboard ("lj 2 vky"); the words that are left stay as they were typed. What is not sure stays a word: "Peugeot 2008",
// «багажник 500 литров», "$20 000" (prices are in roubles). A power named alone («300 л.с.») is about that, a displacement named
// alone («1.6», «двухлитровый») is that one as people round it. Pure; never fails. Ages are counted from `now`, in UTC.
SpokenQuery understand(const SearchQuery &asked, Timestamp now);

} // namespace cargo
