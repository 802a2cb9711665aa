#include "server/assistant/pick_service.h"

#include "server/providers/search/text_analysis.h"

#include <QElapsedTimer>

#include <algorithm>

namespace cargo::assistant {

namespace {
constexpr int kCandidates = 24;
constexpr int kFew = 5; // fewer than this, and conditions are let go
constexpr size_t kWordsChecked = 6;
constexpr size_t kRelaxedMax = 6;
constexpr size_t kChangesMax = 3;

using search::SearchService;

// The wanted thing that a word of the index stands in.
std::vector<Wanted>::iterator wantedOf(std::vector<Wanted> &wanted, const QString &left)
{
    const auto parts = search::words(left);
    return std::find_if(wanted.begin(), wanted.end(), [&parts](const Wanted &one) {
        const auto words = search::words(one.text);
        return std::find_first_of(words.begin(), words.end(), parts.begin(), parts.end()) != words.end();
    });
}

void drop(PickReading &reading, std::vector<Wanted>::iterator wanted)
{
    reading.query.text = reading.query.text.replace(wanted->text, QString()).simplified();
    reading.wanted.erase(wanted);
}

int usualDays(const std::vector<CarFacts> &cars)
{
    std::vector<int> days;
    for (const CarFacts &car : cars)
        days.push_back(car.etaDays);
    if (days.empty())
        return 0;
    const auto middle = days.begin() + qsizetype(days.size() / 2);
    std::nth_element(days.begin(), middle, days.end());
    return *middle;
}

void append(std::vector<PickService::Item> &items, std::vector<PickService::Item> more, int limit)
{
    for (PickService::Item &item : more) {
        const bool known = std::any_of(items.begin(), items.end(),
                                       [&](const auto &other) { return other.weighed.car.id == item.weighed.car.id; });
        if (!known && int(items.size()) < limit)
            items.push_back(std::move(item));
    }
}
} // namespace

QCoro::Task<Result<SearchService::Page>> PickService::look(CallContextPtr context, SearchQuery query, int limit)
{
    query.limit = limit;
    query.wantFacets = false;
    return m_search.search(std::move(context), std::move(query), true);
}

QCoro::Task<Result<PickService::Ranked>> PickService::rank(CallContextPtr context, SearchQuery query, SearchQuery asked,
                                                           std::vector<Wanted> wanted)
{
    auto page = co_await look(context, std::move(query), kCandidates);
    CARGO_CO_TRY(page);
    std::vector<ListingId> ids;
    for (const search::Hit &hit : page->answer.hits)
        ids.push_back(hit.id);
    Ranked ranked;
    ranked.total = page->answer.total;
    ranked.didYouMean = page->answer.didYouMean;
    ranked.relaxed = page->answer.relaxed;
    if (ids.empty())
        co_return ranked;
    auto cars = co_await m_store.facts(context, ids);
    CARGO_CO_TRY(cars);
    const PickTexts texts(context->locale);
    const Measure measure{asked, wanted, texts, usualDays(*cars)};
    for (CarFacts &car : *cars) {
        const size_t place = size_t(std::find(ids.begin(), ids.end(), car.id) - ids.begin());
        if (place < page->cards.size() && !page->cards[place].isEmpty())
            ranked.items.push_back({weigh(std::move(car), measure), page->cards[place]});
    }
    std::stable_sort(ranked.items.begin(), ranked.items.end(),
                     [](const Item &a, const Item &b) { return a.weighed.weight > b.weighed.weight; });
    co_return ranked;
}

QCoro::Task<Outcome> PickService::tellWords(CallContextPtr context, PickPtr pick, std::vector<QString> left)
{
    if (left.size() > kWordsChecked)
        left.resize(kWordsChecked);
    PickReading &reading = pick->reading;
    for (const QString &word : left) {
        const auto wanted = wantedOf(reading.wanted, word);
        if (wanted == reading.wanted.end() || wanted->of)
            continue;
        SearchQuery alone;
        alone.text = wanted->text;
        const auto page = co_await look(context, alone, 1);
        CARGO_CO_TRY(page);
        if (page->answer.total > 0) {
            pick->relaxed.push_back({{"q", {wanted->text}}, reading.query, pick->total, pick->total > 0});
            continue;
        }
        pick->unparsed.emplace_back(wanted->start, wanted->end);
        drop(reading, wanted);
    }
    co_return ok();
}

QCoro::Task<Outcome> PickService::relax(CallContextPtr context, PickPtr pick, int limit)
{
    const SearchQuery asked = pick->reading.query;
    std::vector<Condition> conditions = conditionsOf(asked);
    if (!asked.text.isEmpty() && pick->total == 0)
        conditions.push_back({"q", {asked.text}});
    std::vector<Relaxation> ways;
    for (Condition &condition : conditions) {
        SearchQuery less = without(asked, condition);
        if (condition.name == "q")
            less.text.clear();
        if (less.matchesAll())
            continue; // that would be no answer to anything
        const auto page = co_await look(context, less, 1);
        CARGO_CO_TRY(page);
        if (page->answer.total > pick->total)
            ways.push_back({std::move(condition), std::move(less), page->answer.total, false});
    }
    std::stable_sort(ways.begin(), ways.end(), [](const auto &a, const auto &b) { return a.total > b.total; });
    if (!ways.empty() && int(pick->items.size()) < limit) {
        auto more = co_await rank(context, ways.front().query, asked, pick->reading.wanted);
        CARGO_CO_TRY(more);
        append(pick->items, std::move(more->items), limit);
        ways.front().applied = true;
    }
    std::move(ways.begin(), ways.end(), std::back_inserter(pick->relaxed));
    if (pick->relaxed.size() > kRelaxedMax)
        pick->relaxed.resize(kRelaxedMax);
    co_return ok();
}

QCoro::Task<Outcome> PickService::change(CallContextPtr context, PickPtr pick)
{
    const PickReading &reading = pick->reading;
    for (PossibleChange &step : possibleChanges(reading.query, PickTexts(context->locale))) {
        if (pick->changes.size() == kChangesMax)
            break;
        const bool sorted = step.query.sort != SearchQuery::Sort::Relevance;
        Change change{std::move(step), 0, 0, {}};
        if (sorted) { // the order is the search's, not ours
            auto page = co_await look(context, change.step.query, 1);
            CARGO_CO_TRY(page);
            std::vector<ListingId> first;
            for (const search::Hit &hit : page->answer.hits)
                first.push_back(hit.id);
            auto cars = co_await m_store.facts(context, first);
            CARGO_CO_TRY(cars);
            change.total = page->answer.total;
            if (!cars->empty())
                change.first = cars->front();
        } else {
            auto ranked = co_await rank(context, change.step.query, reading.query, reading.wanted);
            CARGO_CO_TRY(ranked);
            change.total = ranked->total;
            if (!ranked->items.empty())
                change.first = ranked->items.front().weighed.car;
        }
        change.more = change.total - pick->total;
        if (change.first && !pick->items.empty() && change.first->id == pick->items.front().weighed.car.id)
            change.first.reset();
        if (change.more > 0 || change.first)
            pick->changes.push_back(std::move(change));
    }
    co_return ok();
}

QCoro::Task<Result<PickService::PickPtr>> PickService::pick(CallContextPtr context, api::PickBody body)
{
    QElapsedTimer timer;
    timer.start();
    auto pick = std::make_shared<Pick>();
    pick->reading = readPick(body, m_clock.now());
    pick->unparsed = pick->reading.unread;
    PickReading &reading = pick->reading;
    if (!reading.query.matchesAll()) {
        auto ranked = co_await rank(context, reading.query, reading.query, reading.wanted);
        CARGO_CO_TRY(ranked);
        pick->total = ranked->total;
        std::vector<QString> left = ranked->relaxed;
        if (ranked->total == 0) {
            for (const Wanted &wanted : reading.wanted)
                left.push_back(wanted.text);
        }
        const SearchQuery before = reading.query;
        CARGO_CO_TRY(co_await tellWords(context, pick, std::move(left)));
        if (ranked->total == 0 && reading.query != before && !reading.query.matchesAll()) {
            auto again = co_await rank(context, reading.query, reading.query, reading.wanted);
            CARGO_CO_TRY(again);
            ranked = std::move(again);
            pick->total = ranked->total;
        }
        pick->didYouMean = ranked->didYouMean;
        append(pick->items, std::move(ranked->items), body.limit);
    } else if (pick->unparsed.empty()) { // signs, or words that only ask
        pick->unparsed.emplace_back(0, body.query.size());
    }
    if (!reading.query.matchesAll()) {
        if (pick->total < kFew)
            CARGO_CO_TRY(co_await relax(context, pick, body.limit));
        CARGO_CO_TRY(co_await change(context, pick));
    }
    std::sort(pick->unparsed.begin(), pick->unparsed.end());
    pick->tookMs = double(timer.nsecsElapsed()) / 1e6;
    co_return pick;
}

} // namespace cargo::assistant
