#include "server/search/percolator.h"

#include "server/providers/search/concepts.h"
#include "server/providers/search/text_analysis.h"
#include "server/providers/search/traits.h"

#include <algorithm>
#include <bit>

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

bool test(const std::vector<quint64> &bits, quint32 at) { return (bits[at / 64] >> (at % 64)) & 1; }
void set(std::vector<quint64> &bits, quint32 at) { bits[at / 64] |= quint64(1) << (at % 64); }

// Terms of one kind are not those of another.
QString modelTerm(const QString &model) { return u'm' + folded(model); }
QString countryTerm(const QString &country) { return u'c' + country; }
QString wordTerm(const QString &stem) { return u'w' + stem; }
QString traitTerm(const QString &trait) { return u'r' + trait; }

std::vector<std::vector<QString>> wordGroups(const SearchQuery &query)
{
    std::vector<QString> typed = words(query.text);
    leaveOutNoise(typed);
    std::vector<std::vector<QString>> groups;
    for (const QString &word : typed)
        groups.push_back(meaningsOf(word));
    return groups;
}
} // namespace

// One bit a value: the closed words of a facet (shared/domain/listing) are fourteen at most.
quint16 Percolator::bitOf(int facet, const QString &value)
{
    QHash<QString, quint16> &words = m_words[size_t(facet)];
    const auto known = words.constFind(folded(value));
    if (known != words.constEnd())
        return *known;
    const auto bit = quint16(1U << std::min<qsizetype>(words.size(), 15));
    words.insert(folded(value), bit);
    return bit;
}

quint32 Percolator::numberOf(const QString &term)
{
    const auto known = m_numbers.constFind(term);
    return known != m_numbers.constEnd() ? *known : *m_numbers.insert(term, quint32(m_numbers.size()));
}

std::vector<Percolator::Group> Percolator::termsOf(const SearchQuery &query, const std::vector<Group> &words)
{
    std::vector<Group> groups;
    const auto add = [&groups](const std::vector<QString> &values, auto term) {
        if (values.empty())
            return;
        Group &group = groups.emplace_back();
        for (const QString &value : values)
            group.push_back(term(value));
    };
    add(query.values(FacetName::Model), modelTerm);
    add(query.values(FacetName::CountryFrom), countryTerm);
    for (const QString &trait : query.traits) // all of them are asked for
        add({trait}, traitTerm);
    for (const Group &meanings : words)
        add(meanings, wordTerm);
    return groups;
}

std::vector<QString> Percolator::bucketsOf(const SearchQuery &query, const std::vector<Group> &words)
{
    std::vector<QString> buckets;
    if (!query.values(FacetName::Brand).empty()) {
        for (const QString &brand : query.values(FacetName::Brand)) {
            if (query.values(FacetName::Model).empty())
                buckets.push_back(u'b' + folded(brand));
            for (const QString &model : query.values(FacetName::Model))
                buckets.push_back(u'm' + folded(brand) + u'\n' + folded(model));
        }
    } else if (!words.empty()) {
        const auto longest = std::max_element(words.begin(), words.end(),
                                              [](const auto &a, const auto &b) { return a.front().size() < b.front().size(); });
        for (const QString &word : *longest)
            buckets.push_back(u'w' + word);
    } else if (!query.values(FacetName::CountryFrom).empty()) {
        for (const QString &country : query.values(FacetName::CountryFrom))
            buckets.push_back(u'c' + country);
    } else if (!query.values(FacetName::BodyType).empty()) {
        for (const QString &body : query.values(FacetName::BodyType))
            buckets.push_back(u't' + folded(body));
    } else if (!query.traits.empty()) {
        buckets.push_back(traitTerm(query.traits.front()));
    } else {
        buckets.push_back(QString());
    }
    return buckets;
}

void Percolator::put(const Uuid &search, const SearchQuery &query)
{
    const bool replaces = m_slots.contains(search);
    drop(search);
    Entry entry;
    entry.slot = quint32(m_searches.size());
    entry.priceFrom = query.priceFromMinor.value_or(entry.priceFrom);
    entry.priceTo = query.priceToMinor.value_or(entry.priceTo);
    entry.mileageFrom = query.mileageFromKm.value_or(entry.mileageFrom);
    entry.mileageTo = query.mileageToKm.value_or(entry.mileageTo);
    entry.yearFrom = qint16(query.yearFrom.value_or(entry.yearFrom));
    entry.yearTo = qint16(query.yearTo.value_or(entry.yearTo));
    entry.etaTo = qint16(query.etaToDays.value_or(entry.etaTo));
    entry.ratingFrom = qint16(query.ratingFromHundredths.value_or(entry.ratingFrom));
    for (size_t i = 0; i < kClosed.size(); ++i) {
        for (const QString &value : query.values(kClosed[i]))
            entry.masks[i] = quint16(entry.masks[i] | bitOf(int(i), value));
    }
    m_asksForTraits = m_asksForTraits || !query.traits.empty();
    const std::vector<Group> words = wordGroups(query);
    if (const std::vector<Group> groups = termsOf(query, words); !groups.empty()) {
        entry.more = quint32(m_terms.size());
        m_terms.push_back(quint32(groups.size()));
        for (const Group &group : groups) {
            m_terms.push_back(quint32(group.size()));
            for (const QString &term : group)
                m_terms.push_back(numberOf(term));
        }
    }
    m_searches.push_back(search);
    m_slots.insert(search, entry.slot);
    m_living.resize(m_searches.size() / 64 + 1);
    set(m_living, entry.slot);
    for (const QString &bucket : bucketsOf(query, words)) {
        std::vector<Entry> &entries = m_buckets[bucket];
        if (replaces)
            std::erase_if(entries, [this](const Entry &other) { return !test(m_living, other.slot); });
        entries.push_back(entry);
    }
}

void Percolator::drop(const Uuid &search)
{
    const auto known = m_slots.constFind(search);
    if (known == m_slots.constEnd())
        return;
    m_living[*known / 64] &= ~(quint64(1) << (*known % 64));
    m_slots.erase(known);
}

bool Percolator::fits(const Entry &entry, const Car &car) const
{
    const Document &d = car.document;
    if (d.priceMinor < entry.priceFrom || d.priceMinor > entry.priceTo || d.year < entry.yearFrom || d.year > entry.yearTo
        || d.mileageKm < entry.mileageFrom || d.mileageKm > entry.mileageTo || d.etaDays > entry.etaTo
        || d.ratingHundredths < entry.ratingFrom)
        return false;
    for (size_t i = 0; i < entry.masks.size(); ++i) {
        if (entry.masks[i] != 0 && (entry.masks[i] & car.bits[i]) == 0)
            return false;
    }
    if (entry.more != kNoMore) {
        const quint32 *at = &m_terms[entry.more];
        for (quint32 groups = *at++; groups > 0; --groups) {
            const quint32 *last = at + 1 + *at;
            if (std::none_of(at + 1, last, [&car](quint32 term) { return test(car.terms, term); }))
                return false;
            at = last;
        }
    }
    return test(m_living, entry.slot);
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

Percolator::Car Percolator::read(const Document &d, const std::vector<QString> &stems, const std::vector<QString> &traits) const
{
    Car car{d, {}, std::vector<quint64>(size_t(m_numbers.size()) / 64 + 1)};
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

std::vector<Uuid> Percolator::matches(const Document &d) const
{
    const QString text = d.brand + u' ' + d.model + u' ' + QString::number(d.year) + u' ' + d.bodyType + u' ' + d.fuel + u' '
                         + d.transmission + u' ' + d.drive + u' ' + d.color + u' ' + d.description;
    std::vector<QString> stems;
    for (const QString &word : words(text))
        stems.push_back(stem(word));
    std::sort(stems.begin(), stems.end());
    stems.erase(std::unique(stems.begin(), stems.end()), stems.end());
    const std::vector<QString> traits = traitsOf(d);
    const Car car = read(d, stems, traits);

    std::vector<quint64> found(m_living.size());
    const auto look = [&](const QString &bucket) {
        const auto entries = m_buckets.constFind(bucket);
        if (entries == m_buckets.constEnd())
            return;
        for (const Entry &entry : *entries) {
            if (fits(entry, car))
                set(found, entry.slot);
        }
    };
    look(u'b' + folded(d.brand));
    look(u'm' + folded(d.brand) + u'\n' + folded(d.model));
    look(u'c' + d.countryFrom);
    look(u't' + folded(d.bodyType));
    look(QString());
    for (const QString &stem : stems)
        look(u'w' + stem);
    for (const QString &trait : traits)
        look(traitTerm(trait));
    std::vector<Uuid> searches;
    for (size_t word = 0; word < found.size(); ++word) {
        for (quint64 rest = found[word]; rest != 0; rest &= rest - 1)
            searches.push_back(m_searches[word * 64 + size_t(std::countr_zero(rest))]);
    }
    return searches;
}

} // namespace cargo::search
