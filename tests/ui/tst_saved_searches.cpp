// Kept searches: what is asked for, what is shown, and that a search survives being kept.
#include "qml/client/client.h"
#include "qml/listings/saved_searches_view_model.h"
#include "qml/listings/search_view_model.h"

#include <QAbstractItemModelTester>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

using namespace cargo;
using namespace cargo::listings;

namespace {
// Keeps searches as the server does.
class KeptOnServer : public client::Transport
{
public:
    void send(const client::HttpRequest &request, std::function<void(const client::HttpAnswer &)> done) override
    {
        client::HttpAnswer answer{200, "{}"};
        const QString path = request.url.path();
        if (request.method == "POST") {
            const QString query = QJsonDocument::fromJson(request.body).object().value(QLatin1String("query")).toString();
            const bool already = queries.contains(query);
            if (!already)
                queries.append(query);
            answer = {refuse ? 422 : already ? 200 : 201, refuse ? QByteArray(R"({"code":"too_many"})") : QByteArray("{}")};
        } else if (request.method == "DELETE") {
            queries.removeAt(path.section(QLatin1Char('/'), -1).toInt());
            answer = {204, {}};
        } else if (path.endsWith(QLatin1String("saved-searches"))) {
            QJsonArray items;
            for (int i = 0; i < queries.size(); ++i)
                items.append(QJsonObject{{QStringLiteral("id"), QString::number(i)},
                                         {QStringLiteral("name"), QString()},
                                         {QStringLiteral("query"), queries.at(i)}});
            answer.body = QJsonDocument(QJsonObject{{QStringLiteral("items"), items}}).toJson();
        }
        QTimer::singleShot(0, [answer, done = std::move(done)] { done(answer); });
    }
    QStringList queries;
    bool refuse = false;
};

const QByteArray kSession = R"({"access_token":"a","refresh_token":"r","expires_in":900,"user":{"id":"u","role":"buyer"}})";
} // namespace

class TestSavedSearches : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSearchSurvivesBeingKept_data()
    {
        QTest::addColumn<QString>("query");
        QTest::newRow("nothing") << QStringLiteral("sort=relevance");
        QTest::newRow("words and order") << QStringLiteral("q=RAV4%20%D0%B3%D0%B8%D0%B1%D1%80%D0%B8%D0%B4&sort=price_asc");
        QTest::newRow("facets that repeat") << QStringLiteral("sort=relevance&brand=Honda&brand=Toyota&country_from=JP");
        QTest::newRow("ranges") << QStringLiteral(
            "sort=newest&mileage_to=60000&price_from=100000000&price_to=280000000&year_from=2018");
        QTest::newRow("signs of the URL") << QStringLiteral("q=a%26b%3Dc%2Bd%25&sort=relevance");
    }
    void aSearchSurvivesBeingKept()
    {
        QFETCH(QString, query);
        SearchViewModel search;
        search.open(query);
        QCOMPARE(search.queryText(), query);
    }

    void whatIsNoConditionIsPassedOver()
    {
        const auto conditions = SearchConditions::of(QStringLiteral("brand=Kia&limit=5&cursor=x&facets=none"));
        QCOMPARE(conditions.filters, (QVariantMap{{QStringLiteral("brand"), QStringList{QStringLiteral("Kia")}}}));
    }

    void keepsShowsAndGivesUp()
    {
        const QTemporaryDir folder;
        auto *server = new KeptOnServer;
        client::Client client(std::unique_ptr<client::Transport>(server), folder.path());
        client.session()->accept(QJsonDocument::fromJson(kSession).object());
        SavedSearchesViewModel kept;
        const QAbstractItemModelTester tester(kept.model());
        kept.setClient(&client);
        kept.componentComplete();
        QTRY_COMPARE(kept.phase(), client::ViewModel::Empty);
        QSignalSpy saved(&kept, &SavedSearchesViewModel::saved);
        kept.save(QStringLiteral("q=RAV4&price_to=280000000"));
        QTRY_COMPARE(kept.model()->count(), 1);
        QCOMPARE(kept.model()->get(0).value(QStringLiteral("title")).toString(), QStringLiteral("RAV4"));
        QVERIFY(kept.model()->get(0).value(QStringLiteral("detail")).toString().contains(QStringLiteral("800")));
        QVERIFY(!saved.takeFirst().first().toBool());
        kept.save(QStringLiteral("q=RAV4&price_to=280000000"));
        QTRY_COMPARE(saved.count(), 1);
        QVERIFY(saved.takeFirst().first().toBool()); // kept already
        kept.drop(QStringLiteral("0"));
        QTRY_COMPARE(kept.phase(), client::ViewModel::Empty);
        QCOMPARE(server->queries, QStringList());
    }

    void aRefusalIsToldAndKeepsTheList()
    {
        const QTemporaryDir folder;
        auto *server = new KeptOnServer;
        server->queries = {QStringLiteral("brand=Kia")};
        server->refuse = true;
        client::Client client(std::unique_ptr<client::Transport>(server), folder.path());
        client.session()->accept(QJsonDocument::fromJson(kSession).object());
        SavedSearchesViewModel kept;
        kept.setClient(&client);
        kept.componentComplete();
        QTRY_COMPARE(kept.model()->count(), 1);
        QSignalSpy failed(&kept, &SavedSearchesViewModel::failed);
        kept.save(QStringLiteral("brand=Audi"));
        QTRY_COMPARE(failed.count(), 1);
        QVERIFY(!failed.first().first().toString().isEmpty());
        QCOMPARE(kept.model()->count(), 1);
    }

    void aGuestIsNotAskedFor()
    {
        const QTemporaryDir folder;
        client::Client client(std::make_unique<KeptOnServer>(), folder.path());
        SavedSearchesViewModel kept;
        kept.setClient(&client);
        kept.componentComplete();
        QTRY_COMPARE(kept.phase(), client::ViewModel::Empty);
    }
};

QTEST_MAIN(TestSavedSearches)
#include "tst_saved_searches.moc"
