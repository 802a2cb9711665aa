#pragma once

#include "server/assistant/pick_changes.h"
#include "server/assistant/pick_reasons.h"
#include "server/search/search_service.h"

namespace cargo::assistant {

// The car picker: criteria out of a sentence or of answers, what was not understood, cars with the reasons for each, what was let
// go, and what would change the order. The order is the sum of the reasons' weights and nothing else; nobody can pay for it.
class PickService
{
public:
    PickService(Runtime &runtime, search::SearchService &search) : m_store(runtime.db), m_search(search), m_clock(runtime.clock)
    {
    }

    struct Item
    {
        Weighed weighed;
        QByteArray card; // as SearchService::Page::cards
    };
    struct Relaxation
    {
        Condition condition; // "q": a word
        SearchQuery query;
        qint64 total = 0;
        bool applied = false; // the cars behind those that fit come by it
    };
    struct Change
    {
        PossibleChange step;
        qint64 total = 0;
        qint64 more = 0;
        std::optional<CarFacts> first; // another car would come first
    };
    struct Pick
    {
        PickReading reading;
        qint64 total = 0; // that fit everything
        QString didYouMean;
        std::vector<std::pair<qsizetype, qsizetype>> unparsed; // places in the sentence
        std::vector<Item> items;
        std::vector<Relaxation> relaxed;
        std::vector<Change> changes;
        double tookMs = 0;
    };
    using PickPtr = std::shared_ptr<Pick>;
    QCoro::Task<Result<PickPtr>> pick(CallContextPtr context, api::PickBody body);

private:
    struct Ranked
    {
        qint64 total = 0;
        QString didYouMean;
        std::vector<QString> relaxed;
        std::vector<Item> items;
    };
    // `asked`: what reasons are told for; the query itself may ask for less.
    QCoro::Task<Result<Ranked>> rank(CallContextPtr context, SearchQuery query, SearchQuery asked, std::vector<Wanted> wanted);
    QCoro::Task<Result<search::SearchService::Page>> look(CallContextPtr context, SearchQuery query, int limit);
    // Of words that no car has beside the others: those that no car has at all are not understood, and searched for no longer.
    QCoro::Task<Outcome> tellWords(CallContextPtr context, PickPtr pick, std::vector<QString> left);
    QCoro::Task<Outcome> relax(CallContextPtr context, PickPtr pick, int limit);
    QCoro::Task<Outcome> change(CallContextPtr context, PickPtr pick);

    PickStore m_store;
    search::SearchService &m_search;
    const Clock &m_clock;
};

} // namespace cargo::assistant
