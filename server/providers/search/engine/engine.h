#pragma once

#include "server/providers/search/engine/snapshot.h"
#include "server/providers/search/engine/types.h"

#include <condition_variable>
#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <unordered_map>
#include <utility>
#include <vector>

namespace cargo::search::engine {

struct EngineOptions
{
    bool mergesInBackground = true;      // false: only when mergeNow() is called
    uint32_t mergeFromDocuments = 4'096; // in deltas; or a hundredth of all, when that is more
};

// The search engine in memory: one large immutable segment, small ones for what came after it, and who of them is still
// alive, published together as a Snapshot. It is a cache of the database and may be thrown away at any time. Knows no Qt, no
// clock and no I/O but its own snapshot file. All functions may be called from any thread: readers share a snapshot and wait
// for nobody; writers queue up.
class Engine
{
public:
    explicit Engine(EngineOptions options = {});
    ~Engine();
    Engine(const Engine &) = delete;
    Engine &operator=(const Engine &) = delete;

    // Idempotent: a revision older than the one that stands, or than the one that was removed, is passed over, and so is the
    // same content again. At the same revision the last word counts. Searchable on return. Returns how many were taken.
    size_t upsert(std::vector<Document> documents);
    // Returns how many were there. The revision is remembered, so that an older one never comes back.
    size_t remove(const std::vector<Removal> &removals);

    // Replaces everything: for a start from nothing. `next` gives documents in any order, some thousands at a time and
    // nothing at the end; of the same id twice the newer revision stays. Much faster than upsert(). Searchers see the old
    // index until it is done; do not write meanwhile.
    void build(const std::function<std::vector<Document>()> &next);
    void build(std::vector<Document> documents);

    std::shared_ptr<const Snapshot> snapshot() const;
    // Reads one snapshot from beginning to end.
    Answer search(const Query &query) const;
    static Answer search(std::shared_ptr<const Snapshot> snapshot, const Query &query);

    // Freshness and the like as of this moment; ranks move, texts and counts stay. Some tens of ms at a million.
    void refreshPriors(int64_t nowMs);
    // Folds the deltas into the large segment. Searches and writes go on meanwhile.
    void mergeNow();

    // One file, written beside and renamed. Returns what went wrong, or nothing.
    std::string save(const std::string &path) const;
    // Replaces everything by the file. Returns why the file was refused, and then nothing has changed.
    std::string load(const std::string &path);

private:
    struct Tombstone
    {
        int64_t revision = 0;
        uint64_t sequence = 0;
    };
    struct IdHash
    {
        size_t operator()(const Id &id) const;
    };

    bool accepts(const Snapshot &snapshot, const Document &document, uint64_t fingerprint) const;
    void bury(const Id &id, int64_t revision);
    void publish(std::shared_ptr<Snapshot> next);
    void joinSmallDeltas(Snapshot &next) const;
    bool isMergeDue(const Snapshot &snapshot) const;
    void mergeOnce();
    void runMerges();

    EngineOptions m_options;
    mutable std::mutex m_publishLock; // held for one pointer's copy
    std::shared_ptr<const Snapshot> m_current;
    std::mutex m_writeLock; // writers, one after another
    std::unordered_map<Id, Tombstone, IdHash> m_tombstones;
    uint64_t m_buried = 0;
    size_t m_frozenSegments = 0; // the first so many are being merged: only their live bits may change
    uint64_t m_generation = 0;   // grows when everything is replaced
    std::mutex m_mergeLock;      // one merge at a time
    std::mutex m_wakeLock;
    std::condition_variable m_wake;
    bool m_stopping = false;
    bool m_mergeDue = false;
    std::thread m_merger;
};

} // namespace cargo::search::engine
