#include "server/search/percolator.h"

#include "server/providers/search/text_analysis.h"

#include <algorithm>

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

bool contains(const std::vector<QString> &all, const QString &value)
{
    return std::find(all.begin(), all.end(), value) != all.end();
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

std::vector<QString> Percolator::bucketsOf(const SearchQuery &query, const More &more) const
{
    std::vector<QString> buckets;
    if (!query.values(FacetName::Brand).empty()) {
        for (const QString &brand : query.values(FacetName::Brand)) {
            if (more.models.empty())
                buckets.push_back(u'b' + folded(brand));
            for (const QString &model : more.models)
                buckets.push_back(u'm' + folded(brand) + u'\n' + model);
        }
    } else if (!more.words.empty()) {
        const auto longest = std::max_element(more.words.begin(), more.words.end(),
                                              [](const auto &a, const auto &b) { return a.front().size() < b.front().size(); });
        for (const QString &word : *longest)
            buckets.push_back(u'w' + word);
    } else if (!more.countries.empty()) {
        for (const QString &country : more.countries)
            buckets.push_back(u'c' + country);
    } else if (!query.values(FacetName::BodyType).empty()) {
        for (const QString &body : query.values(FacetName::BodyType))
            buckets.push_back(u't' + folded(body));
    } else {
        buckets.push_back(QString());
    }
    return buckets;
}

void Percolator::put(const Uuid &search, const SearchQuery &query)
{
    Entry entry;
    entry.search = search;
    entry.generation = ++m_generation;
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
    More more;
    for (const QString &model : query.values(FacetName::Model))
        more.models.push_back(folded(model));
    more.countries = query.values(FacetName::CountryFrom);
    for (const QString &word : words(query.text))
        more.words.push_back(meaningsOf(word));
    const std::vector<QString> buckets = bucketsOf(query, more);
    if (!more.models.empty() || !more.countries.empty() || !more.words.empty()) {
        entry.more = qint32(m_more.size());
        m_more.push_back(std::move(more));
    }
    const bool replaces = m_generations.contains(search);
    m_generations.insert(search, entry.generation);
    for (const QString &bucket : buckets) {
        std::vector<Entry> &entries = m_buckets[bucket];
        if (replaces)
            std::erase_if(entries, [&](const Entry &other) { return m_generations.value(other.search) != other.generation; });
        entries.push_back(entry);
    }
}

void Percolator::drop(const Uuid &search) { m_generations.remove(search); }

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
    if (entry.more >= 0) {
        const More &more = m_more[size_t(entry.more)];
        if (!more.models.empty() && !contains(more.models, car.model))
            return false;
        if (!more.countries.empty() && !contains(more.countries, d.countryFrom))
            return false;
        for (const auto &group : more.words) {
            if (std::none_of(group.begin(), group.end(), [&](const QString &word) { return car.words.contains(word); }))
                return false;
        }
    }
    return m_generations.value(entry.search) == entry.generation;
}

std::vector<Uuid> Percolator::matches(const Document &d) const
{
    Car car{d, folded(d.model), {}, {}};
    const std::array<const QString *, kClosedFacets> values = {&d.bodyType, &d.fuel, &d.transmission, &d.drive, &d.color};
    for (size_t i = 0; i < values.size(); ++i)
        car.bits[i] = m_words[i].value(folded(*values[i]));
    const QString text = d.brand + u' ' + d.model + u' ' + QString::number(d.year) + u' ' + d.bodyType + u' ' + d.fuel + u' '
                         + d.transmission + u' ' + d.drive + u' ' + d.color + u' ' + d.description;
    for (const QString &word : words(text))
        car.words.insert(stem(word));

    std::vector<Uuid> found;
    const auto look = [&](const QString &bucket) {
        const auto entries = m_buckets.constFind(bucket);
        if (entries == m_buckets.constEnd())
            return;
        for (const Entry &entry : *entries) {
            if (fits(entry, car))
                found.push_back(entry.search);
        }
    };
    look(u'b' + folded(d.brand));
    look(u'm' + folded(d.brand) + u'\n' + car.model);
    look(u'c' + d.countryFrom);
    look(u't' + folded(d.bodyType));
    look(QString());
    for (const QString &word : std::as_const(car.words))
        look(u'w' + word);
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

} // namespace cargo::search
