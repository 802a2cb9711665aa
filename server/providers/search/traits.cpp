#include "server/providers/search/traits.h"

#include "server/providers/search/engine/text.h"
#include "server/providers/search/text_analysis.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <mutex>

namespace cargo::search {

namespace {
constexpr const char *kNegations[] = {"не", "без", "нет", "not", "no", "without"};
constexpr size_t kNegatesWords = 2; // so far ahead, small words not counted
constexpr size_t kKnownWordsMost = 200'000;

std::string_view viewOf(const QByteArray &text) { return {text.constData(), size_t(text.size())}; }

bool endsSentence(std::string_view text, size_t at)
{
    const char sign = text[at];
    if (sign == '\n' || sign == '!' || sign == '?' || sign == ';')
        return true;
    return sign == '.' && (at + 1 == text.size() || text[at + 1] == ' ' || text[at + 1] == '\n'); // "2.5" goes on
}

// Where «не» of one clause says nothing of the next.
constexpr bool endsClause(char sign) { return sign == ',' || sign == ':' || sign == '(' || sign == ')' || sign == '/'; }

// Most bytes end neither.
constexpr auto kMayEnd = [] {
    std::array<bool, 256> may{};
    for (const char sign : {'\n', '!', '?', ';', '.'})
        may[size_t(sign)] = true;
    for (size_t sign = 0; sign < 0x80; ++sign)
        may[sign] = may[sign] || endsClause(char(sign));
    return may;
}();

using Tests = TraitFinder::Tests;

void add(Tests &tests, const Tests &more)
{
    tests.resize(std::max(tests.size(), more.size()), 0);
    for (size_t i = 0; i < more.size(); ++i)
        tests[i] |= more[i];
}

bool holds(const Tests &tests, const Tests &wanted)
{
    for (size_t i = 0; i < wanted.size(); ++i) {
        if ((wanted[i] & ~(i < tests.size() ? tests[i] : 0)) != 0)
            return false;
    }
    return true;
}

std::array<const QString *, SearchQuery::kFacetCount> facetsOf(const Document &d)
{
    return {&d.brand, &d.model, &d.bodyType, &d.fuel, &d.transmission, &d.drive, &d.color, &d.countryFrom};
}

// What words a thread has looked up.
TraitFinder::Reading &readingOfThread()
{
    thread_local TraitFinder::Reading reading;
    if (reading.table.size() > kKnownWordsMost)
        reading = {};
    return reading;
}

uint64_t nextSerial()
{
    static std::atomic<uint64_t> last = 0;
    return ++last;
}
} // namespace

TraitFinder::TraitFinder(ConceptDictionaryPtr dictionary) : m_dictionary(std::move(dictionary)), m_serial(nextSerial())
{
    m_firstStem = kFirstNegation;
    for (const char *word : kNegations)
        numberOfStem(stem(QString::fromUtf8(word)).toStdString());
    m_firstStem = kFirstNegation + uint32_t(m_numbers.size());
    for (const auto &sayings : m_dictionary->telling()) {
        for (const ConceptDictionary::Saying &saying : sayings) {
            Numbers numbers;
            for (const QString &one : saying.stems)
                numbers.push_back(numberOfStem(one.toStdString()));
            const size_t first = numbers.front();
            m_sayings.resize(std::max(m_sayings.size(), first + 1));
            m_sayings[first].push_back({std::move(numbers), saying.place});
        }
    }
    for (const Concept &trait : m_dictionary->concepts()) {
        std::vector<Shows> &shows = m_shows.emplace_back();
        for (const FactTests &line : trait.show) {
            shows.push_back({{}, &line});
            for (const FactTest &test : line)
                noteTest(test, shows.back().all);
        }
    }
}

// A bit for the test, known by the values that pass it.
void TraitFinder::noteTest(const FactTest &test, Tests &line)
{
    Tests bit(m_tests / 64 + 1, 0);
    bit.back() = uint64_t(1) << (m_tests % 64);
    ++m_tests;
    add(line, bit);
    switch (test.kind) {
    case FactTest::Kind::Facet:
        for (const QString &value : test.anyOf)
            add(m_passed[size_t(test.facet)][value], bit);
        return;
    case FactTest::Kind::Feature:
        for (const QString &feature : test.anyOf)
            add(m_passedByFeature[feature], bit);
        return;
    case FactTest::Kind::Seats: m_passedBySeats.emplace_back(test.least, std::move(bit)); return;
    }
}

void TraitFinder::begin(Reading &reading) const
{
    if (reading.serial == m_serial)
        return;
    reading = {};
    reading.serial = m_serial;
}

void TraitFinder::readFacts(const Document &car, Reading &reading) const
{
    reading.facts.clear();
    const auto values = facetsOf(car);
    for (size_t facet = 0; facet < values.size(); ++facet) {
        if (m_passed[facet].isEmpty())
            continue;
        auto known = reading.passed[facet].constFind(*values[facet]);
        if (known == reading.passed[facet].cend())
            known = reading.passed[facet].insert(*values[facet], m_passed[facet].value(values[facet]->toLower()));
        add(reading.facts, *known);
    }
    for (const QString &feature : car.features) {
        if (const auto passed = m_passedByFeature.constFind(feature); passed != m_passedByFeature.cend())
            add(reading.facts, *passed);
    }
    for (const auto &[least, passed] : m_passedBySeats) {
        if (car.seats >= least)
            add(reading.facts, passed);
    }
}

const FactTests *TraitFinder::shownBy(size_t place, const Tests &facts) const
{
    for (const Shows &shows : m_shows[place]) {
        if (holds(facts, shows.all))
            return shows.line;
    }
    return nullptr;
}

uint32_t TraitFinder::numberOfStem(const std::string &stem)
{
    return m_numbers.emplace(stem, kFirstNegation + uint32_t(m_numbers.size())).first->second;
}

uint32_t TraitFinder::numberOf(std::string_view word, Reading &reading) const
{
    bool isNew = false;
    uint32_t &number = reading.table.at(word, isNew);
    if (isNew) {
        number = uint32_t(reading.numbers.size());
        reading.numbers.push_back(lookUp(word));
    }
    reading.words.push_back(number);
    return reading.numbers[number];
}

uint32_t TraitFinder::lookUp(std::string_view word) const
{
    if (isSmallWord(QString::fromUtf8(word.data(), qsizetype(word.size()))))
        return kSmall;
    const auto found = m_numbers.find(std::string(engine::Stemmer::ofThread()(word)));
    return found == m_numbers.end() ? kUnknown : found->second;
}

template <typename F>
void TraitFinder::matchClause(const Numbers &clause, F &&f) const
{
    for (size_t at = 0; at < clause.size(); ++at) {
        if (clause[at] < kFirstNegation || clause[at] >= m_sayings.size())
            continue;
        for (const Saying &saying : m_sayings[clause[at]]) {
            const size_t end = at + saying.stems.size();
            if (end > clause.size() || !std::equal(saying.stems.begin(), saying.stems.end(), clause.begin() + ptrdiff_t(at)))
                continue;
            const size_t from = at - std::min(at, kNegatesWords);
            const auto negates = [this](uint32_t number) { return isNegation(number); };
            const bool isNegated = !isNegation(clause[at])
                                   && (std::any_of(clause.begin() + ptrdiff_t(from), clause.begin() + ptrdiff_t(at), negates)
                                       || (end < clause.size() && isNegation(clause[end])));
            if (!isNegated)
                f(saying.place);
        }
    }
}

template <typename F>
void TraitFinder::forEachTold(std::string_view description, Reading &reading, F &&f) const
{
    reading.words.clear();
    engine::WordReader reader;
    Numbers clause;
    size_t sentence = 0;
    size_t begin = 0;
    std::vector<size_t> told; // of the sentence under way
    const auto closeClause = [&](size_t end) {
        clause.clear();
        reader.read(description.substr(begin, end - begin), [&](std::string_view word) {
            if (const uint32_t number = numberOf(word, reading); number != kSmall)
                clause.push_back(number);
        });
        matchClause(clause, [&told](size_t place) { told.push_back(place); });
        begin = end + 1;
    };
    for (size_t at = 0; at <= description.size(); ++at) {
        if (at < description.size() && !kMayEnd[static_cast<unsigned char>(description[at])])
            continue;
        const bool ends = at == description.size() || endsSentence(description, at);
        if (!ends && !endsClause(description[at]))
            continue;
        if (begin <= at)
            closeClause(at);
        if (!ends)
            continue;
        const size_t end = std::min(at + 1, description.size());
        for (const size_t place : told)
            f(place, description.substr(sentence, end - sentence));
        told.clear();
        sentence = begin;
    }
}

std::vector<const Concept *> TraitFinder::traitsOf(const Document &car) const { return traitsOf(car, readingOfThread()); }

std::vector<const Concept *> TraitFinder::traitsOf(const Document &car, Reading &reading) const
{
    begin(reading);
    readFacts(car, reading);
    const std::vector<Concept> &all = m_dictionary->concepts();
    std::vector<bool> has(all.size(), false);
    for (size_t place = 0; place < all.size(); ++place)
        has[place] = shownBy(place, reading.facts) != nullptr;
    forEachTold(viewOf(car.description), reading, [&has](size_t place, auto) { has[place] = true; });
    std::vector<const Concept *> traits;
    for (size_t place = 0; place < all.size(); ++place) {
        if (has[place])
            traits.push_back(&all[place]);
    }
    return traits;
}

std::vector<TraitProof> TraitFinder::proofsOf(const Document &car) const
{
    Reading &reading = readingOfThread();
    begin(reading);
    readFacts(car, reading);
    const std::vector<Concept> &all = m_dictionary->concepts();
    std::vector<std::string_view> told(all.size());
    forEachTold(viewOf(car.description), reading, [&told](size_t place, std::string_view sentence) {
        if (told[place].empty())
            told[place] = sentence;
    });
    std::vector<TraitProof> proofs;
    for (size_t place = 0; place < all.size(); ++place) {
        if (const FactTests *facts = shownBy(place, reading.facts))
            proofs.push_back({&all[place], facts, {}});
        else if (!told[place].empty())
            proofs.push_back(
                {&all[place], nullptr, QString::fromUtf8(told[place].data(), qsizetype(told[place].size())).trimmed()});
    }
    return proofs;
}

std::shared_ptr<const TraitFinder> traitFinder()
{
    static std::mutex lock;
    static std::shared_ptr<const TraitFinder> current;
    const ConceptDictionaryPtr dictionary = concepts();
    const std::lock_guard guard(lock);
    if (!current || &current->dictionary() != dictionary.get())
        current = std::make_shared<const TraitFinder>(dictionary);
    return current;
}

} // namespace cargo::search
