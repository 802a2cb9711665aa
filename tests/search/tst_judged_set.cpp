#include "server/demo/demo_catalog.h"
#include "tests/paths.h"
#include "tests/search/judged_set.h"

#include <QJsonDocument>
#include <QSet>
#include <QTest>

using namespace cargo;
using namespace cargo::test;

// The judged set itself: that it can be read, that its rules say what they mean, and that the demonstration data answer it.
class TestJudgedSet : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void asksEachQueryOnce();
    void gradesByTheBestRule();
    void isAnsweredByTheDemonstration();
    void reckonsGain();

private:
    const JudgedQuery &query(const char *text) const;

    JudgedSet m_set;
};

void TestJudgedSet::initTestCase()
{
    QCOMPARE(m_set.read(sourceDir() + QStringLiteral("/tests/search/judged.tsv")), QString());
    QVERIFY(m_set.queries().size() >= 120);
}

const JudgedQuery &TestJudgedSet::query(const char *text) const
{
    for (const JudgedQuery &one : m_set.queries()) {
        if (one.text() == QString::fromUtf8(text))
            return one;
    }
    qFatal("no such query: %s", text);
}

void TestJudgedSet::asksEachQueryOnce()
{
    QSet<QString> seen;
    for (const JudgedQuery &one : m_set.queries()) {
        QVERIFY2(!seen.contains(one.text()), qPrintable(one.text()));
        seen.insert(one.text());
    }
}

void TestJudgedSet::gradesByTheBestRule()
{
    const auto car = [](const char *json) { return QJsonDocument::fromJson(json).object(); };
    const QJsonObject rav4 = car(R"({"brand": "Toyota", "model": "rav4", "year": 2021, "body_type": "suv", "drive": "awd"})");
    QCOMPARE(query("тойота рав4").grade(rav4), 3);
    QCOMPARE(query("rav4 2020").grade(rav4), 2);
    QCOMPARE(query("bmw x5").grade(rav4), 0);
    QCOMPARE(query("мягкая подвеска для плохих дорог").grade(rav4), 1);
    QCOMPARE(query("мягкая подвеска").grade(car(R"({"description": "Всё есть: МЯГКАЯ подвёска."})")), 3);
    QCOMPARE(query("до 2 млн").grade(car(R"({"price": {"amount": 210000000}})")), 1);
}

void TestJudgedSet::isAnsweredByTheDemonstration()
{
    const std::vector<demo::DemoCar> cars = demo::demoCars(330);
    int best = 0;
    for (const JudgedQuery &one : m_set.queries()) {
        std::vector<int> found(4);
        for (const demo::DemoCar &car : cars)
            ++found[size_t(one.grade(car.listing))];
        QVERIFY2(found[1] + found[2] + found[3] > 0, qPrintable(one.text()));
        // A query that most of the market answers tells nothing of the order.
        QVERIFY2(size_t(found[3]) < cars.size() * 3 / 4, qPrintable(one.text()));
        best += found[3] > 0 ? 1 : 0;
    }
    QVERIFY(best >= 180);
}

void TestJudgedSet::reckonsGain()
{
    QCOMPARE(ndcgAt10({3, 1}, {0, 1, 3}), 1.0);
    QVERIFY(ndcgAt10({1, 3}, {0, 1, 3}) < 0.75);
    QCOMPARE(ndcgAt10({0, 0}, {1, 0, 0}), 0.0);
    QCOMPARE(ndcgAt10({}, {0, 0}), -1.0);
}

QTEST_GUILESS_MAIN(TestJudgedSet)
#include "tst_judged_set.moc"
