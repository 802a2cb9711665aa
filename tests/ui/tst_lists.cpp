// Lists in the real app against answers of the test: reviews that come page by page, kept cars in the order one chooses.
#include "qml/shell/quick_app.h"
#include "tests/ui/rig/scripted_transport.h"
#include "tests/ui/shots/fixture_transport.h"
#include "tests/ui/shots/ui_checks.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QQuickItem>
#include <QQuickWindow>
#include <QTemporaryDir>
#include <QTest>
#include <QUrlQuery>

using namespace cargo;

class TestLists : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void reviewsComePageByPage();
    void keptCarsInOrder();

private:
    client::HttpAnswer answer(const client::HttpRequest &request) const;
    QQuickItem *item(const QString &name) const { return shots::findItem(m_window->contentItem(), name); }
    void go(const char *page, const QVariantMap &params = {})
    {
        QMetaObject::invokeMethod(m_app->navigation(), "go", Q_ARG(QVariant, QString::fromLatin1(page)), Q_ARG(QVariant, params));
    }
    void press(const QString &name) const { QMetaObject::invokeMethod(item(name), "clicked"); }
    std::unique_ptr<QTemporaryDir> m_folder;
    test::Scripted *m_server = nullptr; // the client's
    std::unique_ptr<client::Client> m_client;
    std::unique_ptr<shell::QuickApp> m_app;
    QQuickWindow *m_window = nullptr;
    bool m_refuse = false;
};

client::HttpAnswer TestLists::answer(const client::HttpRequest &request) const
{
    const QString path = request.url.path();
    const QUrlQuery query(request.url);
    if (path.endsWith(QLatin1String("/reviews"))) {
        if (m_refuse)
            return {500, R"({"code":"internal","status":500,"title":"","detail":""})", false, 0};
        const bool low = query.queryItemValue(QStringLiteral("rating")) == QLatin1String("low");
        const QString cursor = query.queryItemValue(QStringLiteral("cursor"), QUrl::FullyDecoded);
        const int from = cursor.isEmpty() ? 0 : cursor == QLatin1String("next+page=") ? 10 : 1000;
        const int to = low ? 2 : from + 10 < 13 ? from + 10 : 13;
        QJsonArray items;
        for (int at = from; at < to; ++at)
            items.append(QJsonObject{{QStringLiteral("id"), QStringLiteral("review-%1-%2").arg(low).arg(at)},
                                     {QStringLiteral("author_name"), QStringLiteral("Author %1").arg(at)},
                                     {QStringLiteral("rating"), low ? 2 : 5},
                                     {QStringLiteral("comment"), QStringLiteral("Words %1").arg(at)},
                                     {QStringLiteral("created_at"), QStringLiteral("2026-11-01T10:00:00.000Z")}});
        return {200,
                QJsonDocument(QJsonObject{{QStringLiteral("items"), items},
                                          {QStringLiteral("next_cursor"),
                                           to == 10 ? QJsonValue(QStringLiteral("next+page=")) : QJsonValue(QJsonValue::Null)}})
                    .toJson(),
                false, 0};
    }
    if (path.endsWith(QLatin1String("/me/favourites"))) {
        // Newest kept first: dear and fallen most, cheap and dearer, gone.
        const auto car = [](const char *id, int price, int kept, const char *status) {
            const auto rub = [](int amount) {
                return QJsonObject{{QStringLiteral("amount"), amount}, {QStringLiteral("currency"), QStringLiteral("RUB")}};
            };
            return QJsonObject{{QStringLiteral("id"), QLatin1String(id)},
                               {QStringLiteral("brand"), QStringLiteral("Kia")},
                               {QStringLiteral("model"), QLatin1String(id)},
                               {QStringLiteral("year"), 2020},
                               {QStringLiteral("price"), rub(price)},
                               {QStringLiteral("kept_price"), rub(kept)},
                               {QStringLiteral("status"), QLatin1String(status)},
                               {QStringLiteral("favourite"), true}};
        };
        const QJsonArray items{car("gone", 100000000, 900000000, "archived"), car("cheap", 120000000, 110000000, "published"),
                               car("fallen", 300000000, 350000000, "published"), car("same", 200000000, 200000000, "published")};
        return {200, QJsonDocument(QJsonObject{{QStringLiteral("items"), items}, {QStringLiteral("next_cursor"), {}}}).toJson(),
                false, 0};
    }
    if (path.contains(QLatin1String("/users/")) && !path.endsWith(QLatin1String("/listings")))
        return {200, shots::FixtureTransport::fixture(QStringLiteral("driver")), false, 0};
    return {200, R"({"items":[],"total":0,"next_cursor":null})", false, 0};
}

void TestLists::init()
{
    m_refuse = false;
    m_folder = std::make_unique<QTemporaryDir>();
    auto transport = std::make_unique<test::Scripted>([this](const client::HttpRequest &request) { return answer(request); });
    m_server = transport.get();
    m_client = std::make_unique<client::Client>(std::move(transport), m_folder->path());
    m_client->settings()->setLanguage(QStringLiteral("en"));
    m_client->settings()->setReducedMotion(true);
    m_client->settings()->setWelcomed(true);
    m_client->session()->accept(QJsonDocument::fromJson(shots::FixtureTransport::fixture(QStringLiteral("auth"))).object());
    m_app = std::make_unique<shell::QuickApp>(m_client.get(), QStringLiteral("CarGo/Buyer"));
    QVERIFY(m_app->load());
    m_window = qobject_cast<QQuickWindow *>(m_app->engine()->rootObjects().first());
}

void TestLists::cleanup()
{
    m_app.reset();
    m_client.reset();
}

void TestLists::reviewsComePageByPage()
{
    go("driver", {{QStringLiteral("userId"), QStringLiteral("01936000-0000-7000-8000-000000000901")}});
    QTRY_VERIFY(item(QStringLiteral("review.9")));
    QVERIFY(!item(QStringLiteral("review.10")));
    QTRY_VERIFY(item(QStringLiteral("driver.more")));

    // A page that fails takes nothing away, and the next press asks for the same one.
    m_refuse = true;
    press(QStringLiteral("driver.more"));
    QTRY_VERIFY(!item(QStringLiteral("driver.more")));
    m_refuse = false;
    QVERIFY(item(QStringLiteral("review.9")));
    QObject *vm = nullptr;
    shots::walk(m_window->contentItem(), [&vm](QQuickItem *one) {
        if (QObject *found = one->property("person").value<QObject *>())
            vm = found;
    });
    QVERIFY(vm);
    QTRY_VERIFY(!vm->property("reviewsError").toString().isEmpty());
    QMetaObject::invokeMethod(vm, "loadReviews"); // as the banner does
    QTRY_VERIFY(item(QStringLiteral("review.12")));
    QVERIFY(!item(QStringLiteral("review.13")));
    QVERIFY(!item(QStringLiteral("driver.more"))); // there are no more
    QCOMPARE(item(QStringLiteral("review.0"))->property("author").toString(), QStringLiteral("Author 0"));
    QCOMPARE(item(QStringLiteral("review.12"))->property("author").toString(), QStringLiteral("Author 12"));

    // Another choice begins anew.
    press(QStringLiteral("driver.filter.low"));
    QTRY_VERIFY(!item(QStringLiteral("review.2")));
    QTRY_COMPARE(item(QStringLiteral("review.1"))->property("rating").toInt(), 2);
    QVERIFY(!item(QStringLiteral("driver.more")));
}

void TestLists::keptCarsInOrder()
{
    go("favourites");
    QTRY_VERIFY(item(QStringLiteral("listing.same")));
    const auto order = [this] {
        auto *model = item(QStringLiteral("favourites.grid"))->property("model").value<QAbstractItemModel *>();
        const int role = model->roleNames().key("listingId");
        QStringList ids;
        for (int row = 0; row < model->rowCount(); ++row)
            ids << model->data(model->index(row, 0), role).toString();
        return ids;
    };
    const QString gone = QStringLiteral("gone"), cheap = QStringLiteral("cheap"), fallen = QStringLiteral("fallen"),
                  same = QStringLiteral("same");
    QCOMPARE(order(), QStringList({gone, cheap, fallen, same}));
    press(QStringLiteral("favourites.sort.fallen"));
    QTRY_COMPARE(order(), QStringList({fallen, same, cheap, gone})); // what cannot be bought comes last
    press(QStringLiteral("favourites.sort.price"));
    QTRY_COMPARE(order(), QStringList({cheap, same, fallen, gone}));
    press(QStringLiteral("favourites.sort.kept"));
    QTRY_COMPARE(order(), QStringList({gone, cheap, fallen, same}));
    QTRY_COMPARE(item(QStringLiteral("favourites.note"))->property("text").toString(),
                 QStringLiteral("1 became cheaper since you kept it · 1 is not offered any more"));
}

QTEST_MAIN(TestLists)
#include "tst_lists.moc"
