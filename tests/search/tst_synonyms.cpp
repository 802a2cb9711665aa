#include "server/providers/search/concepts.h"
#include "server/providers/search/embedded/embedded_index.h"
#include "server/providers/search/synonym_rows.h"
#include "server/providers/search/text_analysis.h"

#include <QTest>

#include <set>

using namespace cargo;
using namespace Qt::Literals;

// What people call makes, models and facts.
class TestSynonyms : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tableIsWellMade();
    void means_data();
    void means();
    void namesStayNames_data();
    void namesStayNames();
    void absentModelsAreAnsweredByTheirMake();
    void lettersNameModels();
    void blanksAreMended_data();
    void blanksAreMended();
    void eitherWillDo();
    void isReadByItsSound();
    void wishesMayBeInLatinLetters();
};

namespace {
search::Document car(int number, const char *brand, const char *model)
{
    search::Document d;
    d.id.uuid.bytes[15] = uint8_t(number);
    d.revision = 1;
    d.brand = QString::fromLatin1(brand);
    d.model = QString::fromLatin1(model);
    d.bodyType = u"suv"_s;
    d.year = 2020;
    return d;
}

std::vector<int> found(const search::EmbeddedIndex &index, const QString &text)
{
    SearchQuery query;
    query.text = text;
    std::vector<int> ids;
    const auto answer = index.search(query);
    for (const search::Hit &hit : answer ? answer->hits : std::vector<search::Hit>())
        ids.push_back(hit.id.uuid.bytes[15]);
    std::sort(ids.begin(), ids.end());
    return ids;
}
} // namespace

// One alphabet a word: a letter of the other one that looks the same is found by nobody.
void TestSynonyms::tableIsWellMade()
{
    std::set<QString> typed;
    for (const search::SynonymRow &row : search::synonymRows()) {
        const QString word = QString::fromUtf8(row.typed);
        QCOMPARE(word, word.toLower());
        QVERIFY2(typed.insert(word).second, row.typed);
        const auto isLatin = [](QChar c) { return c >= u'a' && c <= u'z'; };
        const auto isCyrillic = [](QChar c) { return c.script() == QChar::Script_Cyrillic; };
        QVERIFY2(!std::any_of(word.begin(), word.end(), isLatin) || !std::any_of(word.begin(), word.end(), isCyrillic),
                 row.typed);
        for (const QString &meant : QString::fromUtf8(row.meant).split(u' '))
            QVERIFY2(!meant.isEmpty() && !std::any_of(meant.begin(), meant.end(), isCyrillic), row.typed);
    }
    std::set<QString> models;
    for (const search::SynonymRow &row : search::makerRows()) {
        for (const QString &model : QString::fromUtf8(row.meant).split(u' '))
            QVERIFY2(models.insert(model).second, qPrintable(model)); // of two makers the second would never be told
    }
}

void TestSynonyms::means_data()
{
    QTest::addColumn<QString>("meant");
    const auto row = [](const char *typed, const char *meant) { QTest::newRow(typed) << QString::fromLatin1(meant); };
    row("таета", "toyota");
    row("кия", "kia");
    row("аудюха", "audi");
    row("поршак", "porsche");
    row("шеви", "chevrolet");
    row("камрюха", "camry");
    row("хайлукс", "hilux");
    row("туссан", "tucson");
    row("октаха", "octavia");
    row("карнавал", "carnival");
    row("ешка", "e");
    row("глц", "glc");
    row("эрикс", "rx");
    row("трёхсотый", "300");
    row("семёрка", "7");
    row("универ", "wagon");
    row("truck", "pickup");
    row("черненькую", "black");
    row("вишневая", "red");
    row("шампань", "beige");
    row("grey", "gray");
    row("чорны", "black");
    row("ақ", "white");
}

void TestSynonyms::means()
{
    QFETCH(const QString, meant);
    const std::vector<QString> all = search::synonyms(QString::fromUtf8(QTest::currentDataTag()));
    QVERIFY(std::find(all.begin(), all.end(), meant) != all.end());
}

void TestSynonyms::namesStayNames_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name :
         {"fit",   "note", "leaf", "seat",  "mini",  "polo", "golf", "focus", "rio",  "soul",  "up",   "one",
          "smart", "tank", "wish", "crown", "model", "ram",  "han",  "aqua",  "juke", "swift", "city", "legacy"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

// A name that is an English word, too, is neither another word nor a wish, but for the city.
void TestSynonyms::namesStayNames()
{
    QFETCH(const QString, name);
    QVERIFY(search::synonyms(name).empty());
    QCOMPARE(search::wishAt({search::stem(name)}, 0).has_value(), name == u"city");
    QVERIFY(!search::onlyAsks(name));
}

void TestSynonyms::absentModelsAreAnsweredByTheirMake()
{
    QCOMPARE(search::makerOf(u"qashqai"_s), u"nissan"_s);
    QCOMPARE(search::makerOf(u"кашкай"_s), u"nissan"_s);
    QVERIFY(search::makerOf(u"дизель"_s).isEmpty());
    QVERIFY(search::makerOf(u"note"_s).isEmpty()); // a word of descriptions
    search::EmbeddedIndex index;
    index.upsert({car(1, "Nissan", "Patrol"), car(2, "Nissan", "X-Trail"), car(3, "Kia", "K5")});
    QCOMPARE(found(index, u"кашкай"_s), (std::vector{1, 2}));
    QCOMPARE(found(index, u"qashqai"_s), (std::vector{1, 2}));
    index.upsert({car(4, "Nissan", "Qashqai")});
    QCOMPARE(found(index, u"кашкай"_s), std::vector{4}); // there it is
}

void TestSynonyms::lettersNameModels()
{
    search::EmbeddedIndex index;
    index.upsert({car(1, "Tesla", "Model Y"), car(2, "Tesla", "Model X"), car(3, "Tesla", "Model 3")});
    QCOMPARE(found(index, u"модел у"_s), std::vector{1});
    QCOMPARE(found(index, u"модель икс"_s), std::vector{2});
    QCOMPARE(found(index, u"тесла модел три"_s), std::vector{3});
    QCOMPARE(found(index, u"тесла у дилера"_s).size(), size_t(3)); // elsewhere it is a small word
}

void TestSynonyms::wishesMayBeInLatinLetters()
{
    search::EmbeddedIndex index;
    search::Document van = car(1, "Kia", "Carnival");
    van.bodyType = u"minivan"_s;
    search::Document quiet = car(2, "Tesla", "Model S");
    quiet.fuel = u"electric"_s;
    quiet.bodyType = u"sedan"_s; // no answer to a family
    index.upsert({van, quiet});
    QCOMPARE(found(index, u"dlya detey"_s), std::vector{1});
    QCOMPARE(found(index, u"na 7 mest"_s), std::vector{1});
    QCOMPARE(found(index, u"tihiy"_s), std::vector{2});
}

void TestSynonyms::blanksAreMended_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<std::vector<int>>("ids");
    QTest::newRow("glued") << u"тойотакамри"_s << std::vector<int>{1};
    QTest::newRow("glued with a number") << u"тойотарав 4"_s << std::vector<int>{2};
    QTest::newRow("parted") << u"хундай пали сад"_s << std::vector<int>{3};
    QTest::newRow("as it is written") << u"toyota camry"_s << std::vector<int>{1};
}

void TestSynonyms::blanksAreMended()
{
    QFETCH(const QString, text);
    QFETCH(const std::vector<int>, ids);
    search::EmbeddedIndex index;
    index.upsert({car(1, "Toyota", "Camry"), car(2, "Toyota", "RAV4"), car(3, "Hyundai", "Palisade"), car(4, "Kia", "K5")});
    QCOMPARE(found(index, text), ids);
}

void TestSynonyms::eitherWillDo()
{
    search::EmbeddedIndex index;
    index.upsert({car(1, "Toyota", "Camry"), car(2, "Toyota", "RAV4"), car(3, "Toyota", "Harrier"), car(4, "Kia", "K5")});
    QCOMPARE(found(index, u"рав 4 или харриер"_s), (std::vector<int>{2, 3}));
    QCOMPARE(found(index, u"тойота камри либо харриер"_s), (std::vector<int>{1, 3}));
    QCOMPARE(found(index, u"kia or camry"_s), (std::vector<int>{1, 4}));
}

void TestSynonyms::isReadByItsSound()
{
    QCOMPARE(search::soundAlike(u"карола"_s), u"королла"_s);
    QCOMPARE(search::soundAlike(u"карнивол"_s), u"карнивал"_s);
    QCOMPARE(search::soundAlike(u"диффендер"_s), u"дефендер"_s);
    QCOMPARE(search::soundAlike(u"camry"_s), QString());
    QCOMPARE(search::soundAlike(u""_s), QString());
    search::EmbeddedIndex index;
    search::Document fishing = car(1, "UAZ", "Patriot");
    fishing.fuel = u"diesel"_s;
    fishing.drive = u"awd"_s;
    index.upsert({fishing, car(2, "Kia", "K5")});
    QCOMPARE(found(index, u"на рыболку"_s), std::vector<int>{1}); // a wish, too
    SearchQuery query;
    query.text = u"на рыболку"_s;
    QCOMPARE(index.search(query)->didYouMean, u"рыбалка"_s);
    query.text = u"хундайпалисад"_s;
    index.upsert({car(3, "Hyundai", "Palisade")});
    QCOMPARE(index.search(query)->didYouMean, u"хундай палисад"_s);
}

QTEST_GUILESS_MAIN(TestSynonyms)
#include "tst_synonyms.moc"
