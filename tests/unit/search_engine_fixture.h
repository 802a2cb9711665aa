#pragma once

#include "server/providers/search/engine/bins.h"
#include "server/providers/search/engine/engine.h"
#include "server/providers/search/engine/text.h"

#include <algorithm>
#include <map>
#include <random>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

// Random listings and queries, and the plain way of counting that the engine is held to.
namespace cargo::test::search_engine {

using namespace cargo::search::engine;
using Random = std::mt19937;

inline constexpr int64_t kNowMs = 1'763'800'000'000;

inline Id idOf(int number)
{
    // Spread, so that neighbours in time are none by id.
    const uint32_t spread = uint32_t(number) * 2'654'435'761u;
    Id id{};
    for (size_t i = 0; i < 4; ++i) {
        id[i] = uint8_t(spread >> (24 - 8 * i));
        id[12 + i] = uint8_t(number >> (24 - 8 * int(i)));
    }
    return id;
}

inline Document plainDocument(int number)
{
    Document document;
    document.id = idOf(number);
    document.revision = 1;
    return document;
}

inline Word wordOf(const std::string &text)
{
    Word word;
    word.alternatives.push_back({std::string(Stemmer::ofThread()(text)), 1});
    return word;
}

inline const std::vector<std::string> &brands()
{
    static const std::vector<std::string> kBrands = {"Toyota", "BMW", "Kia", "Geely", "Audi", "Land Rover", "Lada", "Škoda", ""};
    return kBrands;
}

inline Document randomDocument(Random &random, int number)
{
    const auto pick = [&random](const std::vector<std::string> &values) { return values[random() % values.size()]; };
    Document d = plainDocument(number);
    const std::string brand = pick(brands());
    d.facets = {brand,
                brand.empty() ? "" : brand + "-" + std::to_string(random() % 30),
                pick({"suv", "sedan", "wagon", "hatchback", "coupe", ""}),
                pick({"petrol", "diesel", "hybrid", "electric"}),
                pick({"automatic", "manual", "cvt"}),
                pick({"awd", "fwd", "rwd", ""}),
                pick({"white", "black", "red", "blue", "gray", "green", ""}),
                pick({"JP", "KR", "CN", "DE", "US"})};
    d.year = 1995 + int64_t(random() % 31);
    d.priceMinor = int64_t(random() % 9'000 + 1) * 100'000;
    d.mileageKm = int64_t(random() % 420'000);
    d.etaDays = int64_t(random() % 90);
    d.ratingHundredths = random() % 4 ? int64_t(random() % 501) : 0;
    d.publishedMs = kNowMs - int64_t(random() % 5'000) * 3'600'000;
    d.powerHp = number % 5 ? 60 + number * 43 % 400 : 0;
    d.displacementCc = number % 7 ? 600 + number * 37 % 4'000 : 0;
    d.completionPerMille = int(random() % 1'001);
    d.title = d.facets[0] + " " + d.facets[1] + " " + std::to_string(d.year);
    static const std::vector<std::string> kPhrases = {"кожаный салон", "салон тёплый",     "панорамная крыша", "без дтп",
                                                      "один хозяин",   "полный привод",    "камера сзади",     "full history",
                                                      "family car",    "подогрев сидений", "новая резина",     "торг"};
    for (int i = int(random() % 5); i > 0; --i)
        d.description += pick(kPhrases) + ", ";
    // Hundreds of combinations, as words and facts make them.
    for (const char *trait : {"family", "winter", "city", "towing", "offroad", "prestige", "economy", "roomy", "sport"}) {
        if (random() % 4 == 0)
            d.traits.emplace_back(trait);
    }
    if (random() % 4 == 0)
        d.description += "лот" + std::to_string(random() % 3'000);
    return d;
}

inline std::set<std::string> termsOf(const Document &document)
{
    std::set<std::string> terms;
    const auto read = [&terms](const std::string &text) {
        for (const std::string &word : words(text))
            terms.emplace(Stemmer::ofThread()(word));
    };
    read(document.title);
    read(document.description);
    for (const Dimension d : {Dimension::BodyType, Dimension::Fuel, Dimension::Transmission, Dimension::Drive, Dimension::Color})
        read(document.facets[at(d)]);
    for (const std::string &trait : document.traits)
        terms.insert(traitTerm(trait));
    return terms;
}

// The listings as they should be.
class Market
{
public:
    void put(const Document &document)
    {
        m_documents[document.id] = document;
        m_terms.erase(document.id);
    }
    void remove(const Id &id) { m_documents.erase(id); }
    const std::set<std::string> &terms(const Document &document) const
    {
        const auto known = m_terms.find(document.id);
        return known != m_terms.end() ? known->second : m_terms.emplace(document.id, termsOf(document)).first->second;
    }
    size_t size() const { return m_documents.size(); }
    std::vector<Document> all() const
    {
        std::vector<Document> list;
        for (const auto &[id, document] : m_documents)
            list.push_back(document);
        return list;
    }
    const std::map<Id, Document> &documents() const { return m_documents; }

private:
    std::map<Id, Document> m_documents;
    mutable std::map<Id, std::set<std::string>> m_terms; // read when they are first asked for
};

inline Query randomQuery(Random &random)
{
    Query query;
    const auto pick = [&](Dimension dimension, const std::vector<std::string> &values, unsigned rarity) {
        if (random() % rarity)
            return;
        for (size_t i = random() % 6 + 1; i > 0; --i)
            query.facets[at(dimension)].push_back(values[random() % values.size()]);
    };
    pick(Dimension::Brand, {"toyota", "BMW", "Kia", "ŠKODA", "Audi", "Geely", "Nowhere"}, 3);
    pick(Dimension::Model, {"Toyota-1", "BMW-2", "kia-5", "Audi-7", "Geely-3", "Lada-0"}, 7);
    pick(Dimension::BodyType, {"suv", "sedan", "coupe"}, 4);
    pick(Dimension::Fuel, {"petrol", "diesel"}, 4);
    pick(Dimension::Transmission, {"automatic", "manual"}, 4);
    pick(Dimension::Drive, {"awd", "fwd"}, 5);
    pick(Dimension::Color, {"white", "black", "red"}, 5);
    pick(Dimension::Country, {"JP", "KR"}, 4);
    const auto bound = [&](Dimension dimension, int64_t least, int64_t most, unsigned rarity) {
        if (random() % rarity)
            return;
        Bounds bounds;
        const int64_t span = most - least;
        if (random() % 3)
            bounds.from = least + int64_t(random()) % (span / 2);
        if (random() % 3)
            bounds.to = most - int64_t(random()) % (span / 2);
        query.bounds[numberAt(dimension)] = bounds;
    };
    bound(Dimension::Year, 1995, 2025, 4);
    bound(Dimension::Price, 0, 900'000'000, 4);
    bound(Dimension::Mileage, 0, 420'000, 4);
    bound(Dimension::Eta, 0, 90, 5);
    bound(Dimension::Rating, 0, 500, 6);
    bound(Dimension::Published, kNowMs - 18'000'000'000, kNowMs, 8);
    bound(Dimension::Power, 0, 460, 8);
    bound(Dimension::Displacement, 0, 4'600, 8);
    if (random() % 3 == 0) {
        static const std::vector<std::string> kWords = {"салон", "крыша", "привод", "торг", "car", "history", "toyota", "bmw"};
        for (size_t i = random() % 2 + 1; i > 0; --i)
            query.words.push_back(wordOf(kWords[random() % kWords.size()]));
    }
    if (random() % 4 == 0) {
        static const std::vector<std::string> kTraits = {"family", "winter", "Towing", "roomy", "nowhere"};
        for (size_t i = random() % 2 + 1; i > 0; --i)
            query.traits.push_back(kTraits[random() % (random() % 4 ? 4 : 5)]);
    }
    query.sort = Sort(random() % 6);
    return query;
}

inline int64_t numberOf(const Document &d, Dimension dimension)
{
    switch (dimension) {
    case Dimension::Year: return d.year;
    case Dimension::Price: return d.priceMinor;
    case Dimension::Mileage: return d.mileageKm;
    case Dimension::Eta: return d.etaDays;
    case Dimension::Rating: return d.ratingHundredths;
    case Dimension::Power: return d.powerHp;
    case Dimension::Displacement: return d.displacementCc;
    default: return d.publishedMs;
    }
}

// What a query must give, counted one by one.
struct Counted
{
    uint64_t total = 0;
    std::array<std::unordered_map<std::string, uint32_t>, kWordDimensions> facets;
    std::array<std::map<size_t, uint32_t>, kNumberDimensions> bins;
    Extent price{std::numeric_limits<int64_t>::max(), std::numeric_limits<int64_t>::min()};
    Extent mileage = price;
    std::vector<std::pair<int64_t, Id>> places; // of a strict order
    std::array<uint64_t, kDimensions> without{};
    std::map<std::string, uint32_t> traits;
};

inline Dimension sortedBy(Sort sort)
{
    switch (sort) {
    case Sort::PriceAscending:
    case Sort::PriceDescending: return Dimension::Price;
    case Sort::MileageAscending: return Dimension::Mileage;
    case Sort::EtaAscending: return Dimension::Eta;
    default: return Dimension::Published;
    }
}

inline bool hasTraits(const Document &document, const std::vector<std::string> &wanted)
{
    return std::all_of(wanted.begin(), wanted.end(), [&document](const std::string &trait) {
        return std::find(document.traits.begin(), document.traits.end(), folded(trait)) != document.traits.end();
    });
}

inline Counted countOneByOne(const Market &market, const std::vector<Word> &wanted, const Query &query)
{
    Counted counted;
    std::array<std::set<std::string>, kWordDimensions> asked;
    for (size_t f = 0; f < kWordDimensions; ++f) {
        for (const std::string &value : query.facets[f])
            asked[f].insert(folded(value));
    }
    for (const auto &[id, document] : market.documents()) {
        int failed = 0;
        size_t last = 0;
        for (size_t f = 0; f < kDimensions && failed < 2; ++f) {
            bool passes = true;
            if (Dimension(f) == Dimension::Trait)
                passes = hasTraits(document, query.traits);
            else if (f < kWordDimensions)
                passes = asked[f].empty() || asked[f].count(folded(document.facets[f]));
            else if (const auto &bounds = query.bounds[f - kWordDimensions]) {
                const int64_t value = numberOf(document, Dimension(f));
                passes = value >= bounds->from && value <= bounds->to;
            }
            failed += passes ? 0 : 1;
            last = passes ? last : f;
        }
        if (failed > 1)
            continue;
        if (!wanted.empty()) {
            const std::set<std::string> &terms = market.terms(document);
            if (!std::all_of(wanted.begin(), wanted.end(), [&terms](const Word &word) {
                    return std::any_of(word.alternatives.begin(), word.alternatives.end(),
                                       [&terms](const Alternative &a) { return terms.count(a.term) > 0; });
                }))
                continue;
        }
        const auto count = [&, &doc = document](size_t f) {
            if (f < kWordDimensions) {
                if (!doc.facets[f].empty())
                    ++counted.facets[f][doc.facets[f]];
                return;
            }
            if (Dimension(f) == Dimension::Trait)
                return;
            const int64_t value = numberOf(doc, Dimension(f));
            if (f < kFacetDimensions)
                ++counted.bins[f - kWordDimensions][binOf(Dimension(f), value)];
            const auto extend = [value](Extent &extent) {
                extent.least = std::min(extent.least, value);
                extent.greatest = std::max(extent.greatest, value);
            };
            if (Dimension(f) == Dimension::Price)
                extend(counted.price);
            if (Dimension(f) == Dimension::Mileage)
                extend(counted.mileage);
        };
        if (failed == 1) {
            count(last);
            ++counted.without[last];
            continue;
        }
        ++counted.total;
        for (size_t f = 0; f < kDimensions; ++f)
            count(f);
        for (const std::string &trait : document.traits)
            ++counted.traits[trait];
        counted.places.emplace_back(numberOf(document, sortedBy(query.sort)), id);
    }
    return counted;
}

// What is wrong with an answer, or nothing.
inline std::string differenceFrom(const Market &market, const std::vector<Word> &wanted, const Query &query, const Answer &answer)
{
    Counted counted = countOneByOne(market, wanted, query);
    if (counted.total == 0 && wanted.size() > 1)
        return {}; // relaxed: a test of its own
    if (answer.total != counted.total)
        return "total " + std::to_string(answer.total) + ", not " + std::to_string(counted.total);
    for (size_t f = 0; f < kWordDimensions; ++f) {
        std::unordered_map<std::string, uint32_t> actual;
        for (const ValueCount &value : answer.facets[f]) {
            if (value.count > 0)
                actual.emplace(value.value, value.count);
        }
        if (actual != counted.facets[f])
            return "facet " + std::to_string(f);
    }
    std::map<std::string, uint32_t> traits;
    for (const ValueCount &value : answer.traits)
        traits.emplace(value.value, value.count);
    if (traits != counted.traits)
        return "traits";
    const auto sameBins = [&](Dimension dimension, const auto &bins) {
        for (size_t i = 0; i < bins.size(); ++i) {
            const auto &expected = counted.bins[numberAt(dimension)];
            const auto found = expected.find(i);
            if (bins[i] != (found == expected.end() ? 0 : found->second))
                return false;
        }
        return true;
    };
    if (!sameBins(Dimension::Year, answer.years) || !sameBins(Dimension::Price, answer.prices)
        || !sameBins(Dimension::Mileage, answer.mileages) || !sameBins(Dimension::Eta, answer.etas)
        || !sameBins(Dimension::Rating, answer.ratings))
        return "bins";
    const auto sameExtent = [](const Extent &a, const Extent &b) {
        return (a.least > a.greatest && b.least > b.greatest) || (a.least == b.least && a.greatest == b.greatest);
    };
    if (!sameExtent(answer.price, counted.price) || !sameExtent(answer.mileage, counted.mileage))
        return "extent";
    for (const Relaxation &relaxation : answer.relaxations) {
        if (!relaxation.isWord && relaxation.total != counted.total + counted.without[relaxation.which])
            return "relaxation of " + std::to_string(relaxation.which);
    }
    if (answer.hits.size() != std::min<size_t>(query.limit, counted.total))
        return "hits";
    if (query.sort == Sort::Relevance)
        return {};
    std::sort(counted.places.begin(), counted.places.end());
    if (query.sort == Sort::Newest || query.sort == Sort::PriceDescending)
        std::reverse(counted.places.begin(), counted.places.end());
    for (size_t i = 0; i < answer.hits.size(); ++i) {
        if (answer.hits[i].id != counted.places[i].second || answer.hits[i].key != counted.places[i].first)
            return "order at " + std::to_string(i);
    }
    return {};
}

inline std::string differenceFrom(const Market &market, const Query &query, const Answer &answer)
{
    return differenceFrom(market, query.words, query, answer);
}

} // namespace cargo::test::search_engine
