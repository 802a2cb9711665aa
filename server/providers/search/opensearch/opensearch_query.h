#pragma once

#include "server/providers/search/outside_form.h"
#include "server/providers/search/outside_words.h"

#include <QJsonArray>

namespace cargo::search::opensearch {

// How strictly the words of a text are taken.
struct Strictness
{
    int least = 0; // so many of them must be there
    bool forgiving = false;
};

// Where a page begins: behind these values of the order, with the words taken and freshness reckoned as on the first page.
struct Place
{
    Timestamp freshAt;
    Strictness strictness;
    QJsonArray after; // empty: the first page
};
QByteArray writePlace(const SearchQuery &query, const Place &place);
std::optional<Place> readPlace(const SearchQuery &query);

// The body of _search: filters stand behind the counting, and each facet is counted under all filters but its own. One hit more
// than the page has, to know whether another follows.
QJsonObject searchBody(const SearchQuery &query, const AskedText &text, const Place &place);
// The body that only asks how many there are.
QJsonObject countBody(const SearchQuery &query, const AskedText &text, const Strictness &strictness);
// From the strictest on, without the first: what is tried when nothing has all the words as they stand. Under filters the last
// one lets all of them go.
std::vector<Strictness> weakerThan(const std::vector<AskedWord> &words, const SearchQuery &query);

qint64 totalOf(const QJsonObject &answer);
void readAnswer(const QJsonObject &answer, const SearchQuery &query, const Place &place, Answer &made);
// Words that the best hit does not have.
std::vector<QString> missedWords(const QJsonObject &answer, const std::vector<AskedWord> &words);

QJsonObject documentOf(const Document &document);

} // namespace cargo::search::opensearch
