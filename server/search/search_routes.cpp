#include "server/search/search_routes.h"

#include "server/http/page.h"
#include "server/search/explanation_json.h"
#include "server/search/relaxation_json.h"
#include "server/search/trait_names.h"
#include "shared/api/json_writer.h"
#include "shared/api/paths.h"

#include <utility>

namespace cargo::search {

namespace {
using http::Response;

void writeCounts(api::JsonWriter &out, const Answer &answer)
{
    const ConceptDictionaryPtr dictionary = concepts();
    out.key("facets").beginObject();
    for (const Facet &facet : answer.facets) {
        out.key(facet.name).beginArray();
        for (const FacetCount &value : facet.values) {
            out.beginObject().field("value", value.value).field("count", value.count);
            if (qstrcmp(facet.name, "trait") == 0)
                writeTraitNames(out, *dictionary, value.value);
            out.endObject();
        }
        out.endArray();
    }
    out.endObject();
    out.key("ranges").beginObject();
    for (const Range &range : answer.ranges) {
        out.key(range.name).beginObject();
        if (range.bins.empty()) {
            out.key("min").null().key("max").null();
        } else {
            out.field("min", range.min).field("max", range.max);
        }
        out.key("histogram").beginArray();
        for (const RangeBin &bin : range.bins)
            out.beginObject().field("from", bin.from).field("to", bin.to).field("count", bin.count).endObject();
        out.endArray().endObject();
    }
    out.endObject();
}

// Empty is null.
template <typename Text>
void writeOrNull(api::JsonWriter &out, const char *name, const Text &text)
{
    out.key(name).value(text.isEmpty() ? std::optional<Text>() : std::optional<Text>(text));
}

void writeTexts(api::JsonWriter &out, const char *name, const std::vector<QString> &texts)
{
    out.key(name).beginArray();
    for (const QString &text : texts)
        out.value(text);
    out.endArray();
}

// Places in the text are counted in code points, as everywhere in the API.
void writeUnderstood(api::JsonWriter &out, const QString &text, const std::vector<SpokenCondition> &conditions)
{
    const auto points = [&text](qsizetype at) { return QStringView(text).first(at).toUcs4().size(); };
    out.key("understood").beginArray();
    for (const SpokenCondition &condition : conditions) {
        out.beginObject().field("start", points(condition.start)).field("end", points(condition.end));
        out.field("text", text.sliced(condition.start, condition.end - condition.start)).key("conditions").beginObject();
        for (const auto &[name, value] : condition.bounds)
            out.field(name.constData(), value);
        out.endObject().endObject();
    }
    out.endArray();
}

struct Asked
{
    SearchQuery query;
    bool literally = false;
};

Result<Asked> askedBy(const http::Request &request)
{
    auto query = SearchQuery::fromUrlQuery(request.query);
    CARGO_TRY(query);
    const QString literal = request.queryValue("literal");
    if (!literal.isEmpty() && literal != QLatin1String("0") && literal != QLatin1String("1"))
        return {ErrorCode::UnknownValue, QStringLiteral("literal")};
    return Asked{std::move(*query), literal == QLatin1String("1")};
}

void appendCards(QByteArray &body, const std::vector<QByteArray> &cards, const std::vector<Hit> &hits,
                 const SearchService::Page *explained)
{
    bool isFirst = true;
    for (size_t i = 0; i < cards.size(); ++i) {
        if (cards[i].isEmpty())
            continue;
        if (!std::exchange(isFirst, false))
            body += ',';
        body += cards[i];
        body += ",\"score\":";
        body += QByteArray::number(hits[i].score, 'g', 6);
        if (explained && explained->answer.explanations) {
            body += ",\"why\":";
            body += explanationJson(*explained, i);
        }
        body += '}';
    }
}

// {"items":[…],"similar":[…],…}: the prerendered cards with the score written into each, and then the fields of `rest`. Put
// together as text: a page is a dozen kilobytes that are JSON already.
QByteArray bodyOf(const SearchService::Page &page, QByteArrayView rest)
{
    qsizetype bytes = rest.size() + 16;
    for (const auto *cards : {&page.cards, &page.similar}) {
        for (const QByteArray &card : *cards)
            bytes += card.size() + 32;
    }
    QByteArray body;
    body.reserve(bytes);
    body += "{\"items\":[";
    appendCards(body, page.cards, page.answer.hits, &page);
    body += "],\"similar\":[";
    appendCards(body, page.similar, page.answer.similar, nullptr);
    body += "],";
    return body.append(rest.sliced(1));
}
} // namespace

void SearchRoutes::registerOn(http::Router &router)
{
    const QByteArray base(api::kBase);
    http::RouteOptions open;
    open.access = http::Access::Public;
    open.rateLimit = "search";
    using http::Method;
    using http::RequestPtr;
    router.add(Method::Get, base + "/search", open, [this](RequestPtr r) { return search(std::move(r)); });
    router.add(Method::Get, base + "/search/facets", open, [this](RequestPtr r) { return facets(std::move(r)); });
    router.add(Method::Get, base + "/search/suggest", open, [this](RequestPtr r) { return suggest(std::move(r)); });
}

QCoro::Task<Response> SearchRoutes::search(http::RequestPtr request)
{
    const auto asked = askedBy(*request);
    if (!asked)
        co_return Response::error(asked.error());
    auto page = co_await m_service.search(request->context, asked->query, asked->literally);
    if (!page)
        co_return Response::error(page.error());
    if (const auto done = co_await m_service.personalise(request->context, &*page); !done)
        co_return Response::error(done.error());
    const Answer &answer = page->answer;
    api::JsonWriter out(4 * 1024);
    out.beginObject().field("total", answer.total).field("total_is_exact", answer.totalIsExact);
    writeCounts(out, answer);
    writeOrNull(out, "did_you_mean", answer.didYouMean);
    writeTexts(out, "applied_synonyms", answer.appliedSynonyms);
    writeTexts(out, "relaxed", answer.relaxed);
    writeUnderstood(out, asked->query.text, page->understood);
    writeRelaxations(out, answer.relaxations);
    out.key("contradictions").beginArray();
    for (const char *range : page->contradictions)
        out.value(range);
    out.endArray();
    writeOrNull(out, "next_cursor", answer.nextCursor);
    if (asked->query.wantExplanations)
        out.field("explained", answer.explanations.has_value());
    out.field("took_ms", page->tookMs).endObject();
    const QByteArray rest = out.take();
    co_return Response::json(200, bodyOf(*page, rest));
}

QCoro::Task<Response> SearchRoutes::facets(http::RequestPtr request)
{
    const auto asked = askedBy(*request);
    if (!asked)
        co_return Response::error(asked.error());
    const auto page = co_await m_service.facets(request->context, asked->query, asked->literally);
    if (!page)
        co_return Response::error(page.error());
    api::JsonWriter out(8 * 1024);
    out.beginObject().field("total", page->answer.total).field("total_is_exact", page->answer.totalIsExact);
    writeCounts(out, page->answer);
    writeUnderstood(out, asked->query.text, page->understood);
    out.field("took_ms", page->tookMs).endObject();
    co_return Response::json(200, out.take());
}

QCoro::Task<Response> SearchRoutes::suggest(http::RequestPtr request)
{
    const QString text = request->queryValue("q").simplified();
    const auto limit = http::pageLimit(*request);
    if (!limit)
        co_return Response::error(limit.error());
    if (text.size() > SearchQuery::kTextMaxChars)
        co_return Response::error(Error{ErrorCode::TooLong, QStringLiteral("q"), {}});
    const auto found = co_await m_service.suggest(request->context, text, *limit);
    if (!found)
        co_return Response::error(found.error());
    api::JsonWriter out(2048);
    out.beginObject().key("items").beginArray();
    for (const Suggestion &s : *found) {
        out.beginObject().field("text", s.text).field("kind", s.kind);
        writeOrNull(out, "brand", s.brand);
        writeOrNull(out, "model", s.model);
        out.field("count", s.count).endObject();
    }
    out.endArray().endObject();
    co_return Response::json(200, out.take());
}

} // namespace cargo::search
