#pragma once

#include "server/providers/search/engine/snapshot.h"
#include "server/providers/search/engine/snapshot_file.h"
#include "server/providers/search/engine/types.h"

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <string>
#include <thread>
#include <unordered_map>
#include <utility>
#include <vector>

namespace cargo::search::engine {

struct EngineOptions
{
    bool mergesInBackground = true; // false: nothing is done but by calls, for tests
    uint32_t partsMost = 10;        // more of them, and the small ones are merged
    uint32_t tuplesMost = 0xFFFF;   // combinations that are counted as one; for tests
    bool hasMeaning = true;         // false: none is taken from a file either
    uint32_t givenDimensions = 0;   // not 0: documents and queries come with what they mean, and nothing is learnt
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
    size_t upsert(const std::vector<Document> &documents);
    // Returns how many were there. The revision is remembered, so that an older one never comes back.
    size_t remove(const std::vector<Removal> &removals);

    // Replaces everything, see Builder.
    void build(std::vector<Document> documents);

    std::shared_ptr<const Snapshot> snapshot() const;
    // Reads one snapshot from beginning to end.
    Answer search(const Query &query) const;
    static Answer search(std::shared_ptr<const Snapshot> snapshot, const Query &query);

    // Freshness and the like as of this moment; ranks move, texts and counts stay. Some tens of ms at a million.
    void refreshPriors(int64_t nowMs);
    void refreshPriorsSoon(int64_t nowMs); // the same, on the merger's thread
    // Learns from what is there now what words mean, then puts all vectors in place of the old ones at once; searches and writes
    // go on meanwhile. Seconds; one at a time. False: there is too little to learn from, or stopLearning() was called.
    bool learnMeaning(int64_t nowMs, const MeaningOptions &options = {});
    void stopLearning() { m_stopsLearning = true; } // for good: before the end

    // Folds the deltas into the large segment. Searches and writes go on meanwhile.
    void mergeNow();

    // One file, written beside and renamed. Returns what went wrong, or nothing. `madeWith`: what the caller makes documents by,
    // as a checksum of rules; a file that was made with another is refused.
    std::string save(const std::string &path, const std::string &madeWith = {}) const;
    // Replaces everything by the file. Returns why the file was refused, and then nothing has changed.
    std::string load(const std::string &path, const std::string &madeWith = {});

private:
    friend class Builder;

    struct IdHash
    {
        size_t operator()(const Id &id) const;
    };
    struct Range // of parts
    {
        size_t from = 0;
        size_t to = 0;
    };

    std::vector<const Document *> acceptable(const Snapshot &snapshot, const std::vector<Document> &documents) const;
    void bury(const Id &id, int64_t revision);
    void publish(std::shared_ptr<Snapshot> next);
    void replaceAll(std::shared_ptr<Catalog> catalog, std::vector<std::shared_ptr<const Segment>> segments,
                    std::vector<std::pair<Id, Buried>> buried, std::vector<std::shared_ptr<const Bits>> lives = {},
                    std::shared_ptr<const Meaning> meaning = nullptr);
    static std::optional<Range> rangeToMerge(const Snapshot &snapshot, size_t partsMost);
    void putInPlace(const std::shared_ptr<const Meaning> &meaning);
    void merge(bool everything);
    void wakeMergerIfDue();
    template <typename Change>
    void wakeMerger(Change &&change);
    void runMerges();

    EngineOptions m_options;
    mutable std::mutex m_publishLock; // held for one pointer's copy
    std::shared_ptr<const Snapshot> m_current;

    mutable std::mutex m_writeLock; // writers, one after another; guards all below up to the merger's
    std::shared_ptr<Catalog> m_catalog;
    std::unordered_map<Id, Buried, IdHash> m_buried;
    uint64_t m_burials = 0;
    size_t m_frozenParts = 0; // the first so many are being merged: only who of them lives may change

    std::mutex m_mergeLock; // one merge or reckoning of priors at a time; taken before m_writeLock
    std::mutex m_learnLock; // one learning at a time; taken before m_mergeLock
    std::atomic<bool> m_stopsLearning = false;
    std::mutex m_wakeLock; // guards all below; taken last
    std::condition_variable m_wake;
    bool m_stopping = false;
    bool m_mergeDue = false;
    std::optional<int64_t> m_priorsDueMs;
    std::thread m_merger; // from the first time that there is something to do
};

} // namespace cargo::search::engine
