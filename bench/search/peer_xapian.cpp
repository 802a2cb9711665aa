// peer_xapian LISTINGS QUERIES FOLDER: terms for words and facet values, value slots for numbers, a ValueCountMatchSpy for
// each facet. Speaks the protocol of peer_protocol.h.
#include "bench/search/listing_rows.h"
#include "bench/search/peer_protocol.h"

#include <xapian.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <string>

namespace {
using namespace cargo::bench;

constexpr unsigned kHits = 20;

struct FacetColumn
{
    const char *name;
    Column column;
    const char *range; // what filters it, where it is counted in bins or years
};
constexpr std::array<FacetColumn, 12> kFacets = {{{"brand", kBrand, ""},
                                                  {"model", kModel, ""},
                                                  {"body_type", kBodyType, ""},
                                                  {"fuel", kFuel, ""},
                                                  {"transmission", kTransmission, ""},
                                                  {"drive", kDrive, ""},
                                                  {"color", kColor, ""},
                                                  {"country_from", kCountryFrom, ""},
                                                  {"year", kYear, "year"},
                                                  {"price_bin", kPriceBin, "price"},
                                                  {"eta_bin", kEtaBin, "eta"},
                                                  {"rating_bin", kRatingBin, "rating"}}};
// Slots below 32 hold facet values as they are written; these hold numbers that compare.
enum Slot : Xapian::valueno { kSlotYear = 32, kSlotPrice, kSlotMileage, kSlotEta, kSlotRating, kSlotPublished };
constexpr std::array<std::pair<Slot, Column>, 6> kNumbers = {{{kSlotYear, kYear},
                                                              {kSlotPrice, kPriceMinor},
                                                              {kSlotMileage, kMileageKm},
                                                              {kSlotEta, kEtaDays},
                                                              {kSlotRating, kRatingHundredths},
                                                              {kSlotPublished, kPublishedMs}}};

Slot slotOf(const std::string &range)
{
    return range == "year"      ? kSlotYear
           : range == "price"   ? kSlotPrice
           : range == "mileage" ? kSlotMileage
           : range == "eta"     ? kSlotEta
           : range == "rating"  ? kSlotRating
                                : kSlotPublished;
}

std::string termOf(const char *facet, std::string_view value) { return std::string("X") + facet + ':' + std::string(value); }

// f(stem) for each word; Latin ones are English, the others Russian.
class Stems
{
public:
    template <typename F>
    void read(std::string_view text, F &&f)
    {
        std::string word;
        bool isLatin = true;
        const auto end = [&] {
            if (!word.empty())
                f(isLatin ? m_english(word) : m_russian(word));
            word.clear();
            isLatin = true;
        };
        for (Xapian::Utf8Iterator at(text.data(), text.size()); at != Xapian::Utf8Iterator(); ++at) {
            if (!Xapian::Unicode::is_wordchar(*at)) {
                end();
                continue;
            }
            const unsigned lower = Xapian::Unicode::tolower(*at);
            isLatin = isLatin && lower < 0x80;
            Xapian::Unicode::append_utf8(word, lower == 0x451 ? 0x435 : lower); // ё as е
        }
        end();
    }

private:
    Xapian::Stem m_english{"english"};
    Xapian::Stem m_russian{"russian"};
};

void fill(const std::string &listings, const std::string &folder)
{
    setenv("XAPIAN_FLUSH_THRESHOLD", "250000", 0); // documents in memory; ten thousand make it several times slower
    Xapian::WritableDatabase database(folder, Xapian::DB_CREATE_OR_OVERWRITE | Xapian::DB_NO_SYNC);
    Stems stems;
    const bool wasRead = forEachListing(listings, [&](const ListingRow &row) {
        Xapian::Document document;
        stems.read(row.text[kTitle], [&](const std::string &stem) { document.add_term(stem, 3); });
        for (size_t i = 0; i < kFacets.size(); ++i) {
            const std::string_view value = row.text[kFacets[i].column];
            document.add_value(Xapian::valueno(i), std::string(value));
            if (!*kFacets[i].range)
                document.add_boolean_term(termOf(kFacets[i].name, value));
            if (kFacets[i].column < kCountryFrom)
                stems.read(value, [&](const std::string &stem) { document.add_term(stem, 2); });
        }
        stems.read(row.text[kDescription], [&](const std::string &stem) { document.add_term(stem); });
        for (const auto &[slot, column] : kNumbers)
            document.add_value(slot, Xapian::sortable_serialise(double(row.number(column))));
        database.add_document(document);
    });
    if (!wasRead) {
        std::fprintf(stderr, "cannot read %s\n", listings.c_str());
        std::exit(2);
    }
    database.commit();
}

class Market
{
public:
    explicit Market(const std::string &folder) : m_database(folder) {}

    uint64_t answer(const SearchQuery &query)
    {
        const Xapian::MSet hits = page(query, Xapian::Query::OP_AND);
        if (hits.get_matches_estimated() == 0 && query.words.size() > 1)
            return countOwn(query, Xapian::Query::OP_OR, page(query, Xapian::Query::OP_OR));
        return countOwn(query, Xapian::Query::OP_AND, hits);
    }

    FacetCounts facets() const
    {
        FacetCounts counts;
        for (size_t i = 0; i < kFacets.size(); ++i) {
            auto &values = counts[kFacets[i].name];
            for (auto at = m_spies[i]->values_begin(); at != m_spies[i]->values_end(); ++at)
                values[*at] = at.get_termfreq();
        }
        return counts;
    }

private:
    static bool isFiltered(const SearchQuery &query, const FacetColumn &facet)
    {
        return query.values.contains(facet.name) || query.ranges.contains(facet.range);
    }

    Xapian::Query wordsOf(const SearchQuery &query, Xapian::Query::op joint)
    {
        std::vector<Xapian::Query> words;
        for (const auto &alternatives : query.words) {
            std::vector<std::string> terms;
            for (const std::string &alternative : alternatives)
                m_stems.read(alternative, [&](const std::string &stem) { terms.push_back(stem); });
            words.emplace_back(Xapian::Query::OP_OR, terms.begin(), terms.end());
        }
        return words.empty() ? Xapian::Query::MatchAll : Xapian::Query(joint, words.begin(), words.end());
    }

    Xapian::Query conditions(const SearchQuery &query, Xapian::Query::op joint, const FacetColumn *leftOut)
    {
        std::vector<Xapian::Query> filters;
        for (const auto &[facet, values] : query.values) {
            if (leftOut && facet == leftOut->name)
                continue;
            std::vector<std::string> terms;
            for (const std::string &value : values)
                terms.push_back(termOf(facet.c_str(), value));
            filters.emplace_back(Xapian::Query::OP_OR, terms.begin(), terms.end());
        }
        for (const auto &[name, range] : query.ranges) {
            if (leftOut && name == leftOut->range)
                continue;
            const Slot slot = slotOf(name);
            if (range.from)
                filters.emplace_back(Xapian::Query::OP_VALUE_GE, slot, Xapian::sortable_serialise(double(*range.from)));
            if (range.to)
                filters.emplace_back(Xapian::Query::OP_VALUE_LE, slot, Xapian::sortable_serialise(double(*range.to)));
        }
        const Xapian::Query words = wordsOf(query, joint);
        if (filters.empty())
            return words;
        const Xapian::Query filter(Xapian::Query::OP_AND, filters.begin(), filters.end());
        return query.words.empty() ? Xapian::Query(0, filter) : Xapian::Query(Xapian::Query::OP_FILTER, words, filter);
    }

    // The hits, the total, and the facets that no filter is on.
    Xapian::MSet page(const SearchQuery &query, Xapian::Query::op joint)
    {
        Xapian::Enquire enquire(m_database);
        enquire.set_query(conditions(query, joint, nullptr));
        if (query.sort == "price_asc" || query.sort == "price_desc")
            enquire.set_sort_by_value(kSlotPrice, query.sort == "price_desc");
        else if (query.words.empty() || query.sort == "newest")
            enquire.set_sort_by_value(kSlotPublished, true);
        else
            enquire.set_sort_by_relevance_then_value(kSlotPublished, true);
        if (query.words.empty() || !query.sort.empty())
            enquire.set_weighting_scheme(Xapian::BoolWeight());
        for (size_t i = 0; i < kFacets.size(); ++i) {
            m_spies[i] = std::make_unique<Xapian::ValueCountMatchSpy>(Xapian::valueno(i));
            if (!isFiltered(query, kFacets[i]))
                enquire.add_matchspy(m_spies[i].get());
        }
        return enquire.get_mset(0, kHits, m_database.get_doccount());
    }

    uint64_t countOwn(const SearchQuery &query, Xapian::Query::op joint, const Xapian::MSet &hits)
    {
        for (size_t i = 0; i < kFacets.size(); ++i) {
            if (!isFiltered(query, kFacets[i]))
                continue;
            Xapian::Enquire enquire(m_database);
            enquire.set_query(conditions(query, joint, &kFacets[i]));
            enquire.set_weighting_scheme(Xapian::BoolWeight());
            enquire.add_matchspy(m_spies[i].get());
            enquire.get_mset(0, 0, m_database.get_doccount());
        }
        return hits.get_matches_estimated();
    }

    Xapian::Database m_database;
    Stems m_stems;
    std::array<std::unique_ptr<Xapian::ValueCountMatchSpy>, kFacets.size()> m_spies;
};
} // namespace

int main(int argc, char **argv)
{
    if (argc != 4) {
        std::fprintf(stderr, "usage: peer_xapian LISTINGS QUERIES FOLDER\n");
        return 2;
    }
    const std::string folder = std::string(argv[3]) + "/xapian";
    const double begun = wallMs();
    fill(argv[1], folder);
    const double seconds = (wallMs() - begun) / 1000;
    uint64_t bytes = 0;
    for (const auto &entry : std::filesystem::directory_iterator(folder))
        bytes += entry.file_size();
    tell("{\"build_s\": " + std::to_string(seconds) + ", \"size_bytes\": " + std::to_string(bytes) + '}');
    Market market(folder);
    serve(
        readQueries(argv[2]), [&](const SearchQuery &query) { return market.answer(query); }, [&] { return market.facets(); });
    return 0;
}
