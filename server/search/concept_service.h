#pragma once

#include "server/core/answer.h"
#include "server/providers/search/concept_dictionary.h"
#include "server/search/concept_store.h"
#include "server/search/search_store.h"

namespace cargo::search {

// What an editor orders: another text for one concept, or a version back. `seen` is the version that was looked at; another one
// by now is a conflict.
struct ConceptChange
{
    QString text;
    qint64 seen = 0;
    QString note;
};
struct ConceptRestore
{
    qint64 version = 0; // 0: the built-in dictionary
    qint64 seen = 0;
    QString note;
};

// The dictionary of concepts in the console: what is in force, how many cars have each trait, what another text would do, and
// how it comes into force. Published once it is committed: every process takes it up and makes its index anew beside the one
// that answers (SearchIndexJob).
class ConceptService
{
public:
    ConceptService(Runtime &runtime, SearchProvider &provider)
        : m_runtime(runtime), m_store(runtime.db), m_listings(runtime.db), m_provider(provider)
    {
    }

    QCoro::Task<Result<QByteArray>> list(CallContextPtr context);
    QCoro::Task<Result<ConceptStore::Page>> history(CallContextPtr context, std::optional<qint64> before, int limit)
    {
        return m_store.history(std::move(context), before, limit);
    }
    // On a sample of what is on the market: how many have it by the dictionary in force and by this text, and what shows it.
    // Nothing changes. What is wrong with the text comes in `problems`.
    QCoro::Task<Result<QByteArray>> preview(CallContextPtr context, QByteArray slug, QString text,
                                            std::shared_ptr<std::vector<Error>> problems);
    // Errors: Conflict (another version by now), StateConflict (it reads so already), NotFound (no such version), and `problems`.
    QCoro::Task<Result<cargo::Answer>> change(CallContextPtr context, QByteArray slug, ConceptChange order,
                                              std::shared_ptr<std::vector<Error>> problems);
    QCoro::Task<Result<cargo::Answer>> restore(CallContextPtr context, ConceptRestore order);

private:
    // The dictionary in force, locked. Conflict: it is not the one that was seen.
    QCoro::Task<Result<ConceptVersion>> lockSeen(db::Transaction tx, qint64 seen);
    QCoro::Task<Result<cargo::Answer>> publish(db::Transaction tx, NewConceptVersion version);
    Timestamp now() const { return m_runtime.clock.now(); }

    Runtime &m_runtime;
    ConceptStore m_store;
    SearchStore m_listings;
    SearchProvider &m_provider;
};

// The dictionary of a version; the built-in one where its text cannot be read by this program any longer.
ConceptDictionaryPtr dictionaryOf(const ConceptVersion &version);

} // namespace cargo::search
