#include "server/providers/search/engine/engine.h"
#include "server/providers/search/engine/fusion.h"
#include "server/providers/search/engine/meaning/truncated_svd.h"
#include "server/providers/search/engine/ranking.h"
#include "tests/unit/search_engine_fixture.h"

#include <Eigen/Dense>

#include <QTemporaryDir>
#include <QtTest>

#include <cmath>
#include <limits>
#include <thread>

using namespace cargo::search::engine;
using namespace cargo::test::search_engine;

// What words mean is learnt rightly, vectors are scanned exactly, and an order that is fused loses nothing.
class TestSearchMeaning : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void factorsAreThoseOfEigen_data();
    void factorsAreThoseOfEigen();
    void factorsOfRubbishAreNone();
    void scanEqualsBruteForce_data();
    void scanEqualsBruteForce();
    void rubbishIsQuantised();
    void fusionAddsReciprocalRanks();
    void wordsThatStandTogetherMeanTheLike();
    void tooLittleTeachesNothing();
    void vectorsFollowEveryChange();
    void isKeptInTheFile();
    void similarPassFiltersAndDoNotMatch();
    void fusedPagesLoseNothing_data();
    void fusedPagesLoseNothing();
    void learnsWhileOthersReadAndWrite();
};

namespace {
constexpr MeaningOptions kSmall{16, 100'000, 50, 5'000, 2};

// Four kinds of cars, each told by words of its own; which of them an advertisement takes is chance.
const std::vector<std::vector<std::string>> &topics()
{
    static const std::vector<std::vector<std::string>> kTopics = {
        {"охота", "рыбалка", "вездеход", "грязь", "лебёдка", "блокировка"},
        {"семья", "дети", "кресло", "багажник", "дача", "простор"},
        {"скорость", "спорт", "трек", "турбо", "тормоза", "разгон"},
        {"экономия", "расход", "город", "парковка", "пробки", "малолитражка"}};
    return kTopics;
}

Document told(Random &random, int number, size_t topic)
{
    Document document = randomDocument(random, number);
    document.description.clear();
    for (int i = 0; i < 3; ++i)
        document.description += topics()[topic][random() % topics()[topic].size()] + " ";
    document.description += "торг без дтп";
    return document;
}

// Document `number` tells of topic number % 4.
std::vector<Document> market(int count)
{
    Random random(5);
    std::vector<Document> documents;
    for (int i = 0; i < count; ++i)
        documents.push_back(told(random, i, size_t(i) % topics().size()));
    return documents;
}

std::vector<Alternative> termsOf(const std::string &text)
{
    std::vector<Alternative> terms;
    for (const std::string &word : words(text))
        terms.push_back(wordOf(word).alternatives.front());
    return terms;
}

int numberOf(const Id &id)
{
    int number = 0;
    for (size_t i = 12; i < 16; ++i)
        number = number << 8 | id[i];
    return number;
}

Query wish(const std::string &words)
{
    Query query;
    query.words = {wordOf(words)};
    query.isDiverse = true;
    query.meaning.terms = termsOf(words);
    query.meaning.reorders = true;
    query.fewHits = 5;
    return query;
}

Eigen::MatrixXf dense(const SparseRows &rows)
{
    Eigen::MatrixXf out = Eigen::MatrixXf::Zero(rows.rows(), rows.columns);
    for (uint32_t r = 0; r < rows.rows(); ++r) {
        for (uint32_t i = rows.rowStart[r]; i < rows.rowStart[r + 1]; ++i)
            out(r, rows.column[i]) = rows.value[i];
    }
    return out;
}

// Strengths that fall off, as those of texts do.
SparseRows randomRows(Random &random, uint32_t rows, uint32_t columns, uint32_t directions)
{
    const auto number = [&random] { return float(random() % 2'001) / 1'000 - 1; };
    std::vector<std::vector<float>> left(directions), right(directions);
    for (uint32_t k = 0; k < directions; ++k) {
        for (uint32_t i = 0; i < rows; ++i)
            left[k].push_back(number());
        for (uint32_t i = 0; i < columns; ++i)
            right[k].push_back(number());
    }
    SparseRows out;
    out.columns = columns;
    for (uint32_t r = 0; r < rows; ++r) {
        for (uint32_t c = 0; c < columns; ++c) {
            float value = 0;
            for (uint32_t k = 0; k < directions; ++k)
                value += left[k][r] * right[k][c] * std::pow(0.6F, float(k));
            if (random() % 3 == 0)
                continue;
            out.column.push_back(c);
            out.value.push_back(value);
        }
        out.rowStart.push_back(uint32_t(out.column.size()));
    }
    return out;
}
} // namespace

void TestSearchMeaning::factorsAreThoseOfEigen_data()
{
    QTest::addColumn<int>("rows");
    QTest::addColumn<int>("columns");
    QTest::addColumn<int>("rank");
    QTest::newRow("tall") << 300 << 60 << 8;
    QTest::newRow("wide") << 50 << 400 << 8;
    QTest::newRow("whole") << 20 << 12 << 12;
    QTest::newRow("more than there is") << 6 << 9 << 64;
    QTest::newRow("one column") << 3 << 1 << 1;
}

void TestSearchMeaning::factorsAreThoseOfEigen()
{
    QFETCH(int, rows);
    QFETCH(int, columns);
    QFETCH(int, rank);
    Random random(uint32_t(rows * 1'000 + columns));
    const SparseRows matrix = randomRows(random, uint32_t(rows), uint32_t(columns), 24);
    const Eigen::MatrixXf a = dense(matrix);
    const Eigen::JacobiSVD<Eigen::MatrixXf> whole(a, Eigen::ComputeThinU | Eigen::ComputeThinV);
    const RightFactors factors = truncatedSvd(matrix, uint32_t(rank));
    QVERIFY(factors.rank > 0 && int(factors.rank) <= std::min({rows, columns, rank}));
    QCOMPARE(factors.right.size(), size_t(columns) * factors.rank);
    const float greatest = whole.singularValues()[0];
    for (uint32_t k = 0; k < factors.rank; ++k)
        QVERIFY2(std::abs(factors.values[k] - whole.singularValues()[k]) < 0.02F * greatest, qPrintable(QString::number(k)));
    // What the directions hold of the matrix is what the best ones do.
    const Eigen::Map<const Eigen::Matrix<float, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>> v(factors.right.data(), columns,
                                                                                                    factors.rank);
    QVERIFY((v.transpose() * v - Eigen::MatrixXf::Identity(factors.rank, factors.rank)).norm() < 1e-3F);
    const float left = (a - a * v * v.transpose()).norm();
    float best = 0;
    for (Eigen::Index k = factors.rank; k < whole.singularValues().size(); ++k)
        best += whole.singularValues()[k] * whole.singularValues()[k];
    QVERIFY2(left <= std::sqrt(best) * 1.03F + 1e-3F * greatest, qPrintable(QString::number(left)));
    QCOMPARE(truncatedSvd(matrix, uint32_t(rank)).right, factors.right); // the same again
}

void TestSearchMeaning::factorsOfRubbishAreNone()
{
    QCOMPARE(truncatedSvd({}, 8).rank, 0u);
    SparseRows one;
    one.columns = 3;
    one.rowStart = {0, 2, 2};
    one.column = {0, 2};
    for (const float value : {std::numeric_limits<float>::quiet_NaN(), std::numeric_limits<float>::infinity(), 0.0F}) {
        one.value = {value, value};
        QCOMPARE(truncatedSvd(one, 2).rank, 0u);
    }
    one.value = {3, 4};
    QCOMPARE(truncatedSvd(one, 0).rank, 0u);
    const RightFactors factors = truncatedSvd(one, 2);
    QCOMPARE(factors.rank, 1u); // the second row is empty
    QVERIFY(std::abs(factors.values[0] - 5) < 1e-4F);
    const std::atomic<bool> stop = true;
    QCOMPARE(truncatedSvd(one, 2, &stop).rank, 0u);
}

void TestSearchMeaning::scanEqualsBruteForce_data()
{
    QTest::addColumn<int>("dimensions");
    QTest::addColumn<int>("documents");
    QTest::addColumn<int>("inHundred"); // of the documents are wanted
    for (const int dimensions : {1, 7, 64, 100, 1'024}) {
        for (const int share : {3, 60, 100})
            QTest::addRow("%d/%d", dimensions, share) << dimensions << 1'000 << share;
    }
    QTest::newRow("none") << 64 << 0 << 100;
    QTest::newRow("fewer than wanted") << 64 << 5 << 100;
}

void TestSearchMeaning::scanEqualsBruteForce()
{
    QFETCH(int, dimensions);
    QFETCH(int, documents);
    QFETCH(int, inHundred);
    Random random(uint32_t(dimensions + inHundred));
    const auto fill = [&random](std::vector<int8_t> &values, size_t count) {
        for (size_t i = 0; i < count; ++i)
            values.push_back(int8_t(int(random() % 255) - 127));
    };
    Vectors vectors{uint32_t(dimensions), {}};
    fill(vectors.values, size_t(dimensions) * size_t(documents));
    std::vector<int8_t> asked;
    fill(asked, size_t(dimensions));
    Bits wanted(wordsFor(size_t(documents)), 0);
    std::vector<Near> all;
    for (uint32_t d = 0; d < uint32_t(documents); ++d) {
        if (int(random() % 100) >= inHundred)
            continue;
        set(wanted.data(), d);
        int32_t sum = 0;
        for (int i = 0; i < dimensions; ++i)
            sum += int(vectors.at(d)[i]) * asked[size_t(i)];
        if (sum >= 1)
            all.push_back({sum, 3, d});
    }
    std::stable_sort(all.begin(), all.end(), [](const Near &a, const Near &b) { return a.likeness > b.likeness; });
    for (const size_t most : {size_t(0), size_t(1), size_t(20), size_t(2'000)}) {
        NearestFinder finder(asked, most);
        finder.scan(vectors, 3, 0, wanted.data(), wanted.size());
        const std::vector<Near> found = finder.take();
        QCOMPARE(found.size(), std::min(most, all.size()));
        for (size_t i = 0; i < found.size(); ++i) {
            QCOMPARE(found[i].likeness, all[i].likeness);
            QCOMPARE(found[i].document, all[i].document);
            QCOMPARE(found[i].part, 3u);
        }
    }
    NearestFinder other(std::vector<int8_t>(size_t(dimensions) + 1, 1), 10); // of another model
    other.scan(vectors, 0, 0, wanted.data(), wanted.size());
    QVERIFY(other.take().empty());
}

void TestSearchMeaning::rubbishIsQuantised()
{
    const float inf = std::numeric_limits<float>::infinity();
    const std::array<float, 7> from = {1, -1, 0.5F, 9, -inf, std::nanf(""), 0};
    std::array<int8_t, 7> to{};
    quantise(from.data(), 7, 1, to.data());
    const std::array<int8_t, 7> expected = {127, -127, 64, 127, 0, 0, 0};
    QVERIFY(to == expected);
    quantise(from.data(), 7, 0, to.data()); // no scale: nothing is a number, or all is cut off
    for (const int8_t value : to)
        QVERIFY(value == 0 || value == 127 || value == -127);
}

void TestSearchMeaning::fusionAddsReciprocalRanks()
{
    std::vector<FusionCandidate> candidates = {{0, 100, 5, 10}, {1, 90, 9, 10}, {2, 80, 9, 30}};
    fuse(candidates);
    const auto worth = [](uint32_t text, uint32_t meaning, uint32_t freshness) {
        return ranking::kFusionText / (ranking::kFusionRank + text) + ranking::kFusionMeaning / (ranking::kFusionRank + meaning)
               + ranking::kFusionFreshness / (ranking::kFusionRank + freshness);
    };
    for (const FusionCandidate &one : candidates) {
        const std::array<std::array<uint32_t, 3>, 3> ranks = {{{1, 3, 2}, {2, 1, 2}, {3, 1, 1}}}; // equal ones share a place
        QCOMPARE(one.ranks.text, ranks[one.place][0]);
        QCOMPARE(one.ranks.meaning, ranks[one.place][1]);
        QCOMPARE(one.ranks.freshness, ranks[one.place][2]);
        QVERIFY(std::abs(one.worth - worth(one.ranks.text, one.ranks.meaning, one.ranks.freshness)) < 1e-12);
    }
    QVERIFY(std::is_sorted(candidates.begin(), candidates.end(), [](const auto &a, const auto &b) { return a.worth > b.worth; }));
    std::vector<FusionCandidate> none;
    fuse(none);
    QVERIFY(none.empty());
}

void TestSearchMeaning::wordsThatStandTogetherMeanTheLike()
{
    Engine engine;
    engine.build(market(2'000));
    QVERIFY(engine.learnMeaning(kNowMs, kSmall));
    const auto snapshot = engine.snapshot();
    for (size_t topic = 0; topic < topics().size(); ++topic) {
        // Those that do not hold the word itself, too.
        const std::string &word = topics()[topic].front();
        const auto meant = snapshot->meaning->of(termsOf(word));
        QVERIFY(meant);
        NearestFinder finder(*meant, 450); // of 500
        for (uint32_t part = 0; part < snapshot->parts.size(); ++part)
            finder.scan(*snapshot->parts[part].vectors, part, 0, snapshot->parts[part].live->data(),
                        snapshot->parts[part].segment->words());
        int right = 0, without = 0;
        for (const Near &near : finder.take()) {
            const Segment &segment = *snapshot->parts[near.part].segment;
            right += size_t(numberOf(segment.ids[near.document])) % topics().size() == topic ? 1 : 0;
            const auto term = segment.lexicon.find(termsOf(word).front().term);
            bool holds = false;
            segment.lexicon.forEachRun(*term, [&](uint32_t block, const Lexicon::Run &run) {
                for (uint32_t i = 0; i < run.count; ++i)
                    holds = holds || (block << kBlockBits) + run.documents[i] == near.document;
            });
            without += holds ? 0 : 1;
        }
        QVERIFY2(right >= 440, qPrintable(QString::number(right)));
        QVERIFY(without > 100);
    }
    QVERIFY(!snapshot->meaning->of(termsOf("небывалое слово")));
    QVERIFY(!snapshot->meaning->of(std::vector<Alternative>{}));
    QVERIFY(!snapshot->meaning->of({{termsOf("охота").front().term, std::nanf("")}}));
    QVERIFY(std::abs(snapshot->meaning->cosine(snapshot->meaning->likenessOf(0.5)) - 0.5) < 0.001);
}

void TestSearchMeaning::tooLittleTeachesNothing()
{
    Engine engine;
    QVERIFY(!engine.learnMeaning(kNowMs, kSmall));
    engine.build(market(20));
    QVERIFY(!engine.learnMeaning(kNowMs, kSmall));
    std::vector<Document> mute;
    for (int i = 0; i < 200; ++i)
        mute.push_back(plainDocument(i));
    engine.build(mute);
    QVERIFY(!engine.learnMeaning(kNowMs, kSmall));
    engine.build(market(200));
    engine.stopLearning();
    QVERIFY(!engine.learnMeaning(kNowMs, kSmall));
    QVERIFY(engine.search(wish("охота")).total > 0);
}

// By words alone: what a listing means is the same in whatever segment it lies.
void TestSearchMeaning::vectorsFollowEveryChange()
{
    EngineOptions options;
    options.mergesInBackground = false;
    Engine engine(options);
    engine.build(market(1'000));
    QVERIFY(engine.learnMeaning(kNowMs, kSmall));
    const auto meaning = engine.snapshot()->meaning;
    Random random(9);
    const auto check = [&] {
        const auto snapshot = engine.snapshot();
        QCOMPARE(snapshot->meaning, meaning);
        for (const Part &part : snapshot->parts)
            QVERIFY(part.vectors->values == meaning->of(part.segment->lexicon, part.segment->size()).values
                    && part.vectors->size() == part.segment->size());
    };
    const auto vectorOf = [&engine](int number) {
        const auto snapshot = engine.snapshot();
        const Snapshot::Place place = snapshot->find(idOf(number));
        const Vectors &vectors = *snapshot->parts[place.part].vectors;
        return std::vector<int8_t>(vectors.at(place.document), vectors.at(place.document) + vectors.dimensions);
    };
    check();
    const std::vector<int8_t> before = vectorOf(3);
    for (int i = 0; i < 60; ++i) {
        Document changed = told(random, i * 5, 2);
        changed.revision = 2;
        engine.upsert({changed});
        check();
    }
    const std::vector<int8_t> small = vectorOf(295);
    engine.mergeNow();
    check();
    QCOMPARE(vectorOf(295), small);
    QCOMPARE(vectorOf(3), before);
    engine.build(market(500)); // a new content is told by what was learnt, until it is learnt anew
    check();
    QVERIFY(engine.learnMeaning(kNowMs + 1, kSmall));
    QVERIFY(engine.snapshot()->meaning != meaning);
    QCOMPARE(engine.snapshot()->meaning->learntAtMs(), kNowMs + 1);
}

void TestSearchMeaning::isKeptInTheFile()
{
    const QTemporaryDir folder;
    const std::string path = folder.filePath(QStringLiteral("index")).toStdString();
    Engine engine;
    engine.build(market(600));
    QVERIFY(engine.learnMeaning(kNowMs, kSmall));
    QCOMPARE(engine.save(path), std::string());
    Engine other;
    QCOMPARE(other.load(path), std::string());
    const auto here = engine.snapshot(), there = other.snapshot();
    QVERIFY(there->meaning);
    QCOMPARE(there->meaning->learntAtMs(), kNowMs);
    QCOMPARE(there->meaning->terms(), here->meaning->terms());
    QVERIFY(there->parts[0].vectors->values == here->parts[0].vectors->values);
    QVERIFY(there->meaning->of(termsOf("охота")) == here->meaning->of(termsOf("охота")));
    EngineOptions without;
    without.hasMeaning = false;
    Engine plain(without);
    QCOMPARE(plain.load(path), std::string());
    QVERIFY(!plain.snapshot()->meaning && !plain.snapshot()->parts[0].vectors);
}

void TestSearchMeaning::similarPassFiltersAndDoNotMatch()
{
    Engine engine;
    engine.build(market(2'000));
    Query query = wish("охота");
    query.words.push_back(wordOf("лебёдка"));
    query.words.push_back(wordOf("вездеход"));
    query.words.push_back(wordOf("рыбалка")); // four words of three: nothing holds all of them
    query.meaning.terms = termsOf("охота лебёдка");
    query.facets[at(Dimension::Fuel)] = {"diesel"};
    query.bounds[numberAt(Dimension::Year)] = Bounds{2'020, 2'025};
    query.meaning.similarMost = 12;
    query.fewHits = 30;
    query.limit = 100;
    QVERIFY(engine.search(query).similar.empty()); // nothing was learnt
    QVERIFY(engine.learnMeaning(kNowMs, kSmall));
    const Answer answer = engine.search(query);
    QVERIFY(answer.total > 0 && answer.total <= 30);
    QCOMPARE(answer.similar.size(), size_t(12));
    std::set<Id> hits, similar;
    for (const Hit &hit : answer.hits)
        hits.insert(hit.id);
    QCOMPARE(hits.size(), size_t(answer.total));
    const auto snapshot = engine.snapshot();
    int right = 0;
    for (const Similar &one : answer.similar) {
        QVERIFY(!hits.contains(one.id));
        QVERIFY(similar.insert(one.id).second);
        QVERIFY(one.cosine >= ranking::kSimilarCosine - 0.01 && one.cosine <= 1.01);
        const Snapshot::Place place = snapshot->find(one.id);
        const Segment &segment = *snapshot->parts[place.part].segment;
        QVERIFY(segment.number(Dimension::Year).at(place.document) >= 2'020);
        right += numberOf(one.id) % 4 == 0 ? 1 : 0;
    }
    QVERIFY(right >= 11);
    // What is counted is what matches.
    Query plain = query;
    plain.meaning = {};
    const Answer counted = engine.search(plain);
    QCOMPARE(answer.total, counted.total);
    QCOMPARE(answer.years, counted.years);
    query.fewHits = 0;
    QVERIFY(engine.search(query).similar.empty());
    query.words = {wordOf("небывалое")}; // nothing at all
    query.fewHits = 5;
    query.meaning.terms = termsOf("небывалое охота");
    QCOMPARE(engine.search(query).total, uint64_t(0));
    QCOMPARE(engine.search(query).similar.size(), size_t(12));
}

void TestSearchMeaning::fusedPagesLoseNothing_data()
{
    QTest::addColumn<bool>("changes"); // between the pages
    QTest::addColumn<int>("limit");
    QTest::newRow("whole") << false << 20;
    QTest::newRow("short") << false << 3;
    QTest::newRow("changing") << true << 20;
}

void TestSearchMeaning::fusedPagesLoseNothing()
{
    QFETCH(bool, changes);
    QFETCH(int, limit);
    Engine engine;
    engine.build(market(1'200));
    engine.refreshPriors(kNowMs);
    QVERIFY(engine.learnMeaning(kNowMs, kSmall));
    Query query = wish("торг");
    query.facets[at(Dimension::Fuel)] = {"diesel", "hybrid"};
    query.meaning.terms = termsOf("охота вездеход");
    query.limit = uint32_t(limit);
    Query plain = query;
    plain.meaning = {};
    const Answer counted = engine.search(plain);
    std::set<Id> seen;
    std::vector<Id> pageOne;
    Random random(3);
    for (int page = 0; page < 2'000; ++page) {
        const Answer answer = engine.search(query);
        if (page == 0) {
            QCOMPARE(answer.total, counted.total);
            QCOMPARE(answer.facets[0].size(), counted.facets[0].size());
            for (const Hit &hit : answer.hits)
                QVERIFY(hit.fused && hit.fused->text > 0 && hit.fused->meaning > 0 && hit.fused->freshness > 0);
            const auto hunting = [](const Answer &one) {
                return std::count_if(one.hits.begin(), one.hits.end(), [](const Hit &hit) { return numberOf(hit.id) % 4 == 0; });
            };
            QVERIFY(hunting(answer) > hunting(counted) || hunting(answer) == limit); // a page can be full of them already
        }
        for (const Hit &hit : answer.hits)
            QVERIFY2(seen.insert(hit.id).second, "shown twice");
        if (!answer.next)
            break;
        QVERIFY(answer.next->deferred.size() <= ranking::kDeferredMost);
        QVERIFY(answer.next->ahead.size() <= ranking::kFusedNearMost);
        query.after = answer.next;
        if (changes) { // of others than are asked for: they push and merge, and that is all
            Document other = told(random, 5'000 + page, 0);
            other.facets[at(Dimension::Fuel)] = "petrol";
            engine.upsert({other});
            if (page % 7 == 3)
                engine.mergeNow();
        }
    }
    QCOMPARE(seen.size(), size_t(counted.total));
}

void TestSearchMeaning::learnsWhileOthersReadAndWrite()
{
    Engine engine;
    engine.build(market(1'500));
    std::atomic<bool> done = false;
    std::atomic<int> wrong = 0, searched = 0;
    std::thread reader([&] {
        Query query = wish("охота");
        query.meaning.similarMost = 5;
        while (!done) {
            const auto snapshot = engine.snapshot();
            for (const Part &part : snapshot->parts) {
                const bool fits = snapshot->meaning ? part.vectors && part.vectors->dimensions == snapshot->meaning->dimensions()
                                                          && part.vectors->size() == part.segment->size()
                                                    : !part.vectors;
                wrong += fits ? 0 : 1;
            }
            wrong += Engine::search(snapshot, query).total > 0 ? 0 : 1;
            ++searched;
        }
    });
    std::thread writer([&] {
        Random random(17);
        for (int i = 0; !done; ++i) {
            Document document = told(random, i % 3'000, size_t(i) % 4);
            document.revision = 2 + i;
            engine.upsert({document});
        }
    });
    for (uint32_t dimensions : {8u, 16u, 4u}) { // of another length each time
        MeaningOptions options = kSmall;
        options.dimensions = dimensions;
        QVERIFY(engine.learnMeaning(kNowMs, options));
        QCOMPARE(engine.snapshot()->meaning->dimensions(), dimensions);
        engine.mergeNow();
        searched = 0;
        QTRY_VERIFY(searched > 0);
    }
    done = true;
    reader.join();
    writer.join();
    QCOMPARE(wrong.load(), 0);
}

QTEST_GUILESS_MAIN(TestSearchMeaning)
#include "tst_search_meaning.moc"
