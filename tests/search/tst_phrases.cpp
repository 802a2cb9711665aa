#include "server/providers/search/concepts.h"
#include "server/providers/search/embedded/embedded_index.h"
#include "server/providers/search/embedded/phrases.h"
#include "server/providers/search/text_analysis.h"
#include "shared/domain/search_query/spoken_query.h"

#include <QTest>

using namespace cargo;
using namespace Qt::Literals;

// Wishes and corridors that are suggested while one types: each is understood when it is taken.
class TestPhrases : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void areUnderstood();
    void beginAsTyped_data();
    void beginAsTyped();
    void onlyWhatIsThere();
    void standBesideNames();
};

namespace {
search::Document car(int number, const char *country, const char *body, const QString &description)
{
    search::Document d;
    d.id.uuid.bytes[15] = uint8_t(number);
    d.revision = 1;
    d.brand = u"Seat"_s;
    d.model = u"Ibiza"_s;
    d.bodyType = QString::fromLatin1(body);
    d.countryFrom = QString::fromLatin1(country);
    d.description = description.toUtf8();
    d.year = 2020;
    return d;
}
} // namespace

void TestPhrases::areUnderstood()
{
    QVERIFY(search::allPhrases().size() > 40);
    for (const search::Phrase &phrase : search::allPhrases()) {
        SearchQuery query;
        query.text = phrase.text;
        const SpokenQuery spoken = understand(query, *Timestamp::fromRfc3339(u"2026-06-15T12:00:00Z"));
        if (!phrase.country.isEmpty()) {
            QCOMPARE(spoken.query.values(SearchQuery::Facet::CountryFrom), std::vector<QString>{phrase.country});
            QVERIFY2(spoken.query.text.isEmpty(), qPrintable(phrase.text));
            continue;
        }
        std::vector<QString> stems;
        for (const QString &word : search::words(phrase.text)) {
            if (!search::isSmallWord(word) && !search::onlyAsks(word))
                stems.push_back(search::stem(word));
        }
        bool wished = false;
        for (size_t at = 0; at < stems.size(); ++at)
            wished = wished || search::wishAt(stems, at).has_value();
        QVERIFY2(wished, qPrintable(phrase.text));
    }
}

void TestPhrases::beginAsTyped_data()
{
    QTest::addColumn<QString>("first"); // empty: nothing
    const auto row = [](const char *typed, const char *first) { QTest::newRow(typed) << QString::fromUtf8(first); };
    row("сем", "для большой семьи");
    row("для бол", "для большой семьи");
    row("япо", "из Японии");
    row("из кор", "из Кореи");
    row("from jap", "from Japan");
    row("Zgjy", "из Японии"); // the other layout
    row("мягк", "мягкая подвеска");
    row("я", "");
    row("qqq", "");
    row("", "");
}

void TestPhrases::beginAsTyped()
{
    QFETCH(const QString, first);
    const auto found = search::phrasesBegunBy(QString::fromUtf8(QTest::currentDataTag()));
    QCOMPARE(found.empty() ? QString() : found.front().text, first);
}

void TestPhrases::onlyWhatIsThere()
{
    search::EmbeddedIndex index;
    index.upsert({car(1, "JP", "minivan", {}), car(2, "JP", "suv", {}), car(3, "KR", "suv", u"мягкая подвеска"_s)});
    const auto japan = index.suggest(u"япо"_s, 6);
    QCOMPARE(japan.size(), size_t(1));
    QCOMPARE(japan.front().kind, "corridor");
    QCOMPARE(japan.front().count, 2);
    QVERIFY(index.suggest(u"кита"_s, 6).empty());
    QCOMPARE(index.suggest(u"мягк"_s, 6).front().count, 1);
    index.remove({car(3, "KR", "suv", {}).id});
    QVERIFY(index.suggest(u"мягк"_s, 6).empty());
}

void TestPhrases::standBesideNames()
{
    search::EmbeddedIndex index;
    index.upsert({car(1, "JP", "minivan", {})});
    const auto found = index.suggest(u"се"_s, 6); // «Сеат», «семьи»
    QVERIFY(found.size() >= 2);
    QCOMPARE(found.front().kind, "brand");
    QCOMPARE(found.back().kind, "wish");
    QVERIFY(index.suggest(u"се"_s, 1).size() <= 1);
}

QTEST_GUILESS_MAIN(TestPhrases)
#include "tst_phrases.moc"
