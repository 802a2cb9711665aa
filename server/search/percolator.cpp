#include "server/search/percolator.h"

#include "server/providers/search/concepts.h"
#include "server/providers/search/text_analysis.h"
#include "server/providers/search/traits.h"
#include "server/providers/search/unwanted_names.h"

#include <algorithm>
#include <bit>
#include <iterator>
#include <numeric>

namespace cargo::search {

namespace {
using FacetName = SearchQuery::Facet;
constexpr std::array kClosed = {FacetName::BodyType, FacetName::Fuel, FacetName::Transmission, FacetName::Drive,
                                FacetName::Color};

QString folded(const QString &value) { return value.toCaseFolded(); }

// The index forms of everything that one typed word may mean.
std::vector<QString> meaningsOf(const QString &word)
{
    std::vector<QString> meanings{stem(word)};
    for (const QString &synonym : synonyms(word))
        meanings.push_back(stem(synonym));
    if (const QString latin = transliterate(word); !latin.isEmpty())
        meanings.push_back(stem(latin));
    std::sort(meanings.begin(), meanings.end());
    meanings.erase(std::unique(meanings.begin(), meanings.end()), meanings.end());
    return meanings;
}

bool test(const std::vector<uint64_t> &bits, quint32 at) { return (bits[at / 64] >> (at % 64)) & 1; }
void set(std::vector<uint64_t> &bits, quint32 at) { bits[at / 64] |= uint64_t(1) << (at % 64); }

// Terms of one kind are not those of another.
QString modelTerm(const QString &model) { return u'm' + folded(model); }
QString countryTerm(const QString &country) { return u'c' + country; }
QString wordTerm(const QString &stem) { return u'w' + stem; }
QString traitTerm(const QString &trait) { return u'r' + trait; }
QString brandBucket(const QString &brand) { return u'b' + folded(brand); }
QString modelBucket(const QString &brand, const QString &model) { return u'm' + folded(brand) + u'\n' + folded(model); }
QString bodyBucket(const QString &body) { return u't' + folded(body); }

// The stems of what a text does not want, name by name; they are taken out of `typed`.
std::vector<std::vector<QString>> unwantedStems(std::vector<QString> &typed)
{
    std::vector<std::vector<QString>> unwanted;
    for (const std::vector<QString> &name : takeUnwanted(typed)) {
        std::vector<QString> stems;
        for (const QString &word : name)
            stems.push_back(stem(namesOf(word).front()));
        unwanted.push_back(std::move(stems));
    }
    return unwanted;
}

// Of what is left.
std::vector<std::vector<QString>> wordGroups(std::vector<QString> typed)
{
    leaveOutNoise(typed, OfWishes::Go); // an alert reads no wishes
    std::vector<std::vector<QString>> groups;
    for (const QString &word : typed)
        groups.push_back(meaningsOf(word));
    return groups;
}
} // namespace

// One bit a value: the closed words of a facet (shared/domain/listing) are fourteen at most. Should there ever be more, they
// share the last bit, and a search may hear of a car too many.
quint16 Percolator::bitOf(size_t facet, const QString &value)
{
    QHash<QString, quint16> &words = m_words[facet];
    const auto known = words.constFind(folded(value));
    if (known != words.constEnd())
        return *known;
    const auto bit = quint16(1U << (words.size() < 14 ? words.size() : 15)); // SavedNumbers::kAnyWord lies between
    words.insert(folded(value), bit);
    return bit;
}

quint32 Percolator::numberOf(const QString &term)
{
    const auto known = m_numbers.constFind(term);
    return known != m_numbers.constEnd() ? *known : *m_numbers.insert(term, quint32(m_numbers.size()));
}

// The most selective condition names the buckets, and who looks there fulfils it: it is not asked for once more.
Percolator::Place Percolator::placeOf(const SearchQuery &query, std::vector<Group> words)
{
    const auto &brands = query.values(FacetName::Brand), &models = query.values(FacetName::Model),
               &countries = query.values(FacetName::CountryFrom), &bodies = query.values(FacetName::BodyType);
    std::vector<QString> traits = query.traits; // all of them are asked for
    Place place;
    const auto stand = [&place](const std::vector<QString> &values, auto name) {
        std::transform(values.begin(), values.end(), std::back_inserter(place.buckets), name);
    };
    const auto ask = [&place](const std::vector<QString> &values, auto term) {
        if (!values.empty())
            std::transform(values.begin(), values.end(), std::back_inserter(place.groups.emplace_back()), term);
    };
    bool asksModel = true, asksCountry = true;
    if (!brands.empty() && models.empty()) {
        stand(brands, brandBucket);
    } else if (!brands.empty()) {
        for (const QString &brand : brands)
            stand(models, [&brand](const QString &model) { return modelBucket(brand, model); });
        asksModel = false;
    } else if (!words.empty()) {
        const auto longest = std::max_element(words.begin(), words.end(),
                                              [](const auto &a, const auto &b) { return a.front().size() < b.front().size(); });
        stand(*longest, wordTerm);
        words.erase(longest);
    } else if (!countries.empty()) {
        stand(countries, countryTerm);
        asksCountry = false;
    } else if (!bodies.empty()) {
        stand(bodies, bodyBucket);
    } else if (!traits.empty()) {
        stand({traits.back()}, traitTerm);
        traits.pop_back();
    } else {
        place.buckets.push_back(QString());
    }
    if (asksModel)
        ask(models, modelTerm);
    if (asksCountry)
        ask(countries, countryTerm);
    for (const QString &trait : traits)
        ask({trait}, traitTerm);
    for (const Group &meanings : words)
        ask(meanings, wordTerm);
    return place;
}

void Percolator::put(const Uuid &search, const SearchQuery &query)
{
    const bool replaces = m_slots.contains(search);
    drop(search);
    SavedNumbers wanted;
    wanted.priceFrom = query.priceFromMinor.value_or(wanted.priceFrom);
    wanted.priceTo = query.priceToMinor.value_or(wanted.priceTo);
    wanted.mileageFrom = query.mileageFromKm.value_or(wanted.mileageFrom);
    wanted.mileageTo = query.mileageToKm.value_or(wanted.mileageTo);
    wanted.yearFrom = query.yearFrom.value_or(wanted.yearFrom);
    wanted.yearTo = query.yearTo.value_or(wanted.yearTo);
    wanted.etaTo = query.etaToDays.value_or(wanted.etaTo);
    wanted.ratingFrom = query.ratingFromHundredths.value_or(wanted.ratingFrom);
    for (size_t i = 0; i < kClosed.size(); ++i) {
        const std::vector<QString> &values = query.values(kClosed[i]);
        quint16 mask = values.empty() ? SavedNumbers::kAnyWord : 0;
        for (const QString &value : values)
            mask = quint16(mask | bitOf(i, value));
        wanted.masks[i] = mask;
    }
    m_asksForTraits = m_asksForTraits || !query.traits.empty();
    std::vector<QString> typed = words(query.text);
    const Rare rare{unwantedStems(typed), query.powerFromHp, query.powerToHp, query.engineFromCc, query.engineToCc};
    const Place place = placeOf(query, wordGroups(std::move(typed)));
    std::vector<PercolatorBucket::TermGroup> groups;
    for (const Group &group : place.groups) {
        auto &numbers = groups.emplace_back();
        for (const QString &term : group)
            numbers.push_back(numberOf(term));
    }
    const auto slot = quint32(m_searches.size());
    m_searches.push_back(search);
    m_slots.insert(search, slot);
    m_living.resize(m_searches.size() / 64 + 1);
    set(m_living, slot);
    if (!rare.isEmpty())
        m_rare.insert(slot, rare);
    for (const QString &bucket : place.buckets) {
        PercolatorBucket &entries = m_buckets[bucket];
        if (replaces)
            entries.removeIf([this](quint32 other) { return !test(m_living, other); });
        entries.add(slot, wanted, groups);
    }
}

void Percolator::drop(const Uuid &search)
{
    const auto known = m_slots.constFind(search);
    if (known == m_slots.constEnd())
        return;
    m_living[*known / 64] &= ~(uint64_t(1) << (*known % 64));
    m_rare.remove(*known);
    m_slots.erase(known);
}

// Told by the dictionary of this moment, once somebody asks for any.
std::vector<QString> Percolator::traitsOf(const Document &document) const
{
    std::vector<QString> traits;
    if (m_asksForTraits) {
        const auto finder = traitFinder();
        for (const Concept *trait : finder->traitsOf(document))
            traits.push_back(trait->slug);
    }
    return traits;
}

CarNumbers Percolator::read(const Document &d, const std::vector<QString> &stems, const std::vector<QString> &traits) const
{
    CarNumbers car;
    car.price = d.priceMinor;
    car.mileage = d.mileageKm;
    car.year = d.year;
    car.eta = d.etaDays;
    car.rating = d.ratingHundredths;
    car.terms.resize(size_t(m_numbers.size()) / 64 + 1);
    const std::array<const QString *, kClosedFacets> values = {&d.bodyType, &d.fuel, &d.transmission, &d.drive, &d.color};
    for (size_t i = 0; i < values.size(); ++i)
        car.bits[i] = m_words[i].value(folded(*values[i]));
    const auto hold = [&](const QString &term) {
        if (const auto number = m_numbers.constFind(term); number != m_numbers.constEnd())
            set(car.terms, *number);
    };
    hold(modelTerm(d.model));
    hold(countryTerm(d.countryFrom));
    for (const QString &stem : stems)
        hold(wordTerm(stem));
    for (const QString &trait : traits)
        hold(traitTerm(trait));
    return car;
}

bool Percolator::Rare::fits(const Document &document, const std::vector<QString> &stems) const
{
    // What is not told passes no bound.
    const auto holds = [](int value, const std::optional<int> &from, const std::optional<int> &to) {
        return (!from && !to) || (value > 0 && value >= from.value_or(value) && value <= to.value_or(value));
    };
    const auto isHeld = [&stems](const QString &stem) { return std::binary_search(stems.begin(), stems.end(), stem); };
    return holds(document.powerHp, powerFromHp, powerToHp) && holds(document.engineCc, engineFromCc, engineToCc)
           && std::none_of(unwanted.begin(), unwanted.end(),
                           [&](const std::vector<QString> &name) { return std::all_of(name.begin(), name.end(), isHeld); });
}

std::vector<Uuid> Percolator::matches(const Document &d) const
{
    const QString text = d.brand + u' ' + d.model + u' ' + QString::number(d.year) + u' ' + d.bodyType + u' ' + d.fuel + u' '
                         + d.transmission + u' ' + d.drive + u' ' + d.color + u' ' + QString::fromUtf8(d.description);
    std::vector<QString> stems;
    for (const QString &word : words(text))
        stems.push_back(stem(word));
    std::sort(stems.begin(), stems.end());
    stems.erase(std::unique(stems.begin(), stems.end()), stems.end());
    const std::vector<QString> traits = traitsOf(d);
    const CarNumbers car = read(d, stems, traits);

    std::vector<uint64_t> found(m_living.size());
    const auto look = [&](const QString &bucket) {
        const auto entries = m_buckets.constFind(bucket);
        if (entries == m_buckets.constEnd())
            return;
        entries->forEachFitting(car, [&found](quint32 slot) { set(found, slot); });
    };
    look(brandBucket(d.brand));
    look(modelBucket(d.brand, d.model));
    look(countryTerm(d.countryFrom));
    look(bodyBucket(d.bodyType));
    look(QString());
    for (const QString &stem : stems)
        look(wordTerm(stem));
    for (const QString &trait : traits)
        look(traitTerm(trait));
    for (size_t word = 0; word < found.size(); ++word)
        found[word] &= m_living[word]; // a bucket keeps those that were dropped for a while
    std::vector<Uuid> searches;
    searches.reserve(std::accumulate(found.begin(), found.end(), size_t(0),
                                     [](size_t so, uint64_t bits) { return so + size_t(std::popcount(bits)); }));
    for (size_t word = 0; word < found.size(); ++word) {
        for (uint64_t rest = found[word]; rest != 0; rest &= rest - 1) {
            const size_t slot = word * 64 + size_t(std::countr_zero(rest));
            const auto rare = m_rare.constFind(quint32(slot));
            if (rare == m_rare.cend() || rare->fits(d, stems))
                searches.push_back(m_searches[slot]);
        }
    }
    return searches;
}

} // namespace cargo::search
