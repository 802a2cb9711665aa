#include "server/search/popular_queries.h"

#include <QTest>

using namespace cargo::search;
using namespace Qt::Literals;

// Which of the popular texts begin as typed, from memory.
class TestPopularQueries : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsByAnyWord();
    void theMostPopularComeFirst();
    void aLetterBeginsNothing();
    void readsTheOtherLayout();
    void aNewListTakesTheOldOnesPlace();
    void costsLittle();

private:
    static QStringList found(const PopularQueries &queries, const QString &typed, size_t most = 3)
    {
        QStringList texts;
        for (const auto &query : queries.begunBy(typed, most))
            texts.append(query->text);
        return texts;
    }
};

void TestPopularQueries::findsByAnyWord()
{
    PopularQueries queries;
    QVERIFY(found(queries, u"toy"_s).isEmpty());
    queries.set({u"toyota rav4 из японии"_s, u"kia k5"_s});
    const QStringList rav4{u"toyota rav4 из японии"_s};
    QCOMPARE(found(queries, u"toy"_s), rav4);
    QCOMPARE(found(queries, u"RAV"_s), rav4);
    QCOMPARE(found(queries, u"япо toyo"_s), rav4);
    QVERIFY(found(queries, u"toyota kia"_s).isEmpty());
    QVERIFY(found(queries, u"oyota"_s).isEmpty());
    QVERIFY(found(queries, QString()).isEmpty());
}

void TestPopularQueries::theMostPopularComeFirst()
{
    PopularQueries queries;
    queries.set({u"camry 70"_s, u"camry 50"_s, u"camry 40"_s});
    QCOMPARE(found(queries, u"camry"_s, 2), (QStringList{u"camry 70"_s, u"camry 50"_s}));
    QVERIFY(found(queries, u"camry"_s, 0).isEmpty());
}

void TestPopularQueries::aLetterBeginsNothing()
{
    PopularQueries queries;
    queries.set({u"camry 70"_s});
    QVERIFY(found(queries, u"c"_s).isEmpty());
    QVERIFY(!found(queries, u"ca"_s).isEmpty());
}

void TestPopularQueries::readsTheOtherLayout()
{
    PopularQueries queries;
    queries.set({u"camry 70"_s, u"тойота"_s});
    QCOMPARE(found(queries, u"сфьк"_s), QStringList{u"camry 70"_s});
    QCOMPARE(found(queries, u"njqj"_s), QStringList{u"тойота"_s});
}

void TestPopularQueries::aNewListTakesTheOldOnesPlace()
{
    PopularQueries queries;
    queries.set({u"camry 70"_s});
    const PopularList held = queries.begunBy(u"camry"_s, 3);
    queries.set({u"kia k5"_s});
    QVERIFY(found(queries, u"camry"_s).isEmpty());
    QCOMPARE(held.front()->text, u"camry 70"_s); // whoever reads it still may
}

// A full list, nothing of which fits: in each of two readings all of it is looked through.
void TestPopularQueries::costsLittle()
{
    std::vector<QString> texts;
    for (int i = 0; i < 200; ++i)
        texts.push_back(u"toyota модель%1 из японии до %2 млн"_s.arg(i).arg(i % 9 + 1));
    PopularQueries queries;
    queries.set(std::move(texts));
    QBENCHMARK { QVERIFY(queries.begunBy(u"nothing like it"_s, 3).empty()); }
}

QTEST_GUILESS_MAIN(TestPopularQueries)
#include "tst_popular_queries.moc"
