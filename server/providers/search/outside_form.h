#pragma once

#include "server/providers/search/search_provider.h"

#include <QJsonArray>
#include <QJsonObject>

#include <array>
#include <optional>

namespace cargo::search {

// What the outside engines hold and count, one form for all of them. A change of it is a new kFormVersion: the indexes of the
// form before are left behind, and new ones are filled.
inline constexpr int kFormVersion = 3;

// A facet or range of an answer, and the field that is counted for it.
struct Counted
{
    const char *name;
    const char *field;
};
inline constexpr std::array<Counted, 14> kCounted = {{{"brand", "brand"},
                                                      {"model", "model"},
                                                      {"body_type", "body_type"},
                                                      {"fuel", "fuel"},
                                                      {"transmission", "transmission"},
                                                      {"drive", "drive"},
                                                      {"color", "color"},
                                                      {"country_from", "country_from"},
                                                      {"year", "year"},
                                                      {"eta", "eta_bin"},
                                                      {"rating", "rating_bin"},
                                                      {"price", "price_bin"},
                                                      {"mileage", "mileage_bin"},
                                                      {"trait", "trait"}}};
constexpr size_t kPriceAt = 11;
constexpr size_t kMileageAt = 12;
constexpr size_t kTraitAt = 13; // several values a listing; its filter asks for all, so that it is counted within its own filter

// A filter of a query. Words are compared in lower case, with the field "<name>_key".
struct Condition
{
    const char *name; // as in kCounted, or of a range that has no counts
    const char *field;
    std::vector<QString> words;
    std::optional<qint64> from, to; // inclusive
    bool isOfTrait() const { return qstrcmp(name, kCounted[kTraitAt].name) == 0; }
};
std::vector<Condition> conditionsOf(const SearchQuery &query);
// Each in the engine's form, without the one on `without`, which a trait never is; null: all.
template <typename FilterOf>
QJsonArray filtersOf(const std::vector<Condition> &conditions, const char *without, FilterOf filterOf)
{
    QJsonArray filters;
    for (const Condition &condition : conditions) {
        if (!without || condition.isOfTrait() || qstrcmp(condition.name, without) != 0)
            filters.append(filterOf(condition));
    }
    return filters;
}

// The facts of a listing, without its texts. `pair`: what suggestions are counted by.
QJsonObject outsideFacts(const Document &document);
struct OutsideTexts
{
    QString title, facts, description;
};
// Words in lower case, letters and digits apart, as the house reads them.
OutsideTexts outsideTexts(const Document &document, bool stemmed);
// What a listing is worth before anything is asked, but for its freshness.
double standingPoints(const Document &document);
double freshnessPoints(const Document &document, Timestamp now);

// "Toyota", "Camry" in one value and back.
QString pairOf(const QString &brand, const QString &model);
std::pair<QString, QString> fromPair(const QString &pair);

// By kCounted: what the engine counted.
struct Counts
{
    std::vector<std::pair<QString, qint64>> values; // in any order; the same word in other letters counts together
    std::optional<qint64> least, greatest;          // of price and mileage
};
void writeCounts(const std::array<Counts, kCounted.size()> &counts, const SearchQuery &query, Answer &answer);

} // namespace cargo::search
