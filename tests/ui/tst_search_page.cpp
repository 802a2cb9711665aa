// The search: how often it asks, what it keeps in sight, what it says when nothing fits; and cars side by side.
#include "qml/client/client.h"
#include "qml/listings/compare_view_model.h"
#include "qml/listings/search_view_model.h"
#include "qml/listings/why_view_model.h"

#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <vector>

using namespace cargo;
using namespace cargo::listings;

namespace {

QJsonObject json(const char *text) { return QJsonDocument::fromJson(text).object(); }

// Answers by path when it is told to, so that the test knows what is under way.
class HeldServer : public client::Transport
{
public:
    void send(const client::HttpRequest &request, std::function<void(const client::HttpAnswer &)> done) override
    {
        asked.append(request.url.path().section(QLatin1Char('/'), 3) + QLatin1Char('?') + request.url.query());
        m_waiting.push_back({request.url, std::move(done)});
        if (!held)
            QTimer::singleShot(0, &m_life, [this] { answer(); });
    }
    void answer()
    {
        for (const auto &[url, done] : std::exchange(m_waiting, {})) {
            const QString path = url.path().section(QLatin1Char('/'), -1);
            done({status, status == 200
                              ? QJsonDocument(answers.value(path + QLatin1Char('?') + url.query(), answers.value(path))).toJson()
                              : QByteArray("{}")});
        }
    }
    QStringList searches() const { return asked.filter(QStringLiteral("search?")); }
    QStringList asked;
    QHash<QString, QJsonObject> answers;
    int status = 200;
    bool held = false;

private:
    QObject m_life; // what is still to be answered ends with it
    std::vector<std::pair<QUrl, std::function<void(const client::HttpAnswer &)>>> m_waiting;
};

QVariantMap value(const SearchViewModel &search, const QString &facet, const QString &word)
{
    const QVariantList facets = search.facets();
    for (const QVariant &one : facets) {
        const QVariantList values = one.toMap().value(QStringLiteral("facet")) == facet
                                        ? one.toMap().value(QStringLiteral("values")).toList()
                                        : QVariantList();
        for (const QVariant &entry : values) {
            if (entry.toMap().value(QStringLiteral("value")) == word)
                return entry.toMap();
        }
    }
    return {};
}

} // namespace

class TestSearchPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_server = new HeldServer;
        m_server->answers.insert(QStringLiteral("search"), json(R"({"items":[{"id":"a","brand":"Kia"}],"total":1,
            "facets":{"brand":[{"value":"Kia","count":3},{"value":"Audi","count":2}],"year":[{"value":"2021","count":4},
            {"value":"2019","count":1}],"eta":[{"value":"8-14","count":1},{"value":"22-30","count":2},{"value":"61+","count":5}]},
            "ranges":{"price":{"min":1,"max":2,"histogram":[{"from":0,"to":49999999,"count":2},{"from":50000000,"to":70000000,"count":1}]}}})"));
        m_client = std::make_unique<client::Client>(std::unique_ptr<client::Transport>(m_server), m_folder->path());
    }
    void cleanup() { m_client.reset(); }

    void asksOnceForManyLettersAndNeverTwiceAtATime()
    {
        SearchViewModel search;
        begin(search);
        m_server->asked.clear();
        m_server->held = true;
        for (const char *text : {"R", "RA", "RAV", "RAV4"})
            search.setText(QLatin1String(text));
        QTRY_COMPARE(m_server->searches().size(), 1);
        QVERIFY(m_server->searches().first().contains(QStringLiteral("q=RAV4")));
        search.toggle(QStringLiteral("brand"), QStringLiteral("Kia"));
        search.setText(QStringLiteral("Rio"));
        QVERIFY(search.asking());
        m_server->answer(); // to the first question: only now the second is asked, for what is wanted now
        QTRY_COMPARE(m_server->searches().size(), 2);
        QVERIFY(m_server->searches().last().contains(QStringLiteral("q=Rio")));
        QVERIFY(m_server->searches().last().contains(QStringLiteral("brand=Kia")));
        m_server->answer();
        QTRY_VERIFY(!search.asking());
        QCOMPARE(m_server->searches().size(), 2);
    }

    void whatFailedCanBeAskedAgain()
    {
        SearchViewModel search;
        begin(search);
        m_server->status = 400;
        search.setText(QStringLiteral("Rio"));
        QTRY_COMPARE(search.phase(), client::ViewModel::Failed);
        QVERIFY(!search.asking());
        m_server->status = 200;
        search.setText(QStringLiteral("Kia"));
        QTRY_COMPARE(search.phase(), client::ViewModel::Ready);
    }

    void wordsStayWhenTheirCountFallsToNought()
    {
        SearchViewModel search;
        begin(search);
        QCOMPARE(value(search, QStringLiteral("brand"), QStringLiteral("Audi")).value(QStringLiteral("count")), 2);
        m_server->answers.insert(QStringLiteral("search"),
                                 json(R"({"items":[],"total":0,"facets":{"brand":[{"value":"Kia","count":3}]},"ranges":{}})"));
        search.toggle(QStringLiteral("brand"), QStringLiteral("Audi"));
        QTRY_COMPARE(search.total(), 0);
        const QVariantMap audi = value(search, QStringLiteral("brand"), QStringLiteral("Audi"));
        QCOMPARE(audi.value(QStringLiteral("count")), 0);
        QVERIFY(audi.value(QStringLiteral("chosen")).toBool());
    }

    void rangesAreEdgesAndBars()
    {
        SearchViewModel search;
        begin(search);
        const QVariantMap price = search.ranges().value(QStringLiteral("price")).toMap();
        QCOMPARE(price.value(QStringLiteral("stops")).toList(), (QVariantList{0.0, 500000.0, 700000.0})); // roubles
        QCOMPARE(price.value(QStringLiteral("bars")).toList(), (QVariantList{2, 1}));
        const QVariantMap year = search.ranges().value(QStringLiteral("year")).toMap();
        QCOMPARE(year.value(QStringLiteral("stops")).toList(), (QVariantList{2019, 2020, 2021}));
        QCOMPARE(year.value(QStringLiteral("bars")).toList(), (QVariantList{1, 0, 4}));
        const QVariantList days = search.steps().value(QStringLiteral("eta")).toList();
        QCOMPARE(days.first().toMap().value(QStringLiteral("count")), 1); // up to 14 days
        QCOMPARE(days.last().toMap().value(QStringLiteral("count")), 3);  // up to 60: what takes longer is not among them
    }

    void boundsAreOneChipAndGoTogether()
    {
        SearchViewModel search;
        search.setBounds(QStringLiteral("price"), 1000000, 2000000);
        QCOMPARE(search.queryText(), QStringLiteral("sort=relevance&price_from=100000000&price_to=200000000"));
        QCOMPARE(search.chips().size(), 1);
        QCOMPARE(search.bound(QStringLiteral("price_to")), 2000000);
        search.setBounds(QStringLiteral("price"), qQNaN(), 2000000);
        QVERIFY(std::isnan(search.bound(QStringLiteral("price_from"))));
        search.removeChip(QStringLiteral("price"), {});
        QCOMPARE(search.queryText(), QStringLiteral("sort=relevance"));
    }

    void conditionsInTheWordsAreChips()
    {
        m_server->answers.insert(QStringLiteral("search"), json(R"({"items":[],"total":3,"facets":{"brand":[]},"ranges":{},
            "did_you_mean":"toyota","understood":[{"start":7,"end":15,"text":"до 2 млн","conditions":{"price_to":"200000000"}},
            {"start":16,"end":25,"text":"из Японии","conditions":{"country_from":"JP"}}]})"));
        SearchViewModel search;
        search.setText(QStringLiteral("тойта до 2 млн из Японии"));
        begin(search);
        QTRY_COMPARE(search.chips().size(), 2);
        QCOMPARE(search.chips().first().toMap().value(QStringLiteral("text")), QStringLiteral("до 2 млн"));
        search.searchMeant();
        QCOMPARE(search.text(), QStringLiteral("toyota до 2 млн из Японии"));
        search.removeChip(QStringLiteral("words"), QStringLiteral("до 2 млн"));
        QCOMPARE(search.text(), QStringLiteral("toyota из Японии"));
        QCOMPARE(search.chips().size(), 1); // at once, before the server says so
        search.setBounds(QStringLiteral("price"), qQNaN(), 2000000);
        QCOMPARE(search.chips().size(), 2);
        search.clearFilters();
        QCOMPARE(search.text(), QStringLiteral("toyota"));
        QVERIFY(search.chips().isEmpty());
    }

    void modelsGoWithTheirBrand()
    {
        SearchViewModel search;
        search.open(QStringLiteral("brand=Kia&model=Rio"));
        search.removeChip(QStringLiteral("brand"), QStringLiteral("Kia"));
        QVERIFY(search.filters().isEmpty());
    }

    void nothingFoundSaysWhatToLetGo()
    {
        m_server->answers.insert(QStringLiteral("search"), json(R"({"items":[],"total":0,"facets":{},"ranges":{},
            "understood":[{"start":9,"end":17,"text":"до 2 млн","conditions":{"price_to":"200000000"}}],
            "relaxations":[{"drop":["country_from"],"words":null,"understood":null,"count":14},
                           {"drop":["price_to"],"words":null,"understood":0,"count":9},
                           {"drop":["q"],"words":"елка","understood":null,"count":5},
                           {"drop":["q"],"words":"layout","understood":null,"count":4},
                           {"drop":["q"],"words":null,"understood":null,"count":3},
                           {"drop":["brand"],"words":null,"understood":null,"count":2},
                           {"drop":["fuel"],"words":null,"understood":null,"count":0}]})"));
        SearchViewModel search;
        search.open(QStringLiteral("q=Ёлка rio до 2 млн&brand=Kia&model=Rio&country_from=JP&country_from=KR&fuel=diesel"));
        begin(search);
        QTRY_COMPARE(search.ways().size(), 5); // what is in other letters than the words has no way, nor what brings none
        const auto text = [&search](int at) { return search.ways().at(at).toMap().value(QStringLiteral("text")).toString(); };
        QCOMPARE(text(0), QStringLiteral("Japan, South Korea"));
        QCOMPARE(text(1), QStringLiteral("до 2 млн"));
        QCOMPARE(text(2), QStringLiteral("Ёлка"));
        QCOMPARE(text(3), QStringLiteral("Ёлка rio до 2 млн"));
        QCOMPARE(text(4), QStringLiteral("Kia"));
        QCOMPARE(search.ways().first().toMap().value(QStringLiteral("count")).toInt(), 14);
        QCOMPARE(m_server->searches().size(), 1); // nothing was asked for the counts
        search.letGo(4);                          // the brand alone, as it was counted
        QVERIFY(!search.filters().contains(QStringLiteral("brand")));
        QVERIFY(search.filters().contains(QStringLiteral("model")));
        QTRY_VERIFY(!search.asking());
        search.letGo(1);
        QCOMPARE(search.text(), QStringLiteral("Ёлка rio"));
        m_server->answers.insert(QStringLiteral("search"), json(R"({"items":[{"id":"a"}],"total":1,"facets":{},"ranges":{}})"));
        QTRY_VERIFY(!search.asking());
        QTRY_VERIFY(search.ways().isEmpty());
    }

    // They are beside the hits: not counted, and gone with the next answer. Their hearts are those of the page.
    void whatMeansTheLikeStandsBeside()
    {
        m_server->answers.insert(QStringLiteral("search"), json(R"({"items":[{"id":"a"}],"total":1,
            "similar":[{"id":"b","favourite":false},{"id":"c","favourite":false}]})"));
        SearchViewModel search;
        search.setText(QStringLiteral("без салона"));
        begin(search);
        QTRY_COMPARE(search.similar()->count(), 2);
        QCOMPARE(search.model()->count(), 1);
        QCOMPARE(search.total(), 1);
        search.toggleFavourite(QStringLiteral("c"), true);
        QCOMPARE(search.similar()->row(1).value(QStringLiteral("favourite")).toBool(), true);
        QCOMPARE(search.similar()->row(0).value(QStringLiteral("favourite")).toBool(), false);
        m_server->answers.insert(QStringLiteral("search"), json(R"({"items":[{"id":"a"},{"id":"d"}],"total":2})"));
        search.setText(QStringLiteral("салон"));
        QTRY_COMPARE(search.model()->count(), 2);
        QCOMPARE(search.similar()->count(), 0);
    }

    void contradictionsAreSaid()
    {
        m_server->answers.insert(QStringLiteral("search"), json(R"({"items":[],"total":0,"contradictions":["price"],
            "relaxations":[{"drop":["price_from","price_to"],"words":null,"understood":null,"count":7}]})"));
        SearchViewModel search;
        search.open(QStringLiteral("price_from=300&price_to=200"));
        begin(search);
        QTRY_VERIFY(search.contradiction());
        QCOMPARE(search.ways().size(), 1);
        search.letGo(0);
        QVERIFY(search.filters().isEmpty());
    }

    // The reasons are those of the page that the car came with.
    void reasonsAreAskedOfTheRightPage()
    {
        m_server->answers.insert(QStringLiteral("search"),
                                 json(R"({"items":[{"id":"a"},{"id":"b"}],"total":3,"next_cursor":"c1"})"));
        m_server->answers.insert(QStringLiteral("search?q=x&sort=relevance&facets=none&cursor=c1"),
                                 json(R"({"items":[{"id":"c"}],"total":3})"));
        SearchViewModel search;
        search.open(QStringLiteral("q=x"));
        begin(search);
        QTRY_COMPARE(search.model()->count(), 2);
        search.loadMore();
        QTRY_COMPARE(search.model()->count(), 3);
        QCOMPARE(search.whyQuery(QStringLiteral("b")), QStringLiteral("q=x&sort=relevance&facets=none&explain=1"));
        QCOMPARE(search.whyQuery(QStringLiteral("c")), QStringLiteral("q=x&sort=relevance&facets=none&explain=1&cursor=c1"));
    }

    void saysWhyInWords()
    {
        m_server->answers.insert(QStringLiteral("search"), json(R"({"items":[{"id":"b"},{"id":"a","why":{"sorted_by":null,
            "score":3.5,"factors":[{"code":"word","points":2.004,"typed":"камри","matched":"camry","how":"synonym","field":"model"},
                                   {"code":"freshness","points":1.003,"most":1.95,"age_days":3},
                                   {"code":"driver","points":0.493,"most":0.98,"rating":null}],
            "lifts":[{"code":"driver","points":0.2,"to":4.9,"passes_above":true},{"code":"term","points":0.001,"to":14,"passes_above":false}],
            "moved_down":{"same":"driver","most":3},"promoted":false}}],"total":2})"));
        WhyViewModel why;
        why.setClient(m_client.get());
        why.classBegin();
        why.componentComplete();
        why.ask(QStringLiteral("q=x&explain=1"), QStringLiteral("a"));
        QTRY_COMPARE(why.phase(), client::ViewModel::Ready);
        QVERIFY(m_server->searches().last().contains(QStringLiteral("explain=1")));
        const QVariantList factors = why.factors();
        QCOMPARE(factors.size(), 3);
        const auto of = [](const QVariant &row, const char *name) { return row.toMap().value(QLatin1String(name)); };
        QCOMPARE(of(factors[0], "points").toInt(), 200);
        QCOMPARE(of(factors[0], "share").toDouble(), 1.0);
        QVERIFY(of(factors[0], "detail").toString().contains(QStringLiteral("camry")));
        QCOMPARE(of(factors[2], "detail").toString(), QStringLiteral("no reviews yet"));
        QVERIFY(why.summary().startsWith(QStringLiteral("349 "))); // the sum of what is shown
        QCOMPARE(why.lifts().size(), 1);                           // what gives no point is not said
        QVERIFY(of(why.lifts()[0], "passes").toBool());
        QVERIFY(why.movedDown().contains(QLatin1Char('3')));
        // Gone from the page meanwhile.
        why.ask(QStringLiteral("q=x&explain=1"), QStringLiteral("c"));
        QTRY_COMPARE(why.phase(), client::ViewModel::Empty);
        QVERIFY(why.factors().isEmpty() && why.summary().isEmpty() && why.movedDown().isEmpty());
        // An order that was chosen: the value alone.
        m_server->answers.insert(QStringLiteral("search"), json(R"({"items":[{"id":"a","why":{"sorted_by":"price","score":0,
            "factors":[],"lifts":[],"moved_down":null,"promoted":false}}],"total":1})"));
        why.ask(QStringLiteral("sort=price_asc&explain=1"), QStringLiteral("a"));
        QTRY_VERIFY(why.summary().contains(QStringLiteral("Only the price counts")));
    }

    void suggestionsAreForWhatIsTypedNow()
    {
        m_server->answers.insert(QStringLiteral("suggest?q=To&limit=6"), json(R"({"items":[{"text":"Toyota","count":48}]})"));
        SearchViewModel search;
        begin(search);
        search.suggest(QStringLiteral("T"));
        search.suggest(QStringLiteral("To"));
        QTRY_COMPARE(search.suggestions().size(), 1);
        QCOMPARE(m_server->asked.filter(QStringLiteral("suggest")).size(), 1);
        search.suggest({});
        QVERIFY(search.suggestions().isEmpty());
    }

    void comparesAndSaysWhatIsMissing()
    {
        m_server->answers.insert(QStringLiteral("compare"), json(R"({"items":[{"id":"a"},{"id":"b"}],"missing":["c"],"rows":[
            {"field":"price","values":[{"amount":300,"currency":"RUB"},{"amount":200,"currency":"RUB"}],"differs":true,"missing":0},
            {"field":"year","values":[2020,2020],"differs":false,"missing":0},
            {"field":"power_hp","values":[null,150],"differs":false,"missing":1},
            {"field":"engine_cc","values":[null,null],"differs":false,"missing":2}]})"));
        CompareViewModel compare;
        compare.setClient(m_client.get());
        compare.setIds({QStringLiteral("a")});
        compare.componentComplete();
        QCOMPARE(compare.phase(), client::ViewModel::Empty); // one alone is no comparison
        compare.setIds({QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")});
        QTRY_COMPARE(compare.phase(), client::ViewModel::Ready);
        QVERIFY(m_server->asked.last().contains(QStringLiteral("ids=a,b,c")));
        QCOMPARE(compare.gone(), 1);
        const QVariantList rows = compare.rows();
        QCOMPARE(rows.size(), 3); // of the engine nobody says anything
        QCOMPARE(rows.at(0).toMap().value(QStringLiteral("best")), 1);
        QCOMPARE(rows.at(1).toMap().value(QStringLiteral("best")), -1); // both the same
        QVERIFY(!rows.at(1).toMap().value(QStringLiteral("differs")).toBool());
        QCOMPARE(rows.at(2).toMap().value(QStringLiteral("values")).toStringList().first(), QString());
        QVERIFY(rows.at(2).toMap().value(QStringLiteral("differs")).toBool());
    }

private:
    void begin(SearchViewModel &search)
    {
        search.setClient(m_client.get());
        search.componentComplete();
        QTRY_VERIFY(!search.asking());
    }
    std::unique_ptr<QTemporaryDir> m_folder;
    HeldServer *m_server = nullptr; // owned by the client
    std::unique_ptr<client::Client> m_client;
};

QTEST_MAIN(TestSearchPage)
#include "tst_search_page.moc"
