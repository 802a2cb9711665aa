#include "server/providers/search/engine/bits.h"

#include <QtTest>

#include <random>

using namespace cargo::search::engine;

// Sets of bits, by whatever registers this processor has, against a plain walk.
class TestSearchBits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void scansRanges_data();
    void scansRanges();
    void scansSums_data();
    void scansSums();
    void lists_data();
    void lists();

private:
    std::mt19937 m_random{20261128};

    template <typename T>
    void scanAll(uint32_t low, uint32_t high);
};

namespace {
constexpr size_t kWords = 37;
}

template <typename T>
void TestSearchBits::scanAll(uint32_t low, uint32_t high)
{
    std::vector<T> values(kWords * 64);
    for (T &value : values)
        value = T(m_random());
    for (const uint32_t border : {low - 1, low, low + 1, high - 1, high, high + 1, 0u, ~0u})
        values[m_random() % values.size()] = T(border);
    Bits found(kWords, 0x5555'5555'5555'5555);
    scanRange(values.data(), kWords, T(low), T(high), found.data());
    for (uint32_t i = 0; i < values.size(); ++i)
        QCOMPARE(test(found.data(), i), values[i] >= T(low) && values[i] <= T(high));
}

void TestSearchBits::scansRanges_data()
{
    QTest::addColumn<uint32_t>("low");
    QTest::addColumn<uint32_t>("high");
    QTest::newRow("one value") << 7u << 7u;
    QTest::newRow("from nought") << 0u << 100u;
    QTest::newRow("the middle") << 100u << 200u;
    QTest::newRow("all of a byte") << 0u << 255u;
    QTest::newRow("to the end of a byte") << 128u << 255u;
}

void TestSearchBits::scansRanges()
{
    QFETCH(const uint32_t, low);
    QFETCH(const uint32_t, high);
    scanAll<uint8_t>(low, high);
    scanAll<uint16_t>(low, high);
    scanAll<uint16_t>(low * 257, high * 257);
    scanAll<uint32_t>(low, high);
    scanAll<uint32_t>(low * 0x0101'0101u, high * 0x0101'0101u);
}

void TestSearchBits::scansSums_data()
{
    QTest::addColumn<uint32_t>("least");
    for (const uint32_t least : {0u, 1u, 1'000u, 65'535u, 65'536u, 300'000u, 0xFFFFFu + 65'535u})
        QTest::addRow("%u", least) << least;
}

void TestSearchBits::scansSums()
{
    QFETCH(const uint32_t, least);
    constexpr uint32_t kMask = 0xFFFFF;
    std::vector<uint32_t> first(kWords * 64);
    std::vector<uint16_t> second(kWords * 64);
    Bits bits(kWords, 0);
    for (uint32_t i = 0; i < first.size(); ++i) {
        first[i] = m_random();
        second[i] = uint16_t(m_random());
        if (i % 7 == 0) // by one below, at, and above
            first[i] = (first[i] & ~kMask) | ((least - std::min<uint32_t>(least, second[i]) + m_random() % 3 - 1) & kMask);
        if (i >= 64 && m_random() % 2)
            set(bits.data(), i);
    }
    Bits found(kWords, 0x5555'5555'5555'5555);
    scanSums(bits.data(), kWords, first.data(), kMask, second.data(), least, found.data());
    for (uint32_t i = 0; i < first.size(); ++i)
        QCOMPARE(test(found.data(), i), test(bits.data(), i) && (first[i] & kMask) + second[i] >= least);
}

void TestSearchBits::lists_data()
{
    QTest::addColumn<uint32_t>("oneOf");
    for (const uint32_t oneOf : {1u, 2u, 5u, 64u, 1'000u, 1'000'000u})
        QTest::addRow("one of %u", oneOf) << oneOf;
}

void TestSearchBits::lists()
{
    QFETCH(const uint32_t, oneOf);
    Bits bits(kWords, 0);
    std::vector<uint32_t> expected;
    for (uint32_t document = 0; document < kWords * 64; ++document) {
        if (m_random() % oneOf == 0) {
            set(bits.data(), document);
            expected.push_back(document);
        }
    }
    QCOMPARE(countBits(bits.data(), bits.size()), expected.size());
    std::vector<uint32_t> list(3, 9);
    listBits(bits.data(), bits.size(), expected.size(), list);
    QCOMPARE(list, expected);
}

QTEST_APPLESS_MAIN(TestSearchBits)
#include "tst_search_bits.moc"
