// The search: how often it asks, what it keeps in sight, what it says when nothing fits; and cars side by side.
#include "qml/client/client.h"
#include "qml/listings/compare_view_model.h"
#include "qml/listings/search_view_model.h"

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
        m_server->answers.insert(QStringLiteral("search"), json(R"({"items":[],"total":0,"facets":{},"ranges":{}})"));
        const auto total = [this](const char *query, int count) {
            m_server->answers.insert(QStringLiteral("facets?") + QLatin1String(query),
                                     QJsonObject{{QStringLiteral("total"), count}});
        };
        total("sort=relevance&brand=Kia", 5);
        total("q=x&sort=relevance", 9); // without the brand
        SearchViewModel search;
        search.open(QStringLiteral("q=x&brand=Kia&sort=relevance"));
        begin(search);
        QTRY_COMPARE(search.ways().size(), 2);
        QCOMPARE(search.ways().first().toMap().value(QStringLiteral("facet")).toString(), QStringLiteral("brand")); // most cars
        QCOMPARE(search.ways().last().toMap().value(QStringLiteral("count")), 5);
        search.setText({}); // what is let go is no longer offered
        QTRY_VERIFY(!search.asking());
        QTRY_VERIFY(search.ways().isEmpty());
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
