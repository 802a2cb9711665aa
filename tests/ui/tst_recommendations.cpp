// Recommended cars say why, and the switch really asks for other ones.
#include "qml/client/client.h"
#include "qml/listings/listing_words.h"
#include "qml/listings/listings_view_models.h"

#include <QFile>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <QUrlQuery>

#include "tests/paths.h"

using namespace cargo;
using namespace cargo::listings;

namespace {
class Remembering : public client::Transport
{
public:
    void send(const client::HttpRequest &request, std::function<void(const client::HttpAnswer &)> done) override
    {
        paths.append(request.url.path());
        if (request.url.path().endsWith(QLatin1String("00100"))) {
            QTimer::singleShot(0, [done = std::move(done)] {
                done({200, R"({"id":"01936000-0000-7000-8000-000000000100","brand":"Kia","model":"Rio"})"});
            });
            return;
        }
        asked.append(QUrlQuery(request.url).queryItemValue(QStringLiteral("personal")));
        const client::HttpAnswer answer{
            200,
            R"({"items":[{"id":"a","brand":"Kia","model":"Rio","year":2020,"reason":{"code":"matches_search"}}],"next_cursor":null})"};
        QTimer::singleShot(0, [answer, done = std::move(done)] { done(answer); });
    }
    QStringList asked;
    QStringList paths;
};
} // namespace

class TestRecommendations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyReasonOfTheContractHasWords()
    {
        QFile contract(test::sourceDir() + QStringLiteral("/docs/openapi.yaml"));
        QVERIFY(contract.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(contract.readAll());
        int codes = 0;
        for (const char *schema : {"RecommendationReason:", "SimilarCard:"}) {
            const qsizetype at = text.indexOf(QStringLiteral("    ") + QLatin1String(schema));
            QVERIFY2(at > 0, schema);
            const auto words = QRegularExpression(QStringLiteral("enum: \\[([^]]*)\\]")).match(text, at).captured(1);
            const QStringList list = words.split(QRegularExpression(QStringLiteral("[, ]+")), Qt::SkipEmptyParts);
            for (const QString &code : list) {
                QVERIFY2(!reasonText({{QStringLiteral("code"), code}}).isEmpty(), qPrintable(code));
                ++codes;
            }
        }
        QCOMPARE(codes, 11);
        QCOMPARE(reasonText({{QStringLiteral("code"), QStringLiteral("of a later server")}}), QString());
        QCOMPARE(reasonText({}), QString());
    }

    void theDifferenceOfThePriceIsSaid()
    {
        const auto text = [](int percent) {
            return reasonText(
                {{QStringLiteral("code"), QStringLiteral("same_model")}, {QStringLiteral("price_difference_percent"), percent}});
        };
        QVERIFY(text(7).contains(QStringLiteral("dearer by 7")));
        QVERIFY(text(-12).contains(QStringLiteral("cheaper by 12")));
        QCOMPARE(text(0), QStringLiteral("the same model"));
    }

    void theSwitchAsksForOtherCars()
    {
        const QTemporaryDir folder;
        auto *server = new Remembering;
        client::Client client(std::unique_ptr<client::Transport>(server), folder.path());
        RecommendationsViewModel picks;
        picks.setClient(&client);
        picks.componentComplete();
        QTRY_COMPARE(picks.model()->count(), 1);
        QVERIFY(!picks.model()->get(0).value(QStringLiteral("reason")).toString().isEmpty());
        client.settings()->setTheme(QStringLiteral("dark")); // no business of this list
        client.settings()->setPersonalPicks(false);
        QTRY_COMPARE(server->asked, (QStringList{QStringLiteral("1"), QStringLiteral("0")}));
    }

    void aLookCountsAfterAWhileAndOnlyForWhoWantsIt()
    {
        QTemporaryDir folder;
        auto *server = new Remembering;
        client::Client client(std::unique_ptr<client::Transport>(server), folder.path());
        client.behaviour()->setIdleMs(0);
        const auto looks = [server] { return server->paths.filter(QStringLiteral("/events")).size(); };
        const auto lookAt = [&client](ListingViewModel &car) {
            car.setClient(&client);
            car.setProperty("listingId", QStringLiteral("01936000-0000-7000-8000-000000000100"));
            car.componentComplete();
        };
        client.session()->accept({{QStringLiteral("access_token"), QStringLiteral("t")},
                                  {QStringLiteral("refresh_token"), QStringLiteral("r")},
                                  {QStringLiteral("user"),
                                   QJsonObject{{QStringLiteral("id"), QStringLiteral("01936000-0000-7000-8000-000000000001")}}}});
        {
            ListingViewModel glance;
            lookAt(glance);
            QTest::qWait(200);
        }
        client.settings()->setPersonalPicks(false);
        ListingViewModel refused;
        lookAt(refused);
        QTest::qWait(3300);
        QCOMPARE(looks(), 0);
        client.settings()->setPersonalPicks(true);
        ListingViewModel look;
        lookAt(look);
        QTRY_COMPARE(looks(), 1);
        look.reload(); // the same car again
        QTest::qWait(3300);
        QCOMPARE(looks(), 1);
    }
};

QTEST_MAIN(TestRecommendations)
#include "tst_recommendations.moc"
