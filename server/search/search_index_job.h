#pragma once

#include "server/core/cpu_pool.h"
#include "server/search/concept_store.h"
#include "server/search/meaning_job.h"
#include "server/search/search_store.h"

#include <QHash>
#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>
#include <optional>
#include <set>

namespace cargo::search {

// Keeps this process's index true: takes up what was kept of the last run, reads what has changed since and compares it with the
// database, or fills it anew; re-reads listings that the bus says have changed, and looks every half minute for changes whose
// message was lost. Lives on the jobs thread. Takes up the dictionary of concepts that editors published, for the whole process.
// The index never hears of a listing from anywhere but a fresh row, so repeated and reordered messages do no harm.
class SearchIndexJob
{
public:
    SearchIndexJob(Runtime &runtime, SearchProvider &provider);
    ~SearchIndexJob();
    SearchIndexJob(const SearchIndexJob &) = delete;
    SearchIndexJob &operator=(const SearchIndexJob &) = delete;

    // Begins on the thread it is called on, which must be the one that `runtime` belongs to.
    void start();
    // Looks for changes whose message was lost, now and not at the next half minute.
    void sweep();
    // Makes the index anew from the database, beside the one that answers.
    void refill();
    // What words mean, unless that was learnt since the last night.
    void learnIfDue() { m_meaning.learnIfDue(); }
    // Everything published at start is in the index, as far as the stamps of listings tell.
    bool isFilled() const { return m_filled; }
    // And it was held against every row: what was changed without a stamp, who was banned.
    bool isCompared() const { return m_filled && !m_comparedUpTo && m_pending.empty() && !m_running; }
    // Keeps the index for the next run; blocks. The end of a server, after its loop.
    void keepAtEnd();

private:
    QCoro::Task<void> run();
    QCoro::Task<Outcome> begin();
    QCoro::Task<Outcome> takeConcepts();
    QCoro::Task<Outcome> fill();
    QCoro::Task<Outcome> compareNext();
    QCoro::Task<Outcome> applyPending();
    QCoro::Task<Outcome> findMissed();
    using ChangesSince = QCoro::Task<Result<std::vector<SearchStore::Change>>> (SearchStore::*)(CallContextPtr, Timestamp,
                                                                                                ListingId, int);
    QCoro::Task<Result<Timestamp>> findMissedOf(ChangesSince changesSince, Timestamp since);
    QCoro::Task<void> keep();
    void listen(const char *topic, std::function<void(const QByteArray &)> then);
    void wake();
    CallContextPtr newContext();

    Runtime &m_runtime;
    SearchProvider &m_provider;
    SearchStore m_store;
    ConceptStore m_concepts;
    std::unique_ptr<QObject> m_home; // bus messages cross to this thread through it
    std::unique_ptr<QTimer> m_sweep;
    std::unique_ptr<QTimer> m_keep;
    std::vector<quint64> m_subscriptions;
    std::set<ListingId> m_pending;
    QHash<ListingId, qint64> m_applied; // revisions since m_seenAt, so that a sweep does not read again what it has
    CallContextPtr m_context;           // of the work under way
    Timestamp m_seenAt;
    bool m_running = false;
    bool m_filled = false;
    bool m_sweepDue = false;
    bool m_refillDue = false;
    bool m_conceptsDue = true;     // read which dictionary is in force
    qint64 m_conceptsVersion = -1; // that was taken up; -1: none was yet
    QByteArray m_conceptsSum;
    std::optional<ListingId> m_comparedUpTo; // with the database; nothing: there is no more to compare
    qint64 m_differences = 0;                // that this found
    bool m_keeping = false;
    MeaningJob m_meaning;
    CpuPool m_files{1}; // the first that goes: it waits for a file that is being written
};

} // namespace cargo::search
