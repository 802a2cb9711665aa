#include "server/providers/search/embedded/phrase_counts.h"

#include <QTest>

using namespace cargo::search;
using namespace Qt::Literals;

// How long the numbers of suggested phrases hold.
class TestPhraseCounts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void smallMarketIsCountedWheneverItChanged();
    void largeMarketIsCountedOnceAMinute();

private:
    static engine::Snapshot market(uint64_t version, uint32_t living)
    {
        engine::Snapshot snapshot;
        snapshot.version = version;
        snapshot.living = living;
        return snapshot;
    }
    const QString m_phrase = u"из Японии"_s;
};

void TestPhraseCounts::smallMarketIsCountedWheneverItChanged()
{
    PhraseCounts counts;
    QCOMPARE(counts.of(m_phrase, market(1, 100)), std::nullopt);
    counts.note(m_phrase, market(1, 100), 7);
    QCOMPARE(counts.of(m_phrase, market(1, 100)), std::optional(7));
    QCOMPARE(counts.of(u"из Кореи"_s, market(1, 100)), std::nullopt);
    QCOMPARE(counts.of(m_phrase, market(2, 101)), std::nullopt);
    QVERIFY(!counts.takesTurn(1'000'000)); // who asks counts
}

void TestPhraseCounts::largeMarketIsCountedOnceAMinute()
{
    constexpr auto kMany = uint32_t(PhraseCounts::kCountedEachTime) + 1;
    PhraseCounts counts;
    QCOMPARE(counts.of(m_phrase, market(1, kMany)), std::nullopt); // who asks first counts
    counts.note(m_phrase, market(1, kMany), 7);
    QCOMPARE(counts.of(m_phrase, market(2, kMany + 1)), std::optional(7));
    QVERIFY(counts.takesTurn(0)); // all of them, beside the calls
    QVERIFY(!counts.takesTurn(PhraseCounts::kKeptMs - 1));
    QVERIFY(counts.takesTurn(PhraseCounts::kKeptMs));
    counts.note(m_phrase, market(2, kMany + 1), 8);
    QCOMPARE(counts.of(m_phrase, market(3, kMany + 1)), std::optional(8));
    // What became small is counted by who asks again.
    QCOMPARE(counts.of(m_phrase, market(4, 10)), std::nullopt);
}

QTEST_GUILESS_MAIN(TestPhraseCounts)
#include "tst_phrase_counts.moc"
