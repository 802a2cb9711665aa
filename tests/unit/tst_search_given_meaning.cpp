#include "server/providers/search/engine/builder.h"
#include "server/providers/search/engine/engine.h"
#include "tests/unit/search_engine_fixture.h"

#include <QTemporaryDir>
#include <QtTest>

#include <cmath>
#include <limits>

using namespace cargo::search::engine;
using namespace cargo::test::search_engine;

// Meanings that come with documents and queries: kept through every change, and found by.
class TestSearchGivenMeaning : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void followsEveryChange();
    void theLastWordCounts();
    void rubbishIsNoMeaning();
    void isKeptInTheFile();
    void othersFilesAreRefused();
    void similarIsFoundByIt();
    void wishesAreOrderedByIt();
    void nothingIsLearnt();
    void costsNothingWhereItIsNotWanted();
};

namespace {
constexpr uint32_t kLength = 32;

EngineOptions given()
{
    EngineOptions options;
    options.mergesInBackground = false;
    options.givenDimensions = kLength;
    return options;
}

// Near one of four directions, by number % 4; not of unit length.
std::vector<float> towards(int number)
{
    std::vector<float> vector(kLength, 0.01F * float(number % 7));
    vector[size_t(number % 4)] = 2;
    vector[size_t(4 + number % 11)] += 0.3F;
    return vector;
}

Document told(int number, int64_t revision = 1)
{
    Random random(uint32_t(number) + 1);
    Document document = randomDocument(random, number);
    document.revision = revision;
    document.vector = towards(number);
    return document;
}

std::vector<Document> market(int count)
{
    std::vector<Document> documents;
    for (int i = 0; i < count; ++i)
        documents.push_back(told(i));
    return documents;
}

int numberOf(const Id &id)
{
    int number = 0;
    for (size_t i = 12; i < 16; ++i)
        number = number << 8 | id[i];
    return number;
}

std::vector<int8_t> bytesOf(std::vector<float> vector)
{
    std::vector<int8_t> bytes(kLength);
    quantiseUnit(vector.data(), kLength, givenScale(kLength), bytes.data());
    return bytes;
}

std::vector<int8_t> standing(const Engine &engine, int number)
{
    const auto snapshot = engine.snapshot();
    const Snapshot::Place place = snapshot->find(idOf(number));
    if (place.document == kNoDocument)
        return {};
    const Vectors &vectors = *snapshot->parts[place.part].vectors;
    return {vectors.at(place.document), vectors.at(place.document) + vectors.dimensions};
}

bool allFit(const Engine &engine)
{
    const auto snapshot = engine.snapshot();
    return std::all_of(snapshot->parts.begin(), snapshot->parts.end(), [](const Part &part) {
        return part.vectors && part.vectors->dimensions == kLength && part.vectors->size() == part.segment->size();
    });
}

// Nothing holds the word; what is like number `like` is meant.
Query unheard(int like)
{
    Query query;
    query.words = {wordOf("небывалое")};
    query.isDiverse = true;
    query.fewHits = 5;
    query.meaning.vector = towards(like);
    query.meaning.similarMost = 12;
    return query;
}
} // namespace

void TestSearchGivenMeaning::followsEveryChange()
{
    Engine engine(given());
    engine.build(market(500));
    QVERIFY(allFit(engine));
    std::map<int, std::vector<float>> expected;
    for (int i = 0; i < 500; ++i)
        expected[i] = towards(i);
    Random random(3);
    for (int i = 0; i < 80; ++i) {
        const int number = int(random() % 600); // some are new
        if (i % 5 == 4) {
            engine.remove({{idOf(number), kAnyRevision}});
            expected.erase(number);
        } else {
            Document changed = told(number, 2 + i);
            changed.vector = towards(int(random() % 40));
            engine.upsert({changed});
            expected[number] = changed.vector;
        }
        if (i % 20 == 19)
            engine.mergeNow();
        QVERIFY(allFit(engine));
    }
    for (int round = 0; round < 2; ++round) {
        for (int number = 0; number < 600; ++number)
            QVERIFY2(standing(engine, number) == (expected.contains(number) ? bytesOf(expected[number]) : std::vector<int8_t>()),
                     qPrintable(QString::number(number)));
        engine.mergeNow();
        QCOMPARE(engine.snapshot()->parts.size(), size_t(1));
    }
}

// A meaning may come later than its listing, which is no newer for that.
void TestSearchGivenMeaning::theLastWordCounts()
{
    Engine engine(given());
    Document without = told(1);
    without.vector.clear();
    QCOMPARE(engine.upsert({without}), size_t(1));
    QVERIFY(standing(engine, 1) == std::vector<int8_t>(kLength, 0));
    QVERIFY(engine.search(unheard(1)).similar.empty());
    QCOMPARE(engine.upsert({told(1)}), size_t(1)); // the same revision
    QVERIFY(standing(engine, 1) == bytesOf(towards(1)));
    QCOMPARE(engine.upsert({told(1)}), size_t(0)); // nothing new
    Document other = told(1);
    other.vector = towards(2);
    QCOMPARE(engine.upsert({other}), size_t(1));
    QVERIFY(standing(engine, 1) == bytesOf(towards(2)));
}

void TestSearchGivenMeaning::rubbishIsNoMeaning()
{
    Engine engine(given());
    const float nan = std::numeric_limits<float>::quiet_NaN(), infinite = std::numeric_limits<float>::infinity();
    const std::vector<std::vector<float>> rubbish = {{},
                                                     {1, 2, 3},
                                                     std::vector<float>(kLength + 1, 1.0F),
                                                     std::vector<float>(kLength, 0.0F),
                                                     std::vector<float>(kLength, nan),
                                                     std::vector<float>(kLength, infinite)};
    engine.build(market(40));
    for (size_t i = 0; i < rubbish.size(); ++i) {
        Document document = told(100 + int(i));
        document.vector = rubbish[i];
        engine.upsert({document});
        QVERIFY(standing(engine, 100 + int(i)) == std::vector<int8_t>(kLength, 0));
        Query query = unheard(1);
        query.meaning.vector = rubbish[i];
        const Answer answer = engine.search(query);
        QVERIFY(answer.similar.empty() && answer.hits.empty());
    }
    QVERIFY(allFit(engine));
    for (const Similar &one : engine.search(unheard(1)).similar)
        QVERIFY(numberOf(one.id) < 100);
}

void TestSearchGivenMeaning::isKeptInTheFile()
{
    const QTemporaryDir folder;
    const std::string path = folder.filePath(QStringLiteral("index")).toStdString();
    Engine engine(given());
    engine.build(market(300));
    engine.upsert({told(301)});
    engine.remove({{idOf(7), kAnyRevision}});
    QCOMPARE(engine.save(path, "rules, model"), std::string());
    Engine other(given());
    QCOMPARE(other.load(path, "rules, model"), std::string());
    QVERIFY(allFit(other));
    for (const int number : {0, 5, 7, 299, 301})
        QVERIFY(standing(other, number) == standing(engine, number));
    const Answer here = engine.search(unheard(2)), there = other.search(unheard(2));
    QVERIFY(!here.similar.empty());
    QCOMPARE(there.similar.size(), here.similar.size());
    for (size_t i = 0; i < here.similar.size(); ++i)
        QCOMPARE(there.similar[i].id, here.similar[i].id);
}

void TestSearchGivenMeaning::othersFilesAreRefused()
{
    const QTemporaryDir folder;
    const auto path = [&folder](const char *name) { return folder.filePath(QString::fromLatin1(name)).toStdString(); };
    Engine engine(given());
    engine.build(market(50));
    QCOMPARE(engine.save(path("given"), "model a"), std::string());
    EngineOptions longer = given();
    longer.givenDimensions = 2 * kLength;
    for (const EngineOptions &options : {longer, EngineOptions()}) { // of another length; learnt
        Engine other(options);
        QVERIFY(!other.load(path("given"), "model a").empty());
        QCOMPARE(other.snapshot()->living, 0U);
        other.build(market(20));
        QCOMPARE(other.save(path("other"), "model a"), std::string());
        QVERIFY(!engine.load(path("other"), "model a").empty());
        QVERIFY(allFit(engine));
        QCOMPARE(engine.snapshot()->living, 50U);
    }
    QVERIFY(!engine.load(path("given"), "model b").empty());
}

void TestSearchGivenMeaning::similarIsFoundByIt()
{
    Engine engine(given());
    engine.build(market(400));
    Query query = unheard(2);
    query.facets[at(Dimension::Fuel)] = {"diesel"};
    const Answer answer = engine.search(query);
    QCOMPARE(answer.total, uint64_t(0));
    QCOMPARE(answer.similar.size(), size_t(12));
    const auto snapshot = engine.snapshot();
    for (const Similar &one : answer.similar) {
        QCOMPARE(numberOf(one.id) % 4, 2);
        QVERIFY(one.cosine > 0.9 && one.cosine < 1.02);
        const Snapshot::Place place = snapshot->find(one.id);
        QCOMPARE(snapshot->catalog->vocabularies[at(Dimension::Fuel)].value(
                     uint16_t(snapshot->parts[place.part].segment->facets[at(Dimension::Fuel)].at(place.document))),
                 std::string("diesel"));
    }
    query.meaning.vector.assign(kLength, 0.0F); // half of one kind, half of another
    query.meaning.vector[0] = query.meaning.vector[1] = 1;
    query.meaning.similarCosine = 0.6;
    QVERIFY(!engine.search(query).similar.empty());
    query.meaning.similarCosine = 0.8;
    QVERIFY(engine.search(query).similar.empty());
}

void TestSearchGivenMeaning::wishesAreOrderedByIt()
{
    Engine engine(given());
    std::vector<Document> documents = market(600);
    for (Document &document : documents)
        document.description = "торг";
    engine.build(documents);
    engine.refreshPriors(kNowMs);
    Query query;
    query.words = {wordOf("торг")};
    query.isDiverse = true;
    const auto ofKind = [](const Answer &answer) {
        return std::count_if(answer.hits.begin(), answer.hits.end(), [](const Hit &hit) { return numberOf(hit.id) % 4 == 3; });
    };
    const Answer plain = engine.search(query);
    query.meaning.reorders = true;
    query.meaning.vector = towards(3);
    const Answer meant = engine.search(query);
    QCOMPARE(meant.total, plain.total);
    QVERIFY(ofKind(meant) > ofKind(plain) && ofKind(meant) >= 10);
    for (const Hit &hit : meant.hits)
        QVERIFY(hit.fused);
    query.meaning.vector.clear(); // the endpoint did not say: words alone
    const Answer silent = engine.search(query);
    QCOMPARE(silent.hits.size(), plain.hits.size());
    for (size_t i = 0; i < plain.hits.size(); ++i)
        QVERIFY(silent.hits[i].id == plain.hits[i].id && !silent.hits[i].fused);
}

void TestSearchGivenMeaning::nothingIsLearnt()
{
    Engine engine(given());
    engine.build(market(400));
    QVERIFY(!engine.learnMeaning(kNowMs));
    QVERIFY(engine.snapshot()->meaning->isGiven());
    QVERIFY(allFit(engine));
}

void TestSearchGivenMeaning::costsNothingWhereItIsNotWanted()
{
    EngineOptions options;
    options.mergesInBackground = false;
    Engine engine(options);
    engine.build(market(200));
    engine.upsert({told(300)});
    for (int round = 0; round < 2; ++round) {
        for (const Part &part : engine.snapshot()->parts)
            QVERIFY(!part.vectors && part.segment->vectors.values.empty());
        engine.mergeNow();
    }
    QVERIFY(engine.search(unheard(1)).similar.empty());
}

QTEST_GUILESS_MAIN(TestSearchGivenMeaning)
#include "tst_search_given_meaning.moc"
