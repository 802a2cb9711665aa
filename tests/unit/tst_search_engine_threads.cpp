#include "server/providers/search/engine/engine.h"
#include "tests/unit/search_engine_fixture.h"

#include <QtTest>

#include <atomic>
#include <thread>

using namespace cargo::search::engine;
using namespace cargo::test::search_engine;

// Readers while others write, merge, rank anew and save. Meant for the thread sanitizer as much as for what it checks.
class TestSearchEngineThreads : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhileWritten();
    void mergesWhileWritten();
};

namespace {
// Sums that hold in every single snapshot, whatever is written.
bool isSound(const Answer &answer)
{
    const auto sum = [](const auto &bins) {
        uint64_t total = 0;
        for (const uint32_t count : bins)
            total += count;
        return total;
    };
    uint64_t countries = 0;
    for (const ValueCount &value : answer.facets[at(Dimension::Country)])
        countries += value.count;
    return countries == answer.total && sum(answer.years) == answer.total && sum(answer.mileages) == answer.total
           && sum(answer.ratings) == answer.total;
}
} // namespace

void TestSearchEngineThreads::readsWhileWritten()
{
    EngineOptions options;
    options.partsMost = 3; // merges all the time
    Engine engine(options);
    std::atomic<bool> stop = false;
    std::atomic<int> broken = 0;
    std::atomic<int> answers = 0;
    std::vector<std::thread> threads;
    for (unsigned reader = 0; reader < 2; ++reader) {
        threads.emplace_back([&, reader] {
            Random random(100 + reader);
            while (!stop) {
                Query query;
                if (random() % 2)
                    query.facets[at(Dimension::Fuel)] = {"petrol", "diesel"};
                if (random() % 2)
                    query.words = {wordOf(random() % 2 ? "салон" : "крыша")};
                query.sort = Sort(random() % 6);
                const Answer answer = engine.search(query);
                broken += isSound(answer) ? 0 : 1;
                broken += answer.snapshot->pairs().size() > 10'000 ? 1 : 0;
                answer.snapshot->beginningWith("сал", 5);
                ++answers;
            }
        });
    }
    std::vector<std::thread> writers;
    for (unsigned writer = 0; writer < 2; ++writer) {
        writers.emplace_back([&, writer] {
            Random random(200 + writer);
            for (int round = 0; round < 60; ++round) {
                std::vector<Document> batch;
                for (int i = int(random() % 60); i >= 0; --i) {
                    batch.push_back(randomDocument(random, int(random() % 3'000)));
                    batch.back().revision = round;
                    batch.back().facets[at(Dimension::Color)] = "colour " + std::to_string(random() % 500);
                }
                engine.upsert(batch);
                engine.remove({{idOf(int(random() % 3'000)), round}});
            }
        });
    }
    writers.emplace_back([&] {
        for (int round = 0; round < 10; ++round) {
            engine.refreshPriors(kNowMs + round);
            engine.mergeNow();
        }
    });
    for (std::thread &writer : writers)
        writer.join();
    stop = true;
    for (std::thread &thread : threads)
        thread.join();
    QCOMPARE(broken.load(), 0);
    QVERIFY(answers > 10);
}

// What is changed while a merge runs is not lost in it.
void TestSearchEngineThreads::mergesWhileWritten()
{
    EngineOptions options;
    options.mergesInBackground = false;
    Engine engine(options);
    Random random(7);
    Market market;
    for (int i = 0; i < 12'000; ++i)
        market.put(randomDocument(random, i));
    engine.build(market.all());
    for (int round = 0; round < 6; ++round) {
        std::thread merger([&engine] { engine.mergeNow(); });
        for (int i = 0; i < 30; ++i) {
            Document changed = randomDocument(random, int(random() % 12'500));
            changed.revision = 10 + round;
            market.put(changed);
            engine.upsert({changed});
            const Id gone = idOf(int(random() % 12'500));
            market.remove(gone);
            engine.remove({{gone, 10 + round}});
        }
        merger.join();
    }
    QCOMPARE(size_t(engine.snapshot()->living), market.size());
    for (int i = 0; i < 30; ++i) {
        const Query query = randomQuery(random);
        const std::string difference = differenceFrom(market, query, engine.search(query));
        QVERIFY2(difference.empty(), difference.c_str());
    }
}

QTEST_APPLESS_MAIN(TestSearchEngineThreads)
#include "tst_search_engine_threads.moc"
