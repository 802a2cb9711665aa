#pragma once

#include "server/providers/search/embedded/meaning_form.h"
#include "server/providers/search/embedded/phrase_counts.h"
#include "server/providers/search/embedded/phrases.h"
#include "server/providers/search/engine/builder.h"
#include "server/providers/search/name_index.h"
#include "server/providers/search/traits.h"

#include <atomic>
#include <mutex>
#include <shared_mutex>

namespace cargo::search {

// What listings and queries mean comes from outside, with them.
struct GivenMeaning
{
    QByteArray model; // of a file of the index, it is a part of what that was made with
    int dimensions = 0;
    double similarCosine = 0; // of what is similar, at least
};

// What an answer would gain from knowing what its query means.
enum class MeaningNeed {
    None,
    Similar, // when few match
    Order
};

// The search engine behind house types: reads a person's text, keeps cursors and names. Thread-safe. It is a cache of the
// database: filled at start, kept up by events, thrown away at the end; nothing may live only here.
class EmbeddedIndex
{
public:
    explicit EmbeddedIndex(MeaningUse meaning = MeaningUse::Off, std::optional<GivenMeaning> given = {});
    void upsert(const std::vector<Document> &documents);
    void remove(const std::vector<ListingId> &ids);
    // `now`: ranks follow freshness; a rank that is some minutes old is reckoned anew behind the answer.
    // `meant`: the query's direction where meanings are given; empty: the answer is by words alone.
    Result<Answer> search(const SearchQuery &query, Timestamp now = {}, std::vector<float> meant = {}) const;
    // For who has to ask for it. Of pages of one hit, which only count, nothing.
    MeaningNeed needOf(const SearchQuery &query) const;
    // Of a large market the counts of wishes and corridors may be a minute old: phrasesAreDue() says to one asker that
    // countPhrases() is to be called, which takes a search for each of them.
    std::vector<Suggestion> suggest(const QString &text, int limit) const;
    bool phrasesAreDue(qint64 steadyNowMs) { return m_phraseCounts.takesTurn(steadyNowMs); }
    void countPhrases() const;
    qint64 size() const { return m_engine.snapshot()->living; }
    qint64 newestRevision() const { return m_engine.snapshot()->newestRevision(); }

    // A new content, its traits told by `traits`; what comes by upsert() is told by the same from taken() on.
    std::unique_ptr<engine::Builder> build() { return std::make_unique<engine::Builder>(m_engine); }
    void taken(std::shared_ptr<const TraitFinder> traits);
    std::vector<Standing> standing(ListingId after, ListingId last) const;
    // False: there is no file yet. Errors: Unavailable, with the reason, when it is refused.
    Result<bool> load(const QString &path);
    // Nothing is written when nothing changed since the last time. Errors: Unavailable, with the reason.
    Outcome save(const QString &path);

    // What words mean, anew from what is there. Nothing: it is off, or there is too little, or it was stopped. Blocks for
    // seconds.
    std::optional<Learnt> learn(Timestamp now, const engine::MeaningOptions &options = {});
    std::optional<Learnt> learnt() const;
    void stopLearning() { m_engine.stopLearning(); }
    MeaningUse meaningUse() const { return m_meaningUse; }

private:
    std::vector<Suggestion> phrasesThere(const std::shared_ptr<const engine::Snapshot> &snapshot, const QString &text,
                                         int most) const;
    int countPhrase(const std::shared_ptr<const engine::Snapshot> &snapshot, const Phrase &phrase) const;
    void bringNamesUpTo(const engine::Snapshot &snapshot) const;

    std::shared_ptr<const TraitFinder> traits() const;

    mutable std::mutex m_traitsLock;
    std::shared_ptr<const TraitFinder> m_traits = traitFinder(); // that all of the content was told by: never two at once
    std::string madeWith(const TraitFinder &traits) const;

    const MeaningUse m_meaningUse;
    const std::optional<GivenMeaning> m_given;
    NameStems m_nameStems;
    std::atomic<uint64_t> m_savedVersion = 0;
    mutable engine::Engine m_engine; // a search may ask it to reckon ranks anew
    mutable std::atomic<qint64> m_priorsAskedAt = 0;
    mutable PhraseCounts m_phraseCounts;
    mutable std::shared_mutex m_namesLock; // of all below
    mutable NameIndex m_names;             // of the snapshot of this version
    mutable uint64_t m_namesVersion = 0;
    mutable std::shared_ptr<const engine::Catalog> m_namesCatalog;
    mutable std::vector<uint32_t> m_namesCounts; // by the engine's pair code
};

} // namespace cargo::search
