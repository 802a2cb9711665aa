#pragma once

#include "shared/domain/result.h"

#include <QByteArray>
#include <QString>

#include <optional>
#include <utility>
#include <vector>

namespace cargo {

// What a person looks for. One value and one parser for the search page, saved searches, the assistant and the picker.
// Names and units are those of GET search: prices in minor units, mileage in km, term in days, power in hp, displacement in cm³.
struct SearchQuery
{
    enum class Sort { Relevance, PriceAsc, PriceDesc, Newest, MileageAsc, EtaAsc };
    enum class Facet { Brand, Model, BodyType, Fuel, Transmission, Drive, Color, CountryFrom };
    static constexpr int kFacetCount = 8;

    QString text;                             // trimmed, inner blanks single
    std::vector<QString> facets[kFacetCount]; // sorted, no value twice; empty: no filter
    std::vector<QString> traits;              // the same; of the dictionary of concepts, and all of them are asked for
    std::optional<int> yearFrom, yearTo;
    std::optional<qint64> priceFromMinor, priceToMinor;
    std::optional<int> mileageFromKm, mileageToKm;
    std::optional<int> etaToDays;
    std::optional<int> powerFromHp, powerToHp;
    std::optional<int> engineFromCc, engineToCc; // a listing that does not tell its power or displacement passes no bound of it
    std::optional<int> ratingFromHundredths;     // rating_from=4.5 -> 450
    Sort sort = Sort::Relevance;
    int limit = kLimitDefault;
    QByteArray cursor;             // opaque, of the answer before
    bool wantFacets = true;        // facets=none: hits and total only
    bool wantExplanations = false; // explain=1: why each hit stands where it stands

    bool operator==(const SearchQuery &) const = default;

    std::vector<QString> &values(Facet facet) { return facets[size_t(facet)]; }
    const std::vector<QString> &values(Facet facet) const { return facets[size_t(facet)]; }
    // No text, no filter: everything that is published.
    bool matchesAll() const;
    // "price", "year", "mileage", "power", "engine" where the lower bound is above the upper one: nothing can be there.
    std::vector<const char *> contradictions() const;

    // Decoded name and value pairs in any order; a facet and "trait" may repeat, other names may not (BadRequest). Names that we
    // do not know are ignored, as unknown JSON fields are. Errors carry the parameter's name in `field`: UnknownValue (facet
    // word, sort), InvalidFormat (not a number), OutOfRange, TooLong. Bounds that contradict each other are read:
    // contradictions().
    static Result<SearchQuery> parse(const std::vector<std::pair<QString, QString>> &pairs);
    // The same for a raw URL query, percent-encoded, '+' as blank. Broken encoding is InvalidEncoding.
    static Result<SearchQuery> fromUrlQuery(QByteArrayView query);
    // Canonical: fixed order of names, sorted values, defaults left out, cursor and limit only when asked for. Two queries
    // that mean the same give the same text; fromUrlQuery(toUrlQuery()) gives the same query.
    QByteArray toUrlQuery() const;
    // The conditions alone (no limit, cursor, facets): what a saved search keeps and a cursor is bound to.
    QByteArray conditions() const;

    static constexpr int kLimitDefault = 20;
    static constexpr int kLimitMax = 100;
    static constexpr int kTextMaxChars = 200;
    static constexpr int kValuesMaxPerFacet = 50;
    static constexpr int kTraitsMax = 10;
    static constexpr int kTraitMaxChars = 32;
    static constexpr int kCursorMaxBytes = 1'600;
};

const char *word(SearchQuery::Sort sort);
std::optional<SearchQuery::Sort> sortFromWord(QStringView text);
// The parameter's name: "country_from".
const char *word(SearchQuery::Facet facet);
std::optional<SearchQuery::Facet> facetFromWord(QStringView text);

} // namespace cargo
