#pragma once

#include "server/core/call_context.h"
#include "server/providers/search/explanation.h"
#include "shared/domain/clock.h"
#include "shared/domain/ids.h"
#include "shared/domain/result.h"
#include "shared/domain/search_query/search_query.h"

#include <QCoroTask>

#include <QByteArray>
#include <QString>

#include <memory>
#include <vector>

namespace cargo::search {

// What an index knows of a published listing. The database stays the truth; an index may be thrown away and filled again.
struct Document
{
    ListingId id;
    UserId driver;
    qint64 revision = 0; // grows with every change; an older one never replaces a newer one
    QString brand;
    QString model;
    QString bodyType;
    QString fuel;
    QString transmission;
    QString drive;
    QString color;
    QString countryFrom;
    QByteArray description;        // UTF-8, as it is read and indexed
    std::vector<QString> features; // flags of shared/domain/listing/attributes that it has
    int seats = 0;                 // 0: not told
    int year = 0;
    qint64 priceMinor = 0;
    int mileageKm = 0;
    int etaDays = 0;
    int powerHp = 0;            // 0: not told
    int engineCc = 0;           // the same
    int ratingHundredths = 0;   // of the driver; 0: no reviews yet
    int completionPerMille = 0; // how probably a deal with the driver comes to its end
    Timestamp publishedAt;
    std::vector<float> embedding; // of what is said of it, unit length; empty: none, or not yet
};

struct FacetCount
{
    QString value; // of the facet "trait": a concept's slug
    int count = 0;
};

// One facet with its exact counts; a facet ignores its own filter, so that a person sees what else he could choose. But for
// "trait", whose filter asks for all that it names: it counts how many of the cars found have each.
struct Facet
{
    const char *name;
    std::vector<FacetCount> values;
    int distinct = 0; // values with at least one listing; `values` may be cut to the most frequent
};

struct RangeBin
{
    qint64 from = 0;
    qint64 to = 0; // inclusive
    int count = 0;
};

// Smallest and largest value and the bins between, again without the range's own filter.
struct Range
{
    const char *name;
    qint64 min = 0;
    qint64 max = 0;
    std::vector<RangeBin> bins; // empty: nothing matches
};

struct Hit
{
    ListingId id;
    double score = 0;
};

// How many there would be without one condition, the others standing.
struct Relaxation
{
    std::vector<const char *> drop; // parameters of GET search; "q" with the words below
    QString words;                  // of the text, as they were typed but for letter case; empty: all of them
    int understood = -1;            // the place among the conditions that were read in the words
    qint64 total = 0;
};

struct Answer
{
    std::vector<Hit> hits;
    // With kFewHits or fewer, neither counted nor among the hits: who misses a bound by little (score 1), in the query's order,
    // and what means the like, by cosine. At most kSimilarMost.
    std::vector<Hit> similar;
    qint64 total = 0;
    bool totalIsExact = true;
    std::vector<Facet> facets; // empty when the query does not want them
    std::vector<Range> ranges;
    QString didYouMean;                   // the text that was searched instead; empty: the one that was typed
    std::vector<QString> appliedSynonyms; // "тойота = toyota"
    std::vector<QString> relaxed;         // words that had to be left out
    std::vector<Relaxation> relaxations;  // with kFewHits or fewer that hold all; most cars first
    QByteArray nextCursor;                // empty: the last page
    // SearchQuery::wantExplanations: by hit. None: this index cannot tell.
    std::optional<std::vector<Explanation>> explanations;
    const char *sortedBy = ""; // what alone makes the order, as "price"; empty: the score
};

inline constexpr int kFewHits = 5;
inline constexpr size_t kSimilarMost = 12;

// How much of what listings and queries mean an index makes use of.
enum class MeaningUse {
    Off,
    Similar, // of thin results: what means the like is offered beside them
    On       // and the first page of a wish is ordered by it too
};

struct Learnt // what words mean
{
    Timestamp at;
    int listings = 0; // it was learnt from
    int terms = 0;
    int dimensions = 0;
};

struct Suggestion
{
    QString text; // what to put into the search box
    const char *kind = "model"; // "brand", "model", "wish" («для большой семьи»), "corridor" («из Японии») or "query"
    QString brand; // empty for the last three
    QString model; // empty for a brand, too
    int count = 0;
};

struct Standing
{
    ListingId id;
    qint64 revision = 0;
};

// A new content for an index, made beside the one that answers.
class Refill
{
public:
    virtual ~Refill() = default;
    // In any order, some thousands at a time.
    virtual QCoro::Task<Outcome> add(std::vector<Document> documents) = 0;
    // Takes the place of everything. Without it nothing changes.
    virtual QCoro::Task<Outcome> finish() = 0;
};

// The port of search. Thread-safe. Errors of search(): CursorInvalid, Unavailable.
class SearchProvider
{
public:
    virtual ~SearchProvider() = default;
    // At most a few thousand documents a call; a removed or older document is passed over.
    virtual QCoro::Task<Outcome> upsert(std::vector<Document> documents) = 0;
    virtual QCoro::Task<Outcome> remove(std::vector<ListingId> ids) = 0;
    virtual QCoro::Task<Result<Answer>> search(CallContextPtr context, SearchQuery query) = 0;
    virtual QCoro::Task<Result<std::vector<Suggestion>>> suggest(CallContextPtr context, QString text, int limit) = 0;
    // How many documents it holds; for metrics and readiness.
    virtual qint64 size() const = 0;

    // One at a time, and no other writes until it has finished or is gone; it must not outlive the provider.
    virtual std::unique_ptr<Refill> refill() = 0;
    // What it holds from behind `after` up to `last`, in the order of ids: to be compared with the database.
    virtual QCoro::Task<Result<std::vector<Standing>>> standing(ListingId after, ListingId last) = 0;
    // What is kept from one run to the next, beside the database. Both block: not for an event loop. restore() says whether
    // there was anything; what was there may be old, and is to be compared.
    virtual Result<bool> restore() { return false; }
    virtual Outcome keep() { return ok(); }
    // The greatest revision of all it holds. Nothing: it cannot tell.
    virtual std::optional<qint64> newestRevision() const { return std::nullopt; }

    // For an index that learns from its own content what words mean; others do neither. learn() blocks for seconds, and returns
    // nothing when there is too little to learn from; learnt(): the last time. stopLearning(): before the end, from any thread.
    virtual bool learns() const { return false; }
    virtual std::optional<Learnt> learn(Timestamp) { return std::nullopt; }
    virtual std::optional<Learnt> learnt() const { return std::nullopt; }
    virtual void stopLearning() {}
};

} // namespace cargo::search
