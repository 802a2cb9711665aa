#pragma once

#include "server/providers/search/concept_dictionary.h"
#include "server/providers/search/engine/word_table.h"
#include "server/providers/search/search_provider.h"

#include <QHash>

#include <array>
#include <string_view>
#include <unordered_map>

namespace cargo::search {

// What shows that a car has a trait: facts that it has, or a sentence of its description.
struct TraitProof
{
    const Concept *trait = nullptr;   // lives as long as the dictionary
    const FactTests *facts = nullptr; // null: a sentence
    QString sentence;
};

// Tells the traits of cars by one dictionary. Made once, then read by any number of threads. What a sentence says behind «не»,
// «без», "not" it does not say.
class TraitFinder
{
public:
    explicit TraitFinder(ConceptDictionaryPtr dictionary);

    const ConceptDictionary &dictionary() const { return *m_dictionary; }
    // In the order of the dictionary.
    std::vector<const Concept *> traitsOf(const Document &car) const;
    // For who reads many: the description's words come with them, as numbers in the reading's table.
    using Tests = std::vector<uint64_t>; // a bit for each fact that the dictionary asks for
    struct Reading
    {
        uint64_t serial = 0;           // of the finder
        engine::WordTable table;       // by how words are written
        std::vector<uint32_t> numbers; // by number in the table: as the finder knows the word
        std::vector<uint32_t> words;   // of the description that was read last
        std::array<QHash<QString, Tests>, SearchQuery::kFacetCount> passed; // by how values are written
        Tests facts;                                                        // that the car has that was read last
    };
    std::vector<const Concept *> traitsOf(const Document &car, Reading &reading) const;
    // The same, each with what shows it: facts before sentences, the first of several.
    std::vector<TraitProof> proofsOf(const Document &car) const;

private:
    using Numbers = std::vector<uint32_t>;
    struct Saying
    {
        Numbers stems;
        size_t place; // of its concept
    };
    // f(place, sentence) for whatever the description tells, some more than once.
    template <typename F>
    void forEachTold(std::string_view description, Reading &reading, F &&f) const;
    template <typename F>
    void matchClause(const Numbers &clause, F &&f) const;
    uint32_t numberOf(std::string_view word, Reading &reading) const;
    uint32_t lookUp(std::string_view word) const;
    uint32_t numberOfStem(const std::string &stem);
    // Whether a car with these facts shows it, and by which of its lines.
    struct Shows
    {
        Tests all;
        const FactTests *line;
    };
    void noteTest(const FactTest &test, Tests &line);
    void begin(Reading &reading) const; // what another finder knew is forgotten
    void readFacts(const Document &car, Reading &reading) const;
    const FactTests *shownBy(size_t place, const Tests &facts) const;
    bool isNegation(uint32_t number) const { return number >= kFirstNegation && number < m_firstStem; }

    static constexpr uint32_t kUnknown = 0, kSmall = 1, kFirstNegation = 2;
    ConceptDictionaryPtr m_dictionary;
    uint64_t m_serial; // of this one among all: words that a thread has looked up are known by it
    std::unordered_map<std::string, uint32_t> m_numbers; // of stems
    uint32_t m_firstStem = 0;                            // behind those that negate
    std::vector<std::vector<Saying>> m_sayings;          // by the first stem, the longest first
    size_t m_tests = 0;
    std::array<QHash<QString, Tests>, SearchQuery::kFacetCount> m_passed; // by value in lower case
    QHash<QString, Tests> m_passedByFeature;
    std::vector<std::pair<int, Tests>> m_passedBySeats; // from so many on
    std::vector<std::vector<Shows>> m_shows;            // by concept
};

// By the dictionary that this process uses at the moment.
std::shared_ptr<const TraitFinder> traitFinder();

} // namespace cargo::search
