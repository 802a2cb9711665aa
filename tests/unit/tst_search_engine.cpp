#include "server/providers/search/engine/engine.h"
#include "server/providers/search/engine/ranking.h"
#include "tests/unit/search_engine_fixture.h"

#include <QTemporaryDir>
#include <QtTest>

#include <set>

using namespace cargo::search::engine;
using namespace cargo::test::search_engine;

// The engine held to what counting one by one gives, through updates, removals and merges.
class TestSearchEngine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsAreExact();
    void countsAreExactWithoutCombinations();
    void pagesGoThroughEverything_data();
    void pagesGoThroughEverything();
    void pagesHoldStill();
    void textFindsForms();
    void sparseAndDenseAgree();
    void relaxes();
    void unwantedStayOut();
    void unknownWordsLeaveTheFilters();
    void olderRevisionsStayOut();
    void replayChangesNothing();
    void strictOrdersKnowNoPrior();
    void priorsAreReckonedAnew();
    void namesAreCounted();
    void readsTheLexicon();
    void traitsAreWordsOfTheirOwn();
    void emptyAndOdd();

private:
    static void compare(const Engine &engine, const Market &market, int queries, unsigned seed);
};

void TestSearchEngine::compare(const Engine &engine, const Market &market, int queries, unsigned seed)
{
    Random random(seed);
    int found = 0;
    for (int i = 0; i < queries; ++i) {
        const Query query = randomQuery(random);
        const Answer answer = engine.search(query);
        const std::string difference = differenceFrom(market, query, answer);
        QVERIFY2(difference.empty(), (difference + " of query " + std::to_string(i)).c_str());
        found += answer.total > 0 ? 1 : 0;
    }
    QVERIFY(found * 2 > queries);
}

void TestSearchEngine::countsAreExact()
{
    Random random(1);
    Market market;
    for (int i = 0; i < 100'000; ++i)
        market.put(randomDocument(random, i));
    EngineOptions options;
    options.mergesInBackground = false;
    Engine engine(options);
    engine.build(market.all());
    QCOMPARE(engine.snapshot()->living, 100'000u);
    QCOMPARE(engine.snapshot()->parts.size(), size_t(1));
    compare(engine, market, 80, 2);
    // Changes, removals and newcomers, in large and small calls.
    for (int round = 0; round < 60; ++round) {
        std::vector<Document> changed;
        std::vector<Removal> removed;
        for (int i = round % 7 == 0 ? 1'500 : 1 + int(random() % 40); i > 0; --i) {
            Document document = randomDocument(random, int(random() % 101'000));
            document.revision = round + 2;
            market.put(document);
            changed.push_back(document);
        }
        for (int i = int(random() % 60); i > 0; --i) {
            const Id id = idOf(int(random() % 101'000));
            market.remove(id);
            removed.push_back({id, round + 2});
        }
        engine.upsert(changed);
        engine.remove(removed);
    }
    QCOMPARE(size_t(engine.snapshot()->living), market.size());
    QVERIFY(engine.snapshot()->parts.size() > 2);
    compare(engine, market, 80, 3);
    engine.mergeNow();
    QCOMPARE(engine.snapshot()->parts.size(), size_t(1));
    compare(engine, market, 60, 4);
}

// Where more combinations occur than are numbered, columns are counted one by one: as exactly.
void TestSearchEngine::countsAreExactWithoutCombinations()
{
    Random random(11);
    Market market;
    for (int i = 0; i < 20'000; ++i)
        market.put(randomDocument(random, i));
    EngineOptions options;
    options.mergesInBackground = false;
    options.tuplesMost = 30;
    Engine engine(options);
    engine.build(market.all());
    std::vector<Document> changed;
    for (int i = 0; i < 3'000; ++i) {
        changed.push_back(randomDocument(random, i * 7));
        changed.back().revision = 2;
        market.put(changed.back());
    }
    engine.upsert(changed);
    compare(engine, market, 40, 12);
}

void TestSearchEngine::pagesGoThroughEverything_data()
{
    QTest::addColumn<int>("sort");
    QTest::addColumn<QString>("word");
    for (int sort = 0; sort <= int(Sort::EtaAscending); ++sort) {
        QTest::addRow("%d", sort) << sort << QString();
        QTest::addRow("%d with text", sort) << sort << QStringLiteral("салон");
    }
}

void TestSearchEngine::pagesGoThroughEverything()
{
    QFETCH(int, sort);
    QFETCH(QString, word);
    Random random(21);
    Market market;
    for (int i = 0; i < 12'000; ++i)
        market.put(randomDocument(random, i));
    Engine engine;
    engine.build(market.all());
    engine.refreshPriors(kNowMs);
    std::vector<Document> changed;
    for (int i = 0; i < 500; ++i) {
        changed.push_back(randomDocument(random, i * 3));
        changed.back().revision = 2;
        market.put(changed.back());
    }
    engine.upsert(changed);
    Query query;
    query.sort = Sort(sort);
    query.limit = 97;
    query.wantFacets = false;
    query.facets[at(Dimension::Country)] = {"jp", "KR"};
    if (!word.isEmpty())
        query.words = {wordOf(word.toStdString())};
    std::set<Id> seen;
    std::optional<std::pair<int64_t, Id>> last;
    const bool descending = query.sort == Sort::Relevance || query.sort == Sort::Newest || query.sort == Sort::PriceDescending;
    uint64_t total = 0;
    do {
        const Answer answer = engine.search(query);
        total = answer.total;
        for (const Hit &hit : answer.hits) {
            QVERIFY(seen.insert(hit.id).second);
            const std::pair<int64_t, Id> place{hit.key, hit.id};
            QVERIFY(!last || (descending ? place < *last : *last < place));
            last = place;
        }
        query.after = answer.next;
    } while (query.after);
    QVERIFY(total > 500);
    QCOMPARE(uint64_t(seen.size()), total);
}

// A page begins where the one before ended, whatever came, went, was merged or was ranked anew meanwhile.
void TestSearchEngine::pagesHoldStill()
{
    Random random(31);
    Market market;
    for (int i = 0; i < 20'000; ++i)
        market.put(randomDocument(random, i));
    Engine engine;
    engine.build(market.all());
    engine.refreshPriors(kNowMs);
    for (const bool text : {false, true}) {
        Query query;
        if (text)
            query.words = {wordOf("салон")};
        query.limit = 200;
        const Answer whole = engine.search(query);
        query.limit = 20;
        std::vector<Id> paged;
        for (int page = 0; page < 10; ++page) {
            const Answer answer = engine.search(query);
            for (const Hit &hit : answer.hits)
                paged.push_back(hit.id);
            query.after = answer.next;
            QVERIFY(query.after.has_value());
            if (page == 2) {
                std::vector<Document> newcomers;
                for (int i = 0; i < 50; ++i) {
                    newcomers.push_back(randomDocument(random, 100'000 + page * 1'000 + i));
                    newcomers.back().description = "ничего";
                }
                for (Document &document : newcomers)
                    document.publishedMs = 0; // ranks below all
                if (text)
                    engine.upsert(newcomers);
            }
            if (page == 4)
                engine.mergeNow();
            if (page == 6)
                engine.refreshPriors(kNowMs + 3'600'000 * (text ? 2 : 1));
        }
        QCOMPARE(paged.size(), size_t(200));
        for (size_t i = 0; i < paged.size(); ++i)
            QVERIFY2(paged[i] == whole.hits[i].id, std::to_string(i).c_str());
    }
}

void TestSearchEngine::textFindsForms()
{
    Engine engine;
    Document a = plainDocument(1);
    a.title = "Toyota RAV4 2018";
    a.description = "Кожаный салон, тёплый, один хозяин";
    Document b = plainDocument(2);
    b.title = "BMW X5";
    b.description = "Салон из кожаных панелей. ТЁПЛАЯ!";
    b.facets[at(Dimension::Color)] = "white";
    engine.upsert({a, b});
    const auto found = [&engine](const std::vector<std::string> &texts) {
        Query query;
        for (const std::string &text : texts)
            query.words.push_back(wordOf(text));
        std::set<Id> ids;
        for (const Hit &hit : engine.search(query).hits)
            ids.insert(hit.id);
        return ids;
    };
    QCOMPARE(found({"салона"}), (std::set<Id>{a.id, b.id}));
    QCOMPARE(found({"теплого"}), (std::set<Id>{a.id, b.id}));
    QCOMPARE(found({"панели"}), std::set<Id>{b.id});
    QCOMPARE(found({"rav", "4"}), std::set<Id>{a.id});
    QCOMPARE(found({"white"}), std::set<Id>{b.id});
    QCOMPARE(found({"хозяина", "toyota"}), std::set<Id>{a.id});
    QVERIFY(found({"трактор"}).empty());
}

// Few candidates are looked at one by one, many are added up: the same listings, scores and counts.
void TestSearchEngine::sparseAndDenseAgree()
{
    Random random(41);
    Market market;
    for (int i = 0; i < 90'000; ++i)
        market.put(randomDocument(random, i));
    Engine engine;
    engine.build(market.all());
    for (int i = 0; i < 40; ++i) {
        Query query = randomQuery(random);
        query.words = {wordOf(i % 2 ? "салон" : "крыша")}; // a common word: added up
        query.sort = Sort::Relevance;
        const Answer dense = engine.search(query);
        // With a rare word the other path is taken.
        query.words.push_back(wordOf(std::to_string(100 + i)));
        const Answer sparse = engine.search(query);
        const std::string difference = differenceFrom(market, query, sparse);
        QVERIFY2(difference.empty(), difference.c_str());
        QVERIFY2(differenceFrom(market, {query.words.begin(), query.words.begin() + 1}, query, dense).empty(), "dense");
    }
}

void TestSearchEngine::relaxes()
{
    Engine engine;
    std::vector<Document> documents;
    for (int i = 0; i < 100; ++i) {
        documents.push_back(plainDocument(i));
        documents.back().description = i % 2 ? "красивый салон" : "панорамная крыша";
        documents.back().facets[at(Dimension::Brand)] = i < 10 ? "Audi" : "Kia";
    }
    engine.upsert(documents);
    Query query;
    query.words = {wordOf("салон"), wordOf("красивый"), wordOf("крыша")};
    Answer answer = engine.search(query);
    QCOMPARE(answer.total, uint64_t(50));
    QCOMPARE(answer.droppedWords, std::vector<size_t>{2});
    QCOMPARE(answer.relaxations.size(), size_t(4));
    QVERIFY(answer.relaxations[3].isWord && answer.relaxations[3].which == kAllWords && answer.relaxations[3].total == 100);
    QVERIFY(answer.relaxations[2].isWord && answer.relaxations[2].which == 2 && answer.relaxations[2].total == 50);
    QCOMPARE(answer.relaxations[0].total, uint64_t(0));
    query.words = {wordOf("салон"), {{{"нигде", 1}}}};
    query.facets[at(Dimension::Brand)] = {"Audi"};
    answer = engine.search(query);
    QCOMPARE(answer.total, uint64_t(5));
    QCOMPARE(answer.droppedWords, std::vector<size_t>{1});
    QVERIFY(!answer.relaxations[0].isWord && answer.relaxations[0].total == 50);
    query.words = {{{{"нигде", 1}}}};
    answer = engine.search(query);
    QCOMPARE(answer.total, uint64_t(10)); // the filter stands
    QCOMPARE(answer.droppedWords, std::vector<size_t>{0});
    query.facets[at(Dimension::Brand)].clear();
    answer = engine.search(query);
    QCOMPARE(answer.total, uint64_t(0));
}

// As if who holds them were not there, in every count: few and many, living and dead, relaxed or not.
void TestSearchEngine::unwantedStayOut()
{
    Random random(7);
    std::vector<Document> all, wanted;
    for (int i = 0; i < 20'000; ++i)
        all.push_back(randomDocument(random, i));
    const auto holds = [](const Document &d, const std::string &word) {
        const std::string term(Stemmer::ofThread()(word));
        const std::vector<std::string> list = words(d.title + ' ' + d.description);
        return std::any_of(list.begin(), list.end(), [&](const std::string &one) { return Stemmer::ofThread()(one) == term; });
    };
    for (const Document &d : all) {
        if (!holds(d, "bmw") && !(holds(d, "кожаный") && holds(d, "kia")))
            wanted.push_back(d);
    }
    QVERIFY(wanted.size() > 1'000 && wanted.size() + 1'000 < all.size());
    Engine whole, part;
    whole.upsert(all);
    part.upsert(wanted);
    std::vector<Query> queries(5);
    queries[1].words = {wordOf("салон")};
    queries[2].words = {wordOf("салон"), wordOf("дтп"), wordOf("хозяин"), wordOf("торг"), wordOf("камера"), wordOf("family")};
    queries[3].words = {wordOf("bmw")};
    queries[4].facets[at(Dimension::Fuel)] = {"diesel"};
    queries[4].words = {wordOf("toyota")};
    for (Query &query : queries) {
        query.limit = 50;
        query.fewHits = 5;
        const Answer expected = Engine::search(part.snapshot(), query);
        query.without = {{wordOf("bmw")}, {wordOf("кожаный"), wordOf("kia")}, {wordOf("неслыханное")}};
        const Answer found = Engine::search(whole.snapshot(), query);
        QCOMPARE(found.total, expected.total);
        for (size_t f = 0; f < kWordDimensions; ++f) {
            for (const ValueCount &value : expected.facets[f]) {
                const auto same = [&value](const ValueCount &one) {
                    return one.value == value.value && one.count == value.count;
                };
                QVERIFY(std::any_of(found.facets[f].begin(), found.facets[f].end(), same));
            }
        }
        for (const Hit &hit : found.hits)
            QVERIFY(std::any_of(wanted.begin(), wanted.end(), [&hit](const Document &d) { return d.id == hit.id; }));
    }
}

// Words that nobody uses are told to be left out; alone they find nothing.
void TestSearchEngine::unknownWordsLeaveTheFilters()
{
    Random random(8);
    std::vector<Document> all;
    size_t diesels = 0;
    for (int i = 0; i < 500; ++i) {
        all.push_back(randomDocument(random, i));
        diesels += all.back().facets[at(Dimension::Fuel)] == "diesel" ? 1 : 0;
    }
    Engine engine;
    engine.upsert(all);
    Query query;
    query.words = {wordOf("неслыханное"), wordOf("слово")};
    QCOMPARE(Engine::search(engine.snapshot(), query).total, size_t(0));
    query.facets[at(Dimension::Fuel)] = {"diesel"};
    const Answer found = Engine::search(engine.snapshot(), query);
    QCOMPARE(found.total, diesels);
    QCOMPARE(found.hits.size(), size_t(query.limit));
    QCOMPARE(found.droppedWords, (std::vector<size_t>{0, 1}));
}

void TestSearchEngine::olderRevisionsStayOut()
{
    EngineOptions options;
    options.mergesInBackground = false;
    Engine engine(options);
    const auto at = [](int64_t revision) {
        Document document = plainDocument(7);
        document.revision = revision;
        document.priceMinor = revision;
        return document;
    };
    const auto price = [&engine] {
        const auto snapshot = engine.snapshot();
        const auto place = snapshot->find(idOf(7));
        return place.document == kNoDocument ? -1
                                             : snapshot->parts[place.part].segment->number(Dimension::Price).at(place.document);
    };
    QCOMPARE(engine.upsert({at(5)}), size_t(1));
    QCOMPARE(engine.upsert({at(4)}), size_t(0));
    QCOMPARE(price(), int64_t(5));
    QCOMPARE(engine.upsert({at(8), at(6)}), size_t(1));
    QCOMPARE(price(), int64_t(8));
    QCOMPARE(engine.remove({{idOf(7), 7}}), size_t(0)); // a removal that was overtaken
    QCOMPARE(price(), int64_t(8));
    QCOMPARE(engine.remove({{idOf(7), 9}}), size_t(1));
    QCOMPARE(engine.upsert({at(8)}), size_t(0));
    engine.mergeNow();
    QCOMPARE(engine.upsert({at(8)}), size_t(0));
    QCOMPARE(price(), int64_t(-1));
    QTemporaryDir folder;
    const std::string file = folder.filePath(QStringLiteral("index")).toStdString();
    QCOMPARE(engine.save(file), std::string());
    Engine other;
    QCOMPARE(other.load(file), std::string());
    QCOMPARE(other.upsert({at(8)}), size_t(0));
    QCOMPARE(other.upsert({at(10)}), size_t(1));
    QCOMPARE(engine.upsert({at(10)}), size_t(1));
    QCOMPARE(engine.remove({{idOf(7), kAnyRevision}}), size_t(1));
    QCOMPARE(engine.upsert({at(9)}), size_t(0));
    QCOMPARE(engine.remove({{idOf(12), 3}}), size_t(0)); // removed before it came
    Document late = plainDocument(12);
    late.revision = 2;
    QCOMPARE(engine.upsert({late}), size_t(0));
}

void TestSearchEngine::replayChangesNothing()
{
    Random random(51);
    std::vector<std::vector<Document>> told;
    Market market;
    for (int round = 0; round < 30; ++round) {
        auto &batch = told.emplace_back();
        for (int i = 0; i < 40; ++i) {
            batch.push_back(randomDocument(random, int(random() % 300)));
            batch.back().revision = round;
            market.put(batch.back());
        }
    }
    Engine engine;
    for (const auto &batch : told)
        engine.upsert(batch);
    const uint64_t version = engine.snapshot()->version;
    for (const auto &batch : told)
        QVERIFY(engine.upsert(batch) <= batch.size() / 4); // of the same id twice in a call
    std::shuffle(told.begin(), told.end(), random);
    Engine shuffled;
    for (int times = 0; times < 2; ++times) {
        for (const auto &batch : told)
            shuffled.upsert(batch);
    }
    QVERIFY(engine.snapshot()->version >= version);
    compare(engine, market, 20, 52);
    compare(shuffled, market, 20, 52);
}

void TestSearchEngine::strictOrdersKnowNoPrior()
{
    Engine engine;
    std::vector<Document> documents;
    for (int i = 0; i < 50; ++i) {
        documents.push_back(plainDocument(i));
        documents.back().priceMinor = 1'000 - i;
        documents.back().ratingHundredths = i % 2 ? 500 : 100;
        documents.back().completionPerMille = i * 20;
        documents.back().publishedMs = kNowMs - int64_t(i) * 86'400'000;
    }
    engine.upsert(documents);
    engine.refreshPriors(kNowMs);
    Query query;
    query.limit = 50;
    query.sort = Sort::PriceAscending;
    const Answer cheap = engine.search(query);
    for (size_t i = 0; i < 50; ++i)
        QCOMPARE(cheap.hits[i].key, int64_t(951 + i));
    query.sort = Sort::Newest;
    const Answer newest = engine.search(query);
    for (size_t i = 0; i < 50; ++i)
        QVERIFY(newest.hits[i].id == documents[i].id);
}

void TestSearchEngine::priorsAreReckonedAnew()
{
    Engine engine;
    Document fresh = plainDocument(1);
    fresh.publishedMs = kNowMs;
    fresh.ratingHundredths = 300;
    Document trusted = plainDocument(2);
    trusted.publishedMs = kNowMs - 30LL * 86'400'000;
    trusted.ratingHundredths = 500;
    engine.upsert({fresh, trusted});
    engine.refreshPriors(kNowMs);
    QVERIFY(engine.search({}).hits[0].id == fresh.id);
    engine.refreshPriors(kNowMs + 400LL * 86'400'000); // both are old: the driver decides
    const Answer answer = engine.search({});
    QVERIFY(answer.hits[0].id == trusted.id);
    QCOMPARE(answer.hits[0].key, int64_t(answer.hits[0].prior));
    QVERIFY(answer.hits[0].prior > 1'000);
}

void TestSearchEngine::namesAreCounted()
{
    Random random(61);
    Market market;
    Engine engine;
    for (int round = 0; round < 40; ++round) {
        std::vector<Document> batch;
        for (int i = 0; i < 100; ++i) {
            batch.push_back(randomDocument(random, int(random() % 1'500)));
            batch.back().revision = round;
        }
        for (const Document &document : batch)
            market.put(document);
        engine.upsert(batch);
        const Id gone = idOf(round);
        market.remove(gone);
        engine.remove({{gone, kAnyRevision}});
    }
    std::map<std::pair<std::string, std::string>, uint32_t> expected, actual;
    for (const Document &document : market.all())
        ++expected[{document.facets[0], document.facets[1]}];
    for (const auto &pair : engine.snapshot()->pairs()) {
        if (pair.living > 0)
            actual[{std::string(pair.brand), std::string(pair.model)}] = pair.living;
    }
    QVERIFY(actual == expected);
}

void TestSearchEngine::readsTheLexicon()
{
    Engine engine;
    Document a = plainDocument(1);
    a.description = "panorama panoramic панорама";
    Document b = plainDocument(2);
    b.description = "panorama";
    engine.upsert({a});
    engine.upsert({b});
    const auto snapshot = engine.snapshot();
    QCOMPARE(snapshot->documentsWith("panorama"), 2u);
    const auto beginning = snapshot->beginningWith("panor", 10);
    QVERIFY(!beginning.empty());
    QCOMPARE(beginning[0].term, std::string("panorama"));
    QCOMPARE(beginning[0].documents, 2u);
    const auto near = snapshot->near("panarama", 1, 10);
    QCOMPARE(near.size(), size_t(1));
    QCOMPARE(near[0].term, std::string("panorama"));
    QVERIFY(snapshot->near("зебра", 2, 10).empty());
}

// A trait counts as a word of a wish, below the word itself; nobody finds it by typing its name.
void TestSearchEngine::traitsAreWordsOfTheirOwn()
{
    Engine engine;
    Document told = plainDocument(1);
    told.description = "семейная";
    Document concluded = plainDocument(2);
    concluded.description = "семь мест";
    concluded.traits = {"family"};
    Document other = plainDocument(3);
    other.description = "купе";
    engine.upsert({told, concluded, other});
    Query query;
    query.words = {wordOf("семейная")};
    query.words.front().alternatives.push_back({traitTerm("family"), ranking::kTraitWeight});
    const Answer answer = engine.search(query);
    QCOMPARE(answer.hits.size(), size_t(2));
    QVERIFY(answer.hits[0].id == told.id && answer.hits[1].id == concluded.id);
    QVERIFY(answer.hits[0].textScore > answer.hits[1].textScore);
    query.words = {wordOf("family")};
    QCOMPARE(engine.search(query).total, uint64_t(0));
    QVERIFY(engine.snapshot()->near("family", 2, 5).empty());
    QVERIFY(engine.snapshot()->beginningWith("fam", 5).empty());
    // More traits than there are bits: what comes after them is found as a word and counted nowhere.
    Document many = plainDocument(4);
    for (size_t i = 0; i < kTraitsMost + 3; ++i)
        many.traits.push_back("t" + std::to_string(i));
    engine.upsert({many});
    QCOMPARE(engine.search(Query()).traits.size(), kTraitsMost);
    query.words.clear();
    query.traits = {"t" + std::to_string(kTraitsMost + 2)};
    QCOMPARE(engine.search(query).total, uint64_t(0));
    query.traits = {"t1", "family"};
    QCOMPARE(engine.search(query).total, uint64_t(0));
    query.traits = {"t1", "T2"};
    QCOMPARE(engine.search(query).total, uint64_t(1));
}

void TestSearchEngine::emptyAndOdd()
{
    Engine engine;
    Query query;
    QCOMPARE(engine.search(query).total, uint64_t(0));
    query.words = {wordOf("слово")};
    QCOMPARE(engine.search(query).total, uint64_t(0));
    QCOMPARE(engine.remove({{idOf(1), kAnyRevision}}), size_t(0));
    engine.mergeNow();
    Document odd = plainDocument(1);
    odd.title = std::string("\xff\xfe broken \xd0", 11) + std::string(10'000, 'x') + "\xF0\x9F\x98\x80 ok";
    odd.priceMinor = std::numeric_limits<int64_t>::max();
    odd.mileageKm = -5;
    odd.year = 99'999;
    engine.upsert({odd});
    query.words = {wordOf("ok")};
    query.wantFacets = true;
    const Answer answer = engine.search(query);
    QCOMPARE(answer.total, uint64_t(1));
    QCOMPARE(answer.price.greatest, std::numeric_limits<int64_t>::max());
    QCOMPARE(answer.years[kYearBins - 1], 1u);
    query.words.assign(40, wordOf("ok"));
    QCOMPARE(engine.search(query).total, uint64_t(1));
    query.limit = 0;
    QVERIFY(engine.search(query).hits.empty());
    query = {};
    query.bounds[numberAt(Dimension::Price)] = Bounds{10, 5};
    QCOMPARE(engine.search(query).total, uint64_t(0));
    engine.build(std::vector<Document>{});
    QCOMPARE(engine.search({}).total, uint64_t(0));
}

QTEST_APPLESS_MAIN(TestSearchEngine)
#include "tst_search_engine.moc"
