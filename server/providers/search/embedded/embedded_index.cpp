#include "server/providers/search/embedded/embedded_index.h"

#include <algorithm>
#include <mutex>
#include <set>

namespace cargo::search {

namespace {
constexpr size_t kFewSlots = 16; // more at once: one pass over the lists instead of a shift for each
constexpr size_t kDeadBeforeCompaction = 20'000;
using Facet_ = SearchQuery::Facet;

QString joined(const std::array<const QString *, 5> &parts)
{
    QString text;
    for (const QString *part : parts) {
        text += *part;
        text += QChar(u' ');
    }
    return text;
}

quint32 nameKey(const Row &row) { return quint32(row.codes[0]) << 16 | row.codes[1]; }
} // namespace

EmbeddedIndex::EmbeddedIndex() : m_text(std::make_unique<TextIndex>()) {}
EmbeddedIndex::~EmbeddedIndex() = default;

bool EmbeddedIndex::entryLess(const Entry &a, const Entry &b) const
{
    return a.key != b.key ? a.key < b.key : m_ids[a.slot] < m_ids[b.slot];
}

EmbeddedIndex::Orders &EmbeddedIndex::ordersOf(quint16 brand)
{
    if (m_byBrand.size() <= brand)
        m_byBrand.resize(size_t(brand) + 1);
    if (!m_byBrand[brand])
        m_byBrand[brand] = std::make_unique<Orders>();
    return *m_byBrand[brand];
}

Row EmbeddedIndex::rowOf(const Document &d)
{
    const std::array<const QString *, SearchQuery::kFacetCount> values = {&d.brand,        &d.model, &d.bodyType, &d.fuel,
                                                                          &d.transmission, &d.drive, &d.color,    &d.countryFrom};
    Row row;
    for (size_t i = 0; i < values.size(); ++i)
        row.codes[i] = m_dictionaries[i].codeOf(*values[i]);
    row.year = qint16(d.year);
    row.etaDays = qint16(d.etaDays);
    row.ratingHundredths = qint16(d.ratingHundredths);
    row.mileageKm = d.mileageKm;
    row.priceMinor = d.priceMinor;
    row.publishedMs = d.publishedAt.unixMs;
    row.revision = d.revision;
    setBins(row);
    return row;
}

quint32 EmbeddedIndex::addRow(const Document &d, const Row &row)
{
    const auto slot = quint32(m_rows.size());
    m_rows.push_back(row);
    m_live.push_back(1);
    m_ids.push_back(d.id);
    m_descriptions.push_back(d.description);
    m_slots.insert(d.id, slot);
    ++m_liveCount;
    m_names.count(nameKey(row), d.brand, d.model, 1);
    m_text->add(slot, d.brand + QChar(u' ') + d.model + QChar(u' ') + QString::number(d.year), d.description,
                joined({&d.bodyType, &d.fuel, &d.transmission, &d.drive, &d.color}));
    return slot;
}

// One by one costs a shift of every list for each slot: for a few.
void EmbeddedIndex::insertOrdered(quint32 slot, Orders &orders)
{
    for (int i = 0; i < kOrderCount; ++i) {
        const Entry entry{keyOf(m_rows[slot], Order(i)), slot};
        auto &list = orders[size_t(i)];
        list.insert(
            std::upper_bound(list.begin(), list.end(), entry, [this](const Entry &a, const Entry &b) { return entryLess(a, b); }),
            entry);
    }
}

void EmbeddedIndex::eraseOrdered(const std::vector<quint32> &dead)
{
    const auto sweep = [&](Orders &orders) {
        for (auto &list : orders)
            std::erase_if(list, [&](const Entry &entry) { return !m_live[entry.slot]; });
    };
    const auto eraseOne = [&](quint32 slot, Orders &orders) {
        for (int i = 0; i < kOrderCount; ++i) {
            const Entry entry{keyOf(m_rows[slot], Order(i)), slot};
            auto &list = orders[size_t(i)];
            const auto it = std::lower_bound(list.begin(), list.end(), entry,
                                             [this](const Entry &a, const Entry &b) { return entryLess(a, b); });
            if (it != list.end() && it->slot == slot)
                list.erase(it);
        }
    };
    std::set<quint16> brands;
    for (const quint32 slot : dead) {
        const quint16 brand = m_rows[slot].codes[size_t(Facet_::Brand)];
        if (dead.size() > kFewSlots) {
            brands.insert(brand);
        } else {
            eraseOne(slot, m_all);
            eraseOne(slot, ordersOf(brand));
        }
    }
    if (!brands.empty())
        sweep(m_all);
    for (const quint16 brand : brands)
        sweep(ordersOf(brand));
}

void EmbeddedIndex::appendOrdered(const std::vector<quint32> &slots)
{
    const auto less = [this](const Entry &a, const Entry &b) { return entryLess(a, b); };
    const auto append = [&](Orders &orders, const std::vector<quint32> &added) {
        for (int i = 0; i < kOrderCount; ++i) {
            auto &list = orders[size_t(i)];
            const auto middle = qsizetype(list.size());
            for (const quint32 slot : added)
                list.push_back({keyOf(m_rows[slot], Order(i)), slot});
            std::sort(list.begin() + middle, list.end(), less);
            std::inplace_merge(list.begin(), list.begin() + middle, list.end(), less);
        }
    };
    append(m_all, slots);
    QHash<quint16, std::vector<quint32>> byBrand;
    for (const quint32 slot : slots)
        byBrand[m_rows[slot].codes[size_t(Facet_::Brand)]].push_back(slot);
    for (auto it = byBrand.cbegin(); it != byBrand.cend(); ++it)
        append(ordersOf(it.key()), it.value());
}

void EmbeddedIndex::kill(quint32 slot)
{
    m_live[slot] = 0;
    m_descriptions[slot].clear();
    m_slots.remove(m_ids[slot]);
    --m_liveCount;
    m_names.count(nameKey(m_rows[slot]), -1);
}

void EmbeddedIndex::upsert(const std::vector<Document> &documents)
{
    const std::unique_lock guard(m_lock);
    std::vector<quint32> added, dead;
    for (const Document &document : documents) {
        const Row row = rowOf(document);
        const auto known = m_slots.constFind(document.id);
        if (known != m_slots.constEnd()) {
            const quint32 slot = *known;
            const bool same = m_rows[slot] == row && m_descriptions[slot] == document.description;
            if (same || m_rows[slot].revision > document.revision)
                continue;
            kill(slot);
            dead.push_back(slot);
        }
        added.push_back(addRow(document, row));
    }
    eraseOrdered(dead);
    std::erase_if(added, [this](quint32 slot) { return !m_live[slot]; }); // the same listing twice in one call
    if (added.size() > kFewSlots) {
        appendOrdered(added);
    } else {
        for (const quint32 slot : added) {
            insertOrdered(slot, m_all);
            insertOrdered(slot, ordersOf(m_rows[slot].codes[size_t(Facet_::Brand)]));
        }
    }
    compactIfWorn();
}

void EmbeddedIndex::remove(const std::vector<ListingId> &ids)
{
    const std::unique_lock guard(m_lock);
    std::vector<quint32> dead;
    for (const ListingId &id : ids) {
        const auto known = m_slots.constFind(id);
        if (known == m_slots.constEnd())
            continue;
        dead.push_back(*known);
        kill(dead.back());
    }
    eraseOrdered(dead);
    compactIfWorn();
}

// Dead slots cost memory and time in text lists; when they outnumber the living, everything is built anew.
void EmbeddedIndex::compactIfWorn()
{
    const size_t dead = m_rows.size() - m_liveCount;
    if (dead < kDeadBeforeCompaction || dead < m_liveCount)
        return;
    std::vector<Document> documents;
    documents.reserve(m_liveCount);
    for (quint32 slot = 0; slot < m_rows.size(); ++slot) {
        if (!m_live[slot])
            continue;
        const Row &row = m_rows[slot];
        const auto value = [&](Facet_ facet) { return m_dictionaries[size_t(facet)].value(row.codes[size_t(facet)]); };
        documents.push_back({m_ids[slot], row.revision, value(Facet_::Brand), value(Facet_::Model), value(Facet_::BodyType),
                             value(Facet_::Fuel), value(Facet_::Transmission), value(Facet_::Drive), value(Facet_::Color),
                             value(Facet_::CountryFrom), m_descriptions[slot], row.year, row.priceMinor, row.mileageKm,
                             row.etaDays, row.ratingHundredths, Timestamp{row.publishedMs}});
    }
    m_dictionaries = {};
    m_rows.clear();
    m_live.clear();
    m_ids.clear();
    m_descriptions.clear();
    m_slots.clear();
    m_all = {};
    m_byBrand.clear();
    m_text = std::make_unique<TextIndex>();
    m_names.clear();
    m_liveCount = 0;
    std::vector<quint32> added;
    for (const Document &document : documents)
        added.push_back(addRow(document, rowOf(document)));
    appendOrdered(added);
}

qint64 EmbeddedIndex::size() const
{
    const std::shared_lock guard(m_lock);
    return qint64(m_liveCount);
}

std::vector<Suggestion> EmbeddedIndex::suggest(const QString &text, int limit) const
{
    const std::shared_lock guard(m_lock);
    return m_names.suggest(text, limit);
}

} // namespace cargo::search
