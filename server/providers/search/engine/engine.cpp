#include "server/providers/search/engine/engine.h"

#include "server/providers/search/engine/builder.h"
#include "server/providers/search/engine/next_snapshot.h"
#include "server/providers/search/engine/search.h"

#include <algorithm>
#include <cstring>

namespace cargo::search::engine {

namespace {
constexpr size_t kBuriedMost = 1'000'000;
constexpr uint32_t kJoinMost = 512; // documents: so many are put together while a writer waits
constexpr uint32_t kJoinMostCrowded = 8'192;
} // namespace

size_t Engine::IdHash::operator()(const Id &id) const
{
    uint64_t a = 0, b = 0;
    std::memcpy(&a, id.data(), 8);
    std::memcpy(&b, id.data() + 8, 8);
    return size_t((a ^ (b * 0x9E37'79B9'7F4A'7C15ull)) * 0xC2B2'AE3D'27D4'EB4Full);
}

Engine::Engine(EngineOptions options) : m_options(options), m_catalog(std::make_shared<Catalog>(options.tuplesMost))
{
    auto empty = std::make_shared<Snapshot>();
    empty->catalog = m_catalog;
    empty->pairCounts = std::make_shared<const std::vector<uint32_t>>();
    if (options.givenDimensions > 0)
        empty->meaning = Meaning::given(options.givenDimensions);
    m_current = std::move(empty);
}

Engine::~Engine()
{
    {
        const std::lock_guard guard(m_wakeLock);
        m_stopping = true;
    }
    m_wake.notify_all();
    if (m_merger.joinable())
        m_merger.join();
}

std::shared_ptr<const Snapshot> Engine::snapshot() const
{
    const std::lock_guard guard(m_publishLock);
    return m_current;
}

void Engine::publish(std::shared_ptr<Snapshot> next)
{
    next->sizes = CatalogSizes::of(*m_catalog);
    next->living = 0;
    for (const Part &part : next->parts)
        next->living += part.living;
    std::shared_ptr<const Snapshot> before; // let go outside the lock
    {
        const std::lock_guard guard(m_publishLock);
        next->version = m_current->version + 1;
        before = std::exchange(m_current, std::move(next));
    }
}

Answer Engine::search(const Query &query) const { return search(snapshot(), query); }

Answer Engine::search(std::shared_ptr<const Snapshot> snapshot, const Query &query)
{
    return Search(std::move(snapshot), query).run();
}

// By id, none twice, none that is older than what we know or that we have already.
std::vector<const Document *> Engine::acceptable(const Snapshot &snapshot, const std::vector<Document> &documents) const
{
    std::vector<const Document *> list = newestById(documents);
    std::erase_if(list, [&](const Document *document) {
        const auto buried = m_buried.find(document->id);
        if (buried != m_buried.end() && document->revision < buried->second.revision)
            return true;
        const Snapshot::Place place = snapshot.find(document->id);
        if (place.document == kNoDocument)
            return false;
        const Segment &segment = *snapshot.parts[place.part].segment;
        return document->revision < segment.revisions[place.document]
               || fingerprintOf(*document) == segment.fingerprints[place.document];
    });
    return list;
}

size_t Engine::upsert(const std::vector<Document> &documents)
{
    const std::lock_guard guard(m_writeLock);
    const auto current = snapshot();
    const std::vector<const Document *> accepted = acceptable(*current, documents);
    if (accepted.empty())
        return 0;
    NextSnapshot next(*current);
    for (const Document *document : accepted) {
        next.kill(current->find(document->id));
        m_buried.erase(document->id);
    }
    next.append(buildSegment(*m_catalog, accepted, m_options.givenDimensions));
    // Where the merger does not keep up, the writers that outrun it do a part of its work.
    const bool isCrowded = current->parts.size() > 2 * size_t(m_options.partsMost);
    next.joinSmallParts(m_frozenParts, isCrowded ? kJoinMostCrowded : kJoinMost);
    publish(next.take());
    wakeMergerIfDue();
    return accepted.size();
}

size_t Engine::remove(const std::vector<Removal> &removals)
{
    const std::lock_guard guard(m_writeLock);
    const auto current = snapshot();
    NextSnapshot next(*current);
    size_t removed = 0;
    for (const Removal &removal : removals) {
        const Snapshot::Place place = current->find(removal.id);
        const bool stands = place.document != kNoDocument && next.lives(place);
        const int64_t standing = stands ? current->parts[place.part].segment->revisions[place.document] : 0;
        if (stands && removal.revision < standing)
            continue;
        if (stands)
            next.kill(place);
        removed += stands ? 1 : 0;
        if (removal.revision != kAnyRevision)
            bury(removal.id, removal.revision);
        else if (stands)
            bury(removal.id, standing);
    }
    if (removed > 0) {
        publish(next.take());
        wakeMergerIfDue();
    }
    return removed;
}

void Engine::bury(const Id &id, int64_t revision)
{
    Buried &buried = m_buried[id];
    buried.revision = buried.sequence == 0 ? revision : std::max(buried.revision, revision);
    buried.sequence = ++m_burials;
    if (m_buried.size() <= kBuriedMost)
        return;
    // The older half is forgotten: what comes late comes within days, not years.
    std::vector<uint64_t> sequences;
    for (const auto &[key, burial] : m_buried)
        sequences.push_back(burial.sequence);
    const auto middle = sequences.begin() + ptrdiff_t(sequences.size() / 2);
    std::nth_element(sequences.begin(), middle, sequences.end());
    std::erase_if(m_buried, [limit = *middle](const auto &entry) { return entry.second.sequence < limit; });
}

void Engine::build(std::vector<Document> documents)
{
    Builder builder(*this);
    builder.add(std::move(documents));
    builder.finish();
}

// With everything alive, or as `lives` says.
void Engine::replaceAll(std::shared_ptr<Catalog> catalog, std::vector<std::shared_ptr<const Segment>> segments,
                        std::vector<std::pair<Id, Buried>> buried, std::vector<std::shared_ptr<const Bits>> lives,
                        std::shared_ptr<const Meaning> meaning)
{
    const std::lock_guard merging(m_mergeLock);
    const std::lock_guard guard(m_writeLock);
    Snapshot empty;
    empty.catalog = catalog;
    empty.priorAtMs = snapshot()->priorAtMs;
    empty.pairCounts = std::make_shared<const std::vector<uint32_t>>();
    empty.meaning = std::move(meaning);
    if (!empty.meaning)
        empty.meaning = snapshot()->meaning;
    m_catalog = std::move(catalog);
    NextSnapshot next(empty);
    for (size_t i = 0; i < segments.size(); ++i) {
        if (segments[i]->size() > 0)
            next.append(segments[i], lives.empty() ? nullptr : lives[i]);
    }
    m_buried.clear();
    for (auto &[id, burial] : buried) {
        m_buried.emplace(id, burial);
        m_burials = std::max(m_burials, burial.sequence);
    }
    publish(next.take());
}

std::string Engine::save(const std::string &path, const std::string &madeWith) const
{
    std::shared_ptr<const Snapshot> current;
    std::vector<std::pair<Id, Buried>> buried;
    {
        const std::lock_guard guard(m_writeLock);
        current = snapshot();
        buried.assign(m_buried.begin(), m_buried.end());
    }
    return writeSnapshot(path, *current, buried, madeWith);
}

std::string Engine::load(const std::string &path, const std::string &madeWith)
{
    SavedIndex saved;
    const std::string error = readSnapshot(path, m_options.tuplesMost, madeWith, saved);
    if (!error.empty())
        return error;
    std::vector<std::shared_ptr<const Segment>> segments;
    std::vector<std::shared_ptr<const Bits>> lives;
    for (const auto &segment : saved.segments) {
        if (segment->vectors.dimensions != m_options.givenDimensions)
            return "its meanings are of another source";
    }
    for (auto &segment : saved.segments) {
        segment->derive();
        segments.push_back(std::move(segment));
    }
    for (auto &live : saved.lives)
        lives.push_back(std::move(live));
    replaceAll(std::move(saved.catalog), std::move(segments), std::move(saved.buried), std::move(lives),
               m_options.hasMeaning && m_options.givenDimensions == 0 ? std::move(saved.meaning) : nullptr);
    return {};
}

} // namespace cargo::search::engine
