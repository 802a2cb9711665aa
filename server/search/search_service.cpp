#include "server/search/search_service.h"

#include "server/search/changed_listings.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <set>

namespace cargo::search {

namespace {
double elapsedMs(const QElapsedTimer &timer)
{
    const qint64 elapsedUs = timer.nsecsElapsed() / 1000;
    return double(elapsedUs) / 1000.0;
}

// What a card (without its closing brace) says of the car.
behaviour::Car carOf(const QByteArray &card)
{
    const QJsonObject object = QJsonDocument::fromJson(card + '}').object();
    const QJsonObject price = object.value(QLatin1String("price")).toObject();
    const bool inRoubles = price.value(QLatin1String("currency")) == QLatin1String("RUB");
    return {object.value(QLatin1String("brand")).toString(), object.value(QLatin1String("model")).toString(),
            object.value(QLatin1String("body_type")).toString(),
            inRoubles ? price.value(QLatin1String("amount")).toInteger() : 0};
}

template <typename List>
void rearrange(List &list, const std::vector<size_t> &order)
{
    List moved;
    moved.reserve(list.size());
    for (const size_t place : order)
        moved.push_back(std::move(list[place]));
    list = std::move(moved);
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
    page.byRelevance = spoken.query.sort == SearchQuery::Sort::Relevance;
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

QCoro::Task<Outcome> SearchService::personalise(CallContextPtr context, Page *page)
{
    if (!m_behaviour || !page->byRelevance || !context->principal || m_runtime.settings.searchPersonal != "on"
        || page->answer.hits.size() < 2)
        co_return ok();
    const auto known = co_await m_behaviour->known(context, context->principal->user);
    CARGO_CO_TRY(known);
    if (!known->profile)
        co_return ok();
    std::vector<std::optional<behaviour::Pull>> pulls;
    std::vector<int> places;
    for (const QByteArray &card : page->cards) {
        pulls.push_back(card.isEmpty() ? std::nullopt : known->profile->pullOf(carOf(card)));
        places.push_back(pulls.back() ? pulls.back()->places : 0);
    }
    const std::vector<size_t> order = behaviour::personalOrder(places);
    rearrange(page->answer.hits, order);
    rearrange(page->cards, order);
    if (page->answer.explanations)
        rearrange(*page->answer.explanations, order);
    page->shifts.reserve(order.size());
    for (size_t place = 0; place < order.size(); ++place) {
        const int moved = int(order[place]) - int(place);
        page->shifts.push_back({moved, moved > 0 ? pulls[order[place]] : std::nullopt});
        // Another car stands above it than the one that was reckoned with.
        const bool newNeighbour = place == 0 ? order[0] != 0 : order[place] != order[place - 1] + 1;
        if (page->answer.explanations && newNeighbour) {
            for (Lift &lift : (*page->answer.explanations)[place].lifts)
                lift.passesAbove.reset();
        }
    }
    co_return ok();
}

QCoro::Task<Outcome> SearchService::relaxSpoken(CallContextPtr context, SearchQuery asked,
                                                std::vector<SpokenCondition> conditions, Answer *answer)
{
    // "price" of "price_to": what is one filter. A facet is one by its own name.
    const auto isRange = [](const QByteArray &name) {
        return name != "country_from" && (name.endsWith("_from") || name.endsWith("_to"));
    };
    const auto filterOf = [isRange](const QByteArray &name) { return isRange(name) ? name.left(name.indexOf('_')) : name; };
    const QByteArray filters = QByteArray("&").append(filtersAlone(asked).conditions());
    for (const SpokenCondition &condition : conditions) {
        const int place = int(&condition - conditions.data());
        const QByteArray filter = filterOf(condition.bounds.front().first);
        const auto isOfFilter = [&](const SpokenCondition &other) { return filterOf(other.bounds.front().first) == filter; };
        const bool isAlone =
            std::count_if(conditions.begin(), conditions.end(), isOfFilter) == 1
            && !filters.contains(QByteArray('&' + filter + (isRange(condition.bounds.front().first) ? '_' : '=')));
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

// What others typed keeps a third of the places, if there is any; the index does not know of it.
QCoro::Task<Result<std::vector<Suggestion>>> SearchService::suggest(CallContextPtr context, QString text, int limit)
{
    auto others = co_await popular(context, text, size_t(limit / 3));
    CARGO_CO_TRY(others);
    auto found = co_await m_provider.suggest(context, text, limit - int(others->size()));
    CARGO_CO_TRY(found);
    for (Suggestion &other : *others) {
        const bool known = std::any_of(found->begin(), found->end(), [&other](const Suggestion &one) {
            return one.text.compare(other.text, Qt::CaseInsensitive) == 0;
        });
        if (!known)
            found->push_back(std::move(other));
    }
    co_return std::move(*found);
}

QCoro::Task<Result<std::vector<Suggestion>>> SearchService::popular(CallContextPtr context, QString text, size_t most)
{
    std::vector<Suggestion> list;
    const PopularList begun = m_popular ? m_popular->begunBy(text, most) : PopularList();
    for (const auto &query : begun) {
        const qint64 now = m_clock.now().unixMs;
        if (std::abs(now - query->countedAtMs.load()) >= PopularQuery::kCountKeptMs) {
            SearchQuery asked;
            asked.text = query->text;
            asked.limit = 1;
            asked.wantFacets = false;
            const auto answer = co_await m_provider.search(context, understand(asked, m_clock.now()).query);
            CARGO_CO_TRY(answer);
            // All of its words must be on the market: so nothing is shown that says something else than a car.
            const bool whole = answer->relaxed.empty() && answer->didYouMean.isEmpty();
            query->cars = whole ? int(answer->total) : 0;
            query->countedAtMs = now;
        }
        if (query->cars > 0)
            list.push_back({query->text, "query", {}, {}, query->cars});
    }
    co_return list;
}

} // namespace cargo::search
