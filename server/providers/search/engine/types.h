#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cargo::search::engine {

class Snapshot;

using Id = std::array<uint8_t, 16>; // compared byte by byte

// What a listing can be filtered and counted by. The first eight are words, the others but the last numbers.
enum class Dimension : uint8_t {
    Brand,
    Model,
    BodyType,
    Fuel,
    Transmission,
    Drive,
    Color,
    Country,
    Year,
    Price,
    Mileage,
    Eta,
    Rating,
    Published, // these three are no facets: filters, and an order
    Power,
    Displacement,
    Trait // several a listing: its own column, its own counts
};
inline constexpr size_t kWordDimensions = 8;
inline constexpr size_t kFacetDimensions = 13;
inline constexpr size_t kDimensions = 17;
inline constexpr size_t kNumberDimensions = kDimensions - 1 - kWordDimensions;
inline constexpr size_t kTraitsMost = 64; // that an index tells apart; what comes after them is not kept
constexpr size_t at(Dimension dimension) { return size_t(dimension); }
constexpr bool hasPlaces(Dimension dimension) { return at(dimension) < kFacetDimensions; } // is counted by codes or bins
constexpr size_t numberAt(Dimension dimension) { return size_t(dimension) - kWordDimensions; }

class WordTable;

// A listing. All texts are UTF-8; what is not valid in them is passed over.
struct Document
{
    Id id{};
    int64_t revision = 0;                            // of the caller; grows with every change
    uint32_t driver = 0;                             // whose it is, any number; 0: nobody's
    std::array<std::string, kWordDimensions> facets; // by Dimension; "" is "not told", which is never shown as a value
    int64_t year = 0;                                // counted as 1890 … 2145
    int64_t priceMinor = 0;                          // kopecks
    int64_t mileageKm = 0;
    int64_t etaDays = 0;
    int64_t ratingHundredths = 0;          // of the driver, 0 … 500; 0: no reviews yet
    int64_t publishedMs = 0;               // since 1970, UTC
    int64_t powerHp = 0;                   // 0: not told
    int64_t displacementCc = 0;            // the same
    int completionPerMille = 0;            // how probably the deal comes to its end, 0 … 1000
    std::vector<std::string> traits;       // what the caller concluded of it, by name, none twice: see traitTerm()
    std::string title;                     // weighs 3 in the text score; see ranking.h for the words of `facets`, country apart
    std::string description;               // weighs 1
    std::shared_ptr<const WordTable> book; // of `words`; null: the description is still to be read
    std::vector<uint32_t> words;           // of the description, in their order
    std::vector<float> vector; // what it means, of EngineOptions::givenDimensions numbers; any length, empty: not told
};

struct Removal
{
    Id id{};
    int64_t revision = 0; // of the change that removed it; kAnyRevision: whatever stands there
};
inline constexpr int64_t kAnyRevision = std::numeric_limits<int64_t>::max();

// What one typed word may mean: index forms (stems, as words() and Stemmer make them), the likeliest first. A listing holds
// the word if it holds any of them.
struct Alternative
{
    std::string term;
    float weight = 1; // 0 … 1
};
struct Word
{
    std::vector<Alternative> alternatives;
};
// The term that every listing with a trait holds, beside the words of its texts; nobody can type it.
inline constexpr char kTraitMark = '\x01';
inline std::string traitTerm(std::string_view trait) { return kTraitMark + std::string(trait); }
inline constexpr size_t kWordsMost = 12; // of a query; what comes after them is passed over

struct Bounds // inclusive, in the units of Document
{
    int64_t from = std::numeric_limits<int64_t>::min();
    int64_t to = std::numeric_limits<int64_t>::max();
};

enum class Sort : uint8_t {
    Relevance, // text score and prior; without words the prior alone
    PriceAscending,
    PriceDescending,
    Newest,
    MileageAscending,
    EtaAscending
};

// Why a hit stands lower than its rank: enough of the same driver or model stood above.
enum class Crowd : uint8_t { None, Driver, Model };

struct Deferred
{
    Id id{};
    Crowd crowd = Crowd::None;
};

// Where a page ends. The next one begins behind it, whatever was added or merged meanwhile.
struct Position
{
    int64_t key = 0; // the value sorted by, or the rank
    Id id{};
    int64_t priorAtMs = 0;            // of the priors that the first page was ranked by
    uint32_t documents = 0;           // there were then: word weights go on being reckoned with them
    std::vector<Deferred> deferred{}; // of Query::isDiverse: what belongs before this place and was not shown yet, best first
    bool isFused = false;             // the first page was: `deferred` keeps the order it has
    std::vector<Id> ahead{};          // then: what lies behind this place and was taken to the first pages for its meaning
};

// What a query means, beside the words that a listing must hold.
struct MeaningQuery
{
    std::vector<Alternative> terms; // index forms, as of Word; where meanings are learnt
    std::vector<float> vector;      // where they are given: as of Document
    bool reorders = false;          // relevance of diverse orders: their beginning is fused by ranks, see fusion.h
    uint32_t similarMost = 0;       // where no more than Query::fewHits match: so many that pass the filters and mean the like
    std::optional<double> similarCosine; // they are as like the query as this at least; none: ranking::kSimilarCosine
};

struct Query
{
    std::vector<Word> words;
    std::array<std::vector<std::string>, kWordDimensions> facets; // any of these values, letter case apart; empty: no filter
    std::array<std::optional<Bounds>, kNumberDimensions> bounds;  // by numberAt()
    std::vector<std::string> traits;                              // all of them; empty: no filter
    Sort sort = Sort::Relevance;
    bool isDiverse = false; // few of one driver and model on a page; for orders that nobody chose
    uint32_t limit = 20;
    std::optional<Position> after;
    bool wantFacets = true;                 // counts, histograms, extents and relaxations
    uint32_t fewHits = 0;                   // with no more than so many, relaxations of words are counted too
    std::vector<std::vector<Word>> without; // who holds all words of one of these is no answer
    // By word: words of the same number were one phrase, and are left out together. Empty: each is one by itself.
    std::vector<uint8_t> phrases;
    bool wantExplanations = false;
    MeaningQuery meaning; // that says nothing, or before anything was learnt: as if it were not there
};

// By which a fused order was made: places from 1 on among the candidates, equal ones the same.
struct FusedRanks
{
    uint32_t text = 0; // words and prior
    uint32_t meaning = 0;
    uint32_t freshness = 0;
    double cosine = 0; // of the query's and the listing's meaning
};

struct Hit
{
    Id id{};
    int64_t key = 0;        // as in Position
    uint32_t textScore = 0; // relevance with words alone: what the words gave
    uint32_t prior = 0;     // the same: what freshness, driver, completion and term gave
    Crowd crowd = Crowd::None;
    std::optional<FusedRanks> fused{}; // of the first page of a fused order
};

// What passes the filters and means the like, though it does not hold the words.
struct Similar
{
    Id id{};
    double cosine = 0;
};

// What the prior is made of.
enum class PriorPart : uint8_t { Freshness, Driver, Completion, Term };
inline constexpr size_t kPriorParts = 4;
constexpr size_t at(PriorPart part) { return size_t(part); }

struct PriorFacts // in the units of Document
{
    int64_t publishedMs = 0;
    int64_t ratingHundredths = 0;
    int completionPerMille = 0;
    int64_t etaDays = 0;
};

// A word of the query that a listing holds.
struct WordFact
{
    size_t word = 0;                // place in Query::words
    size_t alternative = 0;         // place in Word::alternatives: the one that counted
    uint32_t points = 0;            // of Hit::textScore
    uint32_t documents = 0;         // that hold the word
    std::optional<Dimension> field; // where it stands, the heaviest of several; none: in the description, or in the title alone
    std::string spelling;           // as it stands in that field; else as somebody wrote it
};

// What would lift a hit, all else being as it is.
struct Lift
{
    PriorPart part{};
    int64_t to = 0; // days of age, hundredths, per mille, days of term
    uint32_t points = 0;
    std::optional<bool> passesAbove; // whether it would come before the hit above; none: nothing stands there
};

// Why a hit stands where it stands under relevance with words. Words add up to Hit::textScore, the prior to Hit::prior.
struct Explanation
{
    std::vector<WordFact> words;
    std::array<uint32_t, kPriorParts> prior{};
    PriorFacts facts;
    int64_t atMs = 0;        // the moment that freshness is reckoned for
    std::vector<Lift> lifts; // the strongest first
};

struct ValueCount
{
    std::string_view value; // as it was first spelt; lives as long as the answer
    uint32_t count = 0;     // 0 only for a value that the query asks for
};

inline constexpr size_t kPriceBins = 40;
inline constexpr size_t kMileageBins = 40;
inline constexpr size_t kEtaBins = 7;
inline constexpr size_t kRatingBins = 6; // the last: no reviews yet
inline constexpr size_t kYearBins = 256; // 1890 + i
inline constexpr int kFirstYear = 1890;

struct Extent
{
    int64_t least = 0;
    int64_t greatest = -1; // less than `least`: nothing there
};

// How many would match without one of the conditions, the others standing.
struct Relaxation
{
    bool isWord = false;
    size_t which = 0; // a Dimension, or the place in Query::words of a phrase's first word, or kAllWords
    uint64_t total = 0;
};
inline constexpr size_t kAllWords = std::numeric_limits<size_t>::max();

// Exact: nothing is sampled. Each count, bin and extent leaves out the filter of its own dimension.
struct Answer
{
    std::vector<Hit> hits;                 // best first
    std::vector<Explanation> explanations; // by hit; empty when not wanted, and under strict orders
    uint64_t total = 0;
    std::vector<Similar> similar;        // best first; none of them is counted by anything else here
    std::optional<Position> next;        // none: the last page
    std::vector<size_t> droppedWords;    // places in Query::words that had to be left out: nothing held them all
    std::vector<Relaxation> relaxations; // of each filter; of words only when few or none held them all
    std::array<std::vector<ValueCount>, kWordDimensions> facets; // in no order
    std::vector<ValueCount> traits; // in no order. Their filter asks for all it names: counted among what it lets pass
    std::array<uint32_t, kYearBins> years{};
    std::array<uint32_t, kPriceBins> prices{}; // bins: bins.h
    std::array<uint32_t, kMileageBins> mileages{};
    std::array<uint32_t, kEtaBins> etas{};
    std::array<uint32_t, kRatingBins> ratings{};
    Extent price;                             // kopecks
    Extent mileage;                           // km
    std::shared_ptr<const Snapshot> snapshot; // what the answer was read from
};

} // namespace cargo::search::engine
