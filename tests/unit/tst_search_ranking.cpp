#include "server/providers/search/engine/diversity.h"
#include "server/providers/search/engine/engine.h"
#include "server/providers/search/engine/ranking.h"
#include "tests/unit/search_engine_fixture.h"

#include <QtTest>

using namespace cargo::search::engine;
using namespace cargo::test::search_engine;

// Why hits stand where they stand: what is told adds up, and what is said to lift a hit does.
class TestSearchRanking : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void partsAddUp();
    void partsAddUpOnLaterPages();
    void tellsFieldsAndMeanings();
    void liftsLift();
    void strictOrdersAreNotExplained();
    void pagesAreDiverse_data();
    void pagesAreDiverse();
    void pagesOfOneDriverLoseNothing();
    void changesBetweenPagesLoseNothing();
    void namedModelsAreNotLimited();
    void relaxationsAreExact();
    void contradictionsFindNothing();

private:
    static Query textQuery(Random &random);
    void checkParts(const Query &query, const Answer &answer) const;

    Engine m_engine;
};

void TestSearchRanking::initTestCase()
{
    Random random(71);
    std::vector<Document> documents;
    for (int i = 0; i < 30'000; ++i)
        documents.push_back(randomDocument(random, i));
    m_engine.build(documents);
    m_engine.refreshPriors(kNowMs);
    std::vector<Document> changed;
    for (int i = 0; i < 400; ++i) {
        changed.push_back(randomDocument(random, i * 11));
        changed.back().revision = 2;
    }
    m_engine.upsert(changed);
}

Query TestSearchRanking::textQuery(Random &random)
{
    static const std::vector<std::string> kWords = {"салон",  "крыша", "привод",  "торг", "car",  "history", "toyota", "bmw",
                                                    "diesel", "белый", "хозяина", "suv",  "2018", "лот17",   "30",     "нигде"};
    Query query = randomQuery(random);
    query.sort = Sort::Relevance;
    query.words.clear();
    query.wantExplanations = true;
    for (size_t i = random() % 4 + 1; i > 0; --i) {
        Word word = wordOf(kWords[random() % kWords.size()]);
        if (random() % 2)
            word.alternatives.push_back({wordOf(kWords[random() % kWords.size()]).alternatives.front().term, 0.7F});
        query.words.push_back(std::move(word));
    }
    return query;
}

void TestSearchRanking::checkParts(const Query &query, const Answer &answer) const
{
    QCOMPARE(answer.explanations.size(), answer.hits.size());
    for (size_t i = 0; i < answer.hits.size(); ++i) {
        const Explanation &why = answer.explanations[i];
        uint32_t words = 0, prior = 0;
        for (const WordFact &fact : why.words) {
            QVERIFY(fact.word < query.words.size());
            QVERIFY(fact.alternative < query.words[fact.word].alternatives.size());
            words += fact.points;
        }
        for (const uint32_t part : why.prior)
            prior += part;
        QCOMPARE(words, answer.hits[i].textScore);
        QCOMPARE(prior, answer.hits[i].prior);
        QCOMPARE(int64_t(words + prior), answer.hits[i].key);
        for (const Lift &lift : why.lifts)
            QCOMPARE(lift.passesAbove.has_value(), i > 0);
    }
}

void TestSearchRanking::partsAddUp()
{
    Random random(72);
    size_t explained = 0, relaxed = 0;
    for (int i = 0; i < 300; ++i) {
        const Query query = textQuery(random);
        const Answer answer = m_engine.search(query);
        checkParts(query, answer);
        explained += answer.hits.size();
        relaxed += answer.droppedWords.empty() ? 0 : 1;
    }
    QVERIFY(explained > 1'000);
    QVERIFY(relaxed > 20);
}

void TestSearchRanking::partsAddUpOnLaterPages()
{
    Query query;
    query.words = {wordOf("салон")};
    query.wantExplanations = true;
    for (int page = 0; page < 4; ++page) {
        const Answer answer = m_engine.search(query);
        checkParts(query, answer);
        query.after = answer.next;
        if (page == 1) // later pages keep the priors of the first
            m_engine.refreshPriors(kNowMs + 86'400'000);
    }
    m_engine.refreshPriors(kNowMs);
}

void TestSearchRanking::tellsFieldsAndMeanings()
{
    Engine engine;
    Document car = plainDocument(1);
    car.facets[at(Dimension::Brand)] = "Land Rover";
    car.facets[at(Dimension::Model)] = "Discovery";
    car.facets[at(Dimension::Color)] = "white";
    car.year = 2018;
    car.title = "Land Rover Discovery 2018";
    car.description = "Тёплые сидения";
    engine.upsert({car});
    Query query;
    query.words = {wordOf("нигде"), wordOf("rover"), wordOf("discovery"), wordOf("2018"), wordOf("сидений"), wordOf("нет")};
    query.words.back().alternatives.push_back({"white", 0.9F});
    query.wantExplanations = true;
    const Answer answer = engine.search(query);
    QCOMPARE(answer.hits.size(), size_t(1));
    const auto &facts = answer.explanations[0].words;
    QCOMPARE(facts.size(), size_t(5));
    QVERIFY(facts[0].word == 1 && facts[0].field == Dimension::Brand && facts[0].spelling == "rover");
    QVERIFY(facts[1].word == 2 && facts[1].field == Dimension::Model);
    QVERIFY(facts[2].word == 3 && facts[2].field == Dimension::Year && facts[2].spelling == "2018");
    QVERIFY(facts[3].word == 4 && !facts[3].field && facts[3].spelling == "сидения");
    QVERIFY(facts[4].word == 5 && facts[4].alternative == 1 && facts[4].field == Dimension::Color);
    QVERIFY(facts[0].points > facts[3].points);
}

// Each lift is done, and gives what it was said to give.
void TestSearchRanking::liftsLift()
{
    Engine engine;
    std::vector<Document> documents;
    Random random(73);
    for (int i = 0; i < 40; ++i) {
        documents.push_back(randomDocument(random, i));
        documents.back().description = "салон";
    }
    engine.upsert(documents);
    engine.refreshPriors(kNowMs);
    Query query;
    query.words = {wordOf("салон")};
    query.limit = 40;
    query.wantExplanations = true;
    const Answer before = engine.search(query);
    int passed = 0, lifts = 0;
    for (size_t i = 1; i < before.hits.size(); ++i) {
        const auto document =
            std::find_if(documents.begin(), documents.end(), [&](const Document &d) { return d.id == before.hits[i].id; });
        for (const Lift &lift : before.explanations[i].lifts) {
            Engine other;
            std::vector<Document> changed = documents;
            Document &lifted = changed[size_t(document - documents.begin())];
            switch (lift.part) {
            case PriorPart::Freshness: lifted.publishedMs = kNowMs - lift.to; break;
            case PriorPart::Driver: lifted.ratingHundredths = lift.to; break;
            case PriorPart::Completion: lifted.completionPerMille = int(lift.to); break;
            case PriorPart::Term: lifted.etaDays = lift.to; break;
            }
            other.upsert(changed);
            other.refreshPriors(kNowMs);
            const Answer after = other.search(query);
            const auto placeOf = [](const Answer &answer, const Id &id) {
                return std::find_if(answer.hits.begin(), answer.hits.end(), [&](const Hit &hit) { return hit.id == id; });
            };
            const auto here = placeOf(after, lifted.id);
            QCOMPARE(here->key, before.hits[i].key + lift.points);
            QCOMPARE(here < placeOf(after, before.hits[i - 1].id), *lift.passesAbove);
            passed += *lift.passesAbove ? 1 : 0;
            ++lifts;
        }
    }
    QVERIFY(passed > 10);
    QVERIFY(lifts > passed);
}

namespace {
struct Crowds
{
    std::map<uint32_t, uint32_t> ofDriver;
    std::map<std::string, uint32_t> ofModel;
    uint32_t most(bool driver) const
    {
        uint32_t most = 0;
        if (driver) {
            for (const auto &[one, count] : ofDriver)
                most = std::max(most, count);
        } else {
            for (const auto &[one, count] : ofModel)
                most = std::max(most, count);
        }
        return most;
    }
};

// Of drivers and models of which a few have very much.
std::map<Id, Document> crowdedMarket(Random &random, int count)
{
    std::map<Id, Document> market;
    for (int i = 0; i < count; ++i) {
        Document document = randomDocument(random, i);
        document.driver = random() % 3 ? 1 + random() % 3 : 10 + random() % 4'000;
        if (random() % 2) {
            document.facets[at(Dimension::Brand)] = "Kia";
            document.facets[at(Dimension::Model)] = "Rio";
            document.title = "Kia Rio";
        }
        market[document.id] = document;
    }
    return market;
}

std::vector<Document> valuesOf(const std::map<Id, Document> &market)
{
    std::vector<Document> list;
    for (const auto &[id, document] : market)
        list.push_back(document);
    return list;
}
} // namespace

void TestSearchRanking::pagesAreDiverse_data()
{
    QTest::addColumn<int>("sort");
    QTest::addColumn<QString>("word");
    QTest::addColumn<int>("limit");
    for (const int limit : {1, 7, 20, 50, 100}) {
        QTest::addRow("%d by prior", limit) << int(Sort::Relevance) << QString() << limit;
        QTest::addRow("%d newest", limit) << int(Sort::Newest) << QString() << limit;
        QTest::addRow("%d with text", limit) << int(Sort::Relevance) << QStringLiteral("салон") << limit;
    }
}

void TestSearchRanking::pagesAreDiverse()
{
    QFETCH(int, sort);
    QFETCH(QString, word);
    QFETCH(int, limit);
    Random random(74);
    const auto market = crowdedMarket(random, 12'000);
    Engine engine;
    engine.build(valuesOf(market));
    engine.refreshPriors(kNowMs);
    Query query;
    query.sort = Sort(sort);
    query.limit = uint32_t(limit);
    query.facets[at(Dimension::Country)] = {"jp"};
    query.bounds[numberAt(Dimension::Price)] = Bounds{0, 500'000'000};
    query.wantFacets = false;
    if (!word.isEmpty())
        query.words = {wordOf(word.toStdString())};
    const uint64_t total = engine.search(query).total;
    QVERIFY(total > 300);
    query.isDiverse = true;
    std::set<Id> seen;
    size_t pages = 0;
    do {
        const Answer answer = engine.search(query);
        QCOMPARE(answer.total, total);
        Crowds crowds;
        for (const Hit &hit : answer.hits) {
            QVERIFY(seen.insert(hit.id).second);
            const Document &document = market.at(hit.id);
            ++crowds.ofDriver[document.driver];
            const std::string &model = document.facets[at(Dimension::Model)];
            if (!model.empty())
                ++crowds.ofModel[model];
        }
        const size_t putOff = answer.next ? answer.next->deferred.size() : 0;
        const bool isFilledUp = putOff + size_t(limit) >= Diversity::examinedMost(query) || !answer.next; // with what was put off
        if (!isFilledUp && pages == 0) {
            QVERIFY(crowds.most(true) <= ranking::mostOnPage(ranking::kSameDriverMost, query.limit));
            QVERIFY(crowds.most(false) <= ranking::mostOnPage(ranking::kSameModelMost, query.limit));
        }
        QVERIFY(putOff <= ranking::kDeferredMost);
        QVERIFY(answer.hits.size() == size_t(limit) || !answer.next);
        query.after = answer.next;
        ++pages;
    } while (query.after);
    QCOMPARE(uint64_t(seen.size()), total);
}

void TestSearchRanking::pagesOfOneDriverLoseNothing()
{
    Random random(75);
    Engine engine;
    std::vector<Document> documents;
    for (int i = 0; i < 400; ++i) {
        documents.push_back(randomDocument(random, i));
        documents.back().driver = 7;
    }
    engine.upsert(documents);
    engine.refreshPriors(kNowMs);
    Query query;
    query.isDiverse = true;
    std::set<Id> seen;
    do {
        const Answer answer = engine.search(query);
        for (const Hit &hit : answer.hits)
            QVERIFY(seen.insert(hit.id).second);
        for (size_t i = 0; i < answer.hits.size(); ++i)
            QVERIFY(query.after || i < ranking::kSameDriverMost || answer.hits[i].crowd == Crowd::Driver);
        query.after = answer.next;
    } while (query.after);
    QCOMPARE(seen.size(), size_t(400));
}

// Whatever comes, goes, is merged or ranked anew between two pages: what stays comes once.
void TestSearchRanking::changesBetweenPagesLoseNothing()
{
    Random random(76);
    auto market = crowdedMarket(random, 9'000);
    for (const bool text : {false, true}) {
        Engine engine;
        engine.build(valuesOf(market));
        engine.refreshPriors(kNowMs);
        Query query;
        query.isDiverse = true;
        query.wantFacets = false;
        query.facets[at(Dimension::Fuel)] = {"diesel"};
        if (text)
            query.words = {wordOf("салон")};
        std::set<Id> stays, seen;
        Query all = query;
        all.isDiverse = false;
        all.limit = 10'000;
        for (const Hit &hit : engine.search(all).hits)
            stays.insert(hit.id);
        for (int page = 0;; ++page) {
            const Answer answer = engine.search(query);
            for (const Hit &hit : answer.hits)
                QVERIFY(seen.insert(hit.id).second);
            query.after = answer.next;
            if (!query.after)
                break;
            if (page < 8 && !query.after->deferred.empty()) { // one that was put off is sold
                const Id gone = query.after->deferred.front().id;
                engine.remove({{gone, kAnyRevision}});
                stays.erase(gone);
            }
            if (page == 3)
                engine.mergeNow();
            if (page == 5)
                engine.refreshPriors(kNowMs + 3'600'000);
        }
        std::vector<Id> lost;
        std::set_difference(stays.begin(), stays.end(), seen.begin(), seen.end(), std::back_inserter(lost));
        QCOMPARE(lost.size(), size_t(0));
        QVERIFY(stays.size() > 500);
    }
}

void TestSearchRanking::namedModelsAreNotLimited()
{
    Engine engine;
    std::vector<Document> documents;
    for (int i = 0; i < 60; ++i) {
        documents.push_back(plainDocument(i));
        Document &document = documents.back();
        document.driver = uint32_t(i) + 1;
        document.facets[at(Dimension::Brand)] = i < 40 ? "Kia" : "Audi";
        document.facets[at(Dimension::Model)] = i < 40 ? "Rio X" : "A" + std::to_string(i);
        document.title = document.facets[0] + " " + document.facets[1];
        document.description = "салон";
        document.publishedMs = kNowMs - i * 60'000;
    }
    engine.upsert(documents);
    engine.refreshPriors(kNowMs);
    const auto riosOf = [&](Query query) {
        query.isDiverse = true;
        const Answer answer = engine.search(query);
        return std::count_if(answer.hits.begin(), answer.hits.end(), [&](const Hit &hit) {
            return std::any_of(documents.begin(), documents.begin() + 40, [&](const Document &d) { return d.id == hit.id; });
        });
    };
    Query query;
    query.words = {wordOf("салон")};
    QCOMPARE(riosOf(query), ptrdiff_t(ranking::kSameModelMost));
    query.words = {wordOf("салон"), wordOf("rio"), wordOf("x")};
    QCOMPARE(riosOf(query), ptrdiff_t(20));
    query.words[1].alternatives.front().weight = 0.7F; // only begun
    QCOMPARE(riosOf(query), ptrdiff_t(20));            // but nothing else holds it
    query.words = {wordOf("салон")};
    query.facets[at(Dimension::Model)] = {"Rio X", "A45"};
    QVERIFY(riosOf(query) >= 19);
}

void TestSearchRanking::strictOrdersAreNotExplained()
{
    Query query;
    query.words = {wordOf("салон")};
    query.wantExplanations = true;
    for (const Sort sort :
         {Sort::PriceAscending, Sort::PriceDescending, Sort::Newest, Sort::MileageAscending, Sort::EtaAscending}) {
        query.sort = sort;
        const Answer answer = m_engine.search(query);
        QVERIFY(!answer.hits.empty());
        QVERIFY(answer.explanations.empty());
    }
}

// Without a phrase there are as many as a search without it finds.
void TestSearchRanking::relaxationsAreExact()
{
    Random random(77);
    int words = 0, filters = 0, few = 0;
    for (int i = 0; i < 400; ++i) {
        Query query = textQuery(random);
        query.wantExplanations = false;
        query.fewHits = 5;
        if (random() % 2) {
            for (size_t w = 0; w < query.words.size(); ++w)
                query.phrases.push_back(uint8_t(w / 2));
        }
        const Answer answer = m_engine.search(query);
        // Those that nothing holds are left out without a word: no relaxation is about them.
        const auto isKnown = [this](const Word &word) {
            return std::any_of(word.alternatives.begin(), word.alternatives.end(),
                               [this](const Alternative &a) { return m_engine.snapshot()->documentsWith(a.term) > 0; });
        };
        for (const Relaxation &relaxation : answer.relaxations) {
            Query without = query;
            without.fewHits = 0;
            without.words.clear();
            without.phrases.clear();
            for (size_t w = 0; w < query.words.size(); ++w) {
                const auto phraseOf = [&query](size_t place) {
                    return query.phrases.empty() ? place : size_t(query.phrases[place]);
                };
                const bool isDropped =
                    relaxation.isWord && (relaxation.which == kAllWords || phraseOf(w) == phraseOf(relaxation.which));
                if (!isDropped && isKnown(query.words[w]))
                    without.words.push_back(query.words[w]);
            }
            if (!relaxation.isWord && relaxation.which < kWordDimensions)
                without.facets[relaxation.which].clear();
            else if (!relaxation.isWord && relaxation.which == at(Dimension::Trait))
                without.traits.clear();
            else if (!relaxation.isWord)
                without.bounds[relaxation.which - kWordDimensions].reset();
            if (!relaxation.isWord && without.words.empty() && !query.words.empty())
                continue; // nothing holds any of the words
            const Answer other = m_engine.search(without);
            QCOMPARE(relaxation.total, other.droppedWords.empty() ? other.total : uint64_t(0));
            ++(relaxation.isWord ? words : filters);
        }
        few += answer.total > 0 && !answer.relaxations.empty() && answer.relaxations.back().isWord ? 1 : 0;
    }
    QVERIFY(words > 100);
    QVERIFY(filters > 100);
    QVERIFY(few > 10);
}

void TestSearchRanking::contradictionsFindNothing()
{
    Query query;
    query.bounds[numberAt(Dimension::Price)] = Bounds{300'000'000, 200'000'000};
    query.facets[at(Dimension::Brand)] = {"Kia"};
    const Answer answer = m_engine.search(query);
    QCOMPARE(answer.total, uint64_t(0));
    QCOMPARE(answer.relaxations.size(), size_t(2));
    query.bounds = {};
    QCOMPARE(answer.relaxations[1].total, m_engine.search(query).total);
    QVERIFY(answer.relaxations[1].total > 1'000);
    QCOMPARE(answer.relaxations[0].total, uint64_t(0));
}

QTEST_GUILESS_MAIN(TestSearchRanking)
#include "tst_search_ranking.moc"
