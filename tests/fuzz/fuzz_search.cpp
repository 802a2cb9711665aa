// libFuzzer: any bytes as what people send to search. The first line is the query of the URL, the second what stands behind the
// seal of a cursor. A small market answers; whatever comes, pages keep their promises.
#include "server/providers/search/embedded/cursor.h"
#include "server/providers/search/embedded/embedded_index.h"
#include "shared/domain/search_query/spoken_query.h"

#include <cstdlib>
#include <set>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

namespace {
using namespace cargo;
constexpr qint64 kNowMs = 1'790'000'000'000;
constexpr auto kBase64 = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

void require(bool holds)
{
    if (!holds)
        std::abort();
}

const search::EmbeddedIndex &market()
{
    static const auto *index = [] {
        auto *made = new search::EmbeddedIndex(search::MeaningUse::On);
        const QStringList brands{QStringLiteral("Toyota"), QStringLiteral("BMW"), QStringLiteral("Land Rover")};
        const QByteArrayList texts{"Кожаный салон, один хозяин, мягкая подвеска", "Панорамная крыша, без ДТП, для большой семьи",
                                   "diesel, tow bar"};
        std::vector<search::Document> documents;
        for (int i = 0; i < 300; ++i) {
            search::Document car;
            car.id.uuid.bytes[15] = uint8_t(i);
            car.id.uuid.bytes[14] = uint8_t(i / 256);
            car.revision = 1;
            car.brand = brands.at(i % 3);
            car.model = QStringLiteral("M%1").arg(i % 7);
            car.bodyType = i % 2 ? QStringLiteral("suv") : QStringLiteral("sedan");
            car.fuel = QStringLiteral("petrol");
            car.drive = i % 5 ? QStringLiteral("awd") : QString();
            car.countryFrom = i % 4 ? QStringLiteral("JP") : QStringLiteral("DE");
            car.description = texts.at(i % 3);
            car.year = 2000 + i % 25;
            car.priceMinor = (i + 1) * 10'000'000LL;
            car.mileageKm = i * 700;
            car.etaDays = 5 + i % 60;
            car.ratingHundredths = i % 6 * 100;
            car.publishedAt = Timestamp{kNowMs - i * 3'600'000LL};
            documents.push_back(car);
        }
        made->upsert(documents);
        require(made->learn(Timestamp{kNowMs}).has_value());
        return made;
    }();
    return *index;
}

void checkPage(const search::Answer &answer, const SearchQuery &query)
{
    require(answer.total >= qint64(answer.hits.size()) && answer.total <= market().size());
    require(answer.hits.size() <= size_t(query.limit));
    std::set<ListingId> ids;
    for (const search::Hit &hit : answer.hits)
        require(ids.insert(hit.id).second);
    for (const search::Hit &similar : answer.similar)
        require(ids.insert(similar.id).second && answer.total <= search::kFewHits);
    for (const search::Facet &facet : answer.facets) {
        for (const search::FacetCount &value : facet.values)
            require(value.count >= 0 && value.count <= market().size());
    }
}

void searchWith(const SearchQuery &query)
{
    const auto answer = market().search(query, Timestamp{kNowMs});
    if (!answer)
        return require(answer.code() == ErrorCode::CursorInvalid);
    checkPage(*answer, query);
    if (answer->nextCursor.isEmpty())
        return;
    SearchQuery next = query;
    next.cursor = answer->nextCursor;
    const auto second = market().search(next, Timestamp{kNowMs});
    require(second.ok());
    checkPage(*second, next);
    for (const search::Hit &hit : second->hits) {
        for (const search::Hit &before : answer->hits)
            require(hit.id != before.id);
    }
}

// Sealed for this query, so that what stands behind the seal is read.
QByteArray forged(const SearchQuery &query, const QByteArray &rest)
{
    const QByteArray real = QByteArray::fromBase64(search::writeCursor(query, {}), kBase64);
    return QByteArray(real.first(real.indexOf(':', 3) + 1) + rest).toBase64(kBase64);
}
} // namespace

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray all(reinterpret_cast<const char *>(data), qsizetype(size));
    const qsizetype end = all.indexOf('\n');
    const QByteArray address = end < 0 ? all : all.first(end);
    market().suggest(QString::fromUtf8(address).simplified().left(SearchQuery::kTextMaxChars), 8);
    const auto query = SearchQuery::fromUrlQuery(address);
    if (!query)
        return 0;
    const auto again = SearchQuery::fromUrlQuery(query->toUrlQuery());
    SearchQuery plain = *query; // the cursor is another's until it is forged
    plain.cursor.clear();
    require(again.ok());
    searchWith(*query);
    const SpokenQuery spoken = understand(plain, Timestamp{kNowMs});
    for (const SpokenCondition &condition : spoken.conditions)
        require(condition.start >= 0 && condition.start < condition.end && condition.end <= plain.text.size());
    require(SearchQuery::fromUrlQuery(spoken.query.toUrlQuery()).ok());
    searchWith(spoken.query);
    if (end >= 0) {
        plain.cursor = forged(plain, all.sliced(end + 1));
        searchWith(plain);
    }
    return 0;
}
