#include "server/search/search_service.h"

#include "server/search/changed_listings.h"

#include <QElapsedTimer>

#include <algorithm>
#include <set>

namespace cargo::search {

namespace {
double elapsedMs(const QElapsedTimer &timer)
{
    const qint64 elapsedUs = timer.nsecsElapsed() / 1000;
    return double(elapsedUs) / 1000.0;
}

SearchQuery filtersAlone(SearchQuery query)
{
    query.text.clear();
    return query;
}
} // namespace

SpokenQuery SearchService::read(SearchQuery query, bool literally) const
{
    if (literally)
        return {std::move(query), {}};
    return understand(query, m_clock.now());
}

QCoro::Task<Result<SearchService::Page>> SearchService::search(CallContextPtr context, SearchQuery query, bool literally)
{
    QElapsedTimer timer;
    timer.start();
    SpokenQuery spoken = read(query, literally);
    Page page;
    page.contradictions = spoken.query.contradictions();
    auto answer = co_await m_provider.search(context, std::move(spoken.query));
    CARGO_CO_TRY(answer);
    if (!answer->relaxations.empty() && !spoken.conditions.empty()) {
        const Outcome relaxed = co_await relaxSpoken(context, std::move(query), spoken.conditions, &*answer);
        CARGO_CO_TRY(relaxed);
    }
    auto dressed = co_await cards(context, answer->hits);
    CARGO_CO_TRY(dressed);
    auto similar = co_await cards(context, answer->similar);
    CARGO_CO_TRY(similar);
    page.understood = std::move(spoken.conditions);
    page.answer = std::move(*answer);
    page.cards = std::move(*dressed);
    page.similar = std::move(*similar);
    page.tookMs = elapsedMs(timer);
    co_return page;
}

QCoro::Task<Outcome> SearchService::relaxSpoken(CallContextPtr context, SearchQuery asked,
                                                std::vector<SpokenCondition> conditions, Answer *answer)
{
    // "price" of "price_to": what is one filter.
    const auto filterOf = [](const QByteArray &name) { return name == "country_from" ? name : name.left(name.indexOf('_')); };
    const QByteArray filters = QByteArray("&").append(filtersAlone(asked).conditions());
    for (const SpokenCondition &condition : conditions) {
        const int place = int(&condition - conditions.data());
        const QByteArray filter = filterOf(condition.bounds.front().first);
        const auto isOfFilter = [&](const SpokenCondition &other) { return filterOf(other.bounds.front().first) == filter; };
        const bool isAlone = std::count_if(conditions.begin(), conditions.end(), isOfFilter) == 1
                             && !filters.contains(QByteArray('&' + filter + (filter == "country_from" ? '=' : '_')));
        if (isAlone) {
            for (Relaxation &relaxation : answer->relaxations) {
                if (relaxation.drop.front() != QByteArrayView("q") && filterOf(relaxation.drop.front()) == filter)
                    relaxation.understood = place;
            }
            continue;
        }
        SearchQuery without = asked;
        without.text = QString(asked.text.first(condition.start) + u' ' + asked.text.sliced(condition.end)).simplified();
        without.limit = 1;
        without.wantFacets = without.wantExplanations = false;
        const auto counted = co_await m_provider.search(context, understand(without, m_clock.now()).query);
        CARGO_CO_TRY(counted);
        const qint64 total = counted->relaxed.empty() ? counted->total : 0;
        answer->relaxations.push_back({{"q"}, asked.text.sliced(condition.start, condition.end - condition.start), place, total});
    }
    std::stable_sort(answer->relaxations.begin(), answer->relaxations.end(),
                     [](const Relaxation &a, const Relaxation &b) { return a.total > b.total; });
    co_return ok();
}

QCoro::Task<Result<std::vector<QByteArray>>> SearchService::cards(CallContextPtr context, std::vector<Hit> hits)
{
    const Timestamp now = m_clock.now();
    std::vector<QByteArray> texts(hits.size());
    std::vector<ListingId> missing;
    std::vector<size_t> places;
    for (size_t i = 0; i < hits.size(); ++i) {
        if (auto held = m_shelf.find(hits[i].id, now)) {
            texts[i] = std::move(*held);
        } else {
            missing.push_back(hits[i].id);
            places.push_back(i);
        }
    }
    if (missing.empty())
        co_return texts;
    const quint64 moment = m_shelf.moment();
    const auto read = co_await m_store.cards(context, missing);
    CARGO_CO_TRY(read);
    std::set<ListingId> gone(missing.begin(), missing.end());
    for (const SearchStore::Card &card : *read) {
        gone.erase(card.id);
        m_shelf.put(card.id, card.text, now, moment);
        for (const size_t place : places) {
            if (hits[place].id == card.id)
                texts[place] = card.text;
        }
    }
    // Left out of the page, and read again by every index: whether it just went or its message was lost.
    if (!gone.empty())
        m_bus.publish(kListingChanged, changedPayload({gone.begin(), gone.end()}));
    co_return texts;
}

QCoro::Task<Result<SearchService::Page>> SearchService::facets(CallContextPtr context, SearchQuery query, bool literally)
{
    QElapsedTimer timer;
    timer.start();
    query.limit = 1;
    query.cursor.clear();
    query.wantFacets = true;
    SpokenQuery spoken = read(std::move(query), literally);
    auto answer = co_await m_provider.search(context, std::move(spoken.query));
    CARGO_CO_TRY(answer);
    Page page;
    page.understood = std::move(spoken.conditions);
    page.answer = std::move(*answer);
    page.tookMs = elapsedMs(timer);
    co_return page;
}

QCoro::Task<Result<std::vector<Suggestion>>> SearchService::suggest(CallContextPtr context, QString text, int limit)
{
    return m_provider.suggest(std::move(context), std::move(text), limit);
}

} // namespace cargo::search
