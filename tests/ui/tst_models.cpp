// The list models keep the contract of QAbstractItemModel under every change that the apps make.
#include "fixture_app.h"
#include "qml/chat/chat_view_model.h"
#include "qml/chat/conversations_view_model.h"
#include "qml/client/photo_uploads.h"
#include "qml/deals/deal_view_models.h"
#include "qml/listings/driver_view_model.h"
#include "qml/listings/vin_words.h"
#include "qml/listings/search_view_model.h"
#include "qml/profile/profile_view_models.h"

#include <QAbstractItemModelTester>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTest>

using namespace cargo;
using cargo::client::RowModel;

class TestModels : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void syncKeepsWhatStays_data();
    void syncKeepsWhatStays();
    void appendLeavesKnownRowsOut();
    void updateTellsOnlyRealChanges();
    void strangeRolesAndRowsGiveNothing();
    void randomHistoriesEndRight();
    void carsShowWhatTheServerSaid_data();
    void carsShowWhatTheServerSaid();
    void everyModelOfTheAppsHolds();
    void vinTellsWhatToAsk_data();
    void vinTellsWhatToAsk();
};

namespace {

QVariantMap row(const QString &key, int value = 0) { return {{QStringLiteral("key"), key}, {QStringLiteral("value"), value}}; }

QList<QVariantMap> rows(const QString &keys)
{
    QList<QVariantMap> list;
    for (const QChar key : keys)
        list.append(row(QString(key), key.unicode()));
    return list;
}

QString keysOf(const RowModel &model)
{
    QString keys;
    for (int at = 0; at < model.count(); ++at)
        keys += model.data(model.index(at), Qt::UserRole + 1).toString();
    return keys;
}

const QStringList kRoles{QStringLiteral("key"), QStringLiteral("value")};

} // namespace

void TestModels::syncKeepsWhatStays_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::newRow("fill") << ""
                          << "abc";
    QTest::newRow("empty") << "abc"
                           << "";
    QTest::newRow("same") << "abc"
                          << "abc";
    QTest::newRow("newest first") << "abc"
                                  << "xabc";
    QTest::newRow("to the top") << "abcd"
                                << "dabc";
    QTest::newRow("to the end") << "abcd"
                                << "bcda";
    QTest::newRow("turned") << "abcdef"
                            << "fedcba";
    QTest::newRow("others") << "abc"
                            << "xyz";
    QTest::newRow("mixed") << "abcdef"
                           << "gcahf";
}

void TestModels::syncKeepsWhatStays()
{
    QFETCH(QString, before);
    QFETCH(QString, after);
    RowModel model(kRoles);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.reset(rows(before));
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    model.sync(rows(after));
    QCOMPARE(keysOf(model), after);
    QCOMPARE(resets.count(), 0); // a reset would lose the place on the screen
}

void TestModels::appendLeavesKnownRowsOut()
{
    RowModel model(kRoles);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.reset(rows(QStringLiteral("abc")));
    QSignalSpy counts(&model, &RowModel::countChanged);
    model.append(rows(QStringLiteral("bcd")));
    QCOMPARE(keysOf(model), QStringLiteral("abcd"));
    model.append(rows(QStringLiteral("ad")));
    QCOMPARE(counts.count(), 1);
}

void TestModels::updateTellsOnlyRealChanges()
{
    RowModel model(kRoles);
    model.reset(rows(QStringLiteral("ab")));
    QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    model.update(1, row(QStringLiteral("b"), 'b'));
    QCOMPARE(changes.count(), 0);
    model.update(1, row(QStringLiteral("b"), 7));
    QCOMPARE(changes.count(), 1);
    QCOMPARE(model.data(model.index(1), Qt::UserRole + 2).toInt(), 7);
}

void TestModels::strangeRolesAndRowsGiveNothing()
{
    RowModel model(kRoles);
    model.reset(rows(QStringLiteral("a")));
    QVERIFY(!model.data(model.index(0), Qt::DisplayRole).isValid());
    QVERIFY(!model.data(model.index(0), Qt::UserRole + 9).isValid());
    QVERIFY(!model.data(model.index(5), Qt::UserRole + 1).isValid());
    QVERIFY(model.get(-1).isEmpty());
    QCOMPARE(model.find(QStringLiteral("z")), -1);
}

void TestModels::randomHistoriesEndRight()
{
    std::srand(7);
    RowModel model(kRoles);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    for (int round = 0; round < 300; ++round) {
        QString wanted;
        for (char16_t key = 'a'; key < 'k'; ++key) {
            if (std::rand() % 2)
                wanted.insert(wanted.isEmpty() ? 0 : std::rand() % wanted.size(), QChar(key));
        }
        model.sync(rows(wanted));
        QCOMPARE(keysOf(model), wanted);
    }
}

void TestModels::carsShowWhatTheServerSaid_data()
{
    QTest::addColumn<QString>("file");
    for (const char *name : {"search", "favourites", "recommendations", "similar"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

// A list keeps little of a car; all that a card shows comes out of it again, in either language.
void TestModels::carsShowWhatTheServerSaid()
{
    QFETCH(QString, file);
    shots::FixtureApp app(shots::everyPage().front());
    client::Client &client = app.client();
    const QJsonArray cars =
        QJsonDocument::fromJson(shots::FixtureTransport::fixture(file)).object().value(QLatin1String("items")).toArray();
    QVERIFY(!cars.isEmpty());
    listings::ListingModel model;
    model.setItems(&client, cars, false);
    QCOMPARE(model.count(), int(cars.size()));
    QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    for (const char *language : {"ru", "en"}) {
        client.settings()->setLanguage(QLatin1String(language));
        shots::settle(20);
        model.retranslate();
        for (int at = 0; at < model.count(); ++at)
            QCOMPARE(model.get(at), listings::ListingModel::rowOf(client.api(), cars.at(at).toObject()));
    }
    QCOMPARE(changes.count(), 2); // a change of all rows is told once
    model.setFavourite(model.get(0).value(QStringLiteral("listingId")).toString(),
                       !model.get(0).value(QStringLiteral("favourite")).toBool());
    QCOMPARE(changes.count(), 3);
    QVERIFY(model.get(0) != listings::ListingModel::rowOf(client.api(), cars.at(0).toObject()));
}

// The models of the screens, fed by answers from files, changed as the screens change them, in both languages.
void TestModels::everyModelOfTheAppsHolds()
{
    using Tester = QAbstractItemModelTester;
    shots::FixtureApp app(shots::everyPage().front());
    QVERIFY(app.ok());
    client::Client *client = &app.client();
    const QString id = QStringLiteral("01936000-0000-7000-8000-000000000400");
    listings::SearchViewModel search;
    listings::FavouritesViewModel favourites;
    listings::HomeViewModel home;
    listings::ListingViewModel listing;
    listing.setProperty("listingId", id);
    listings::DriverViewModel driver;
    driver.setProperty("userId", id);
    deals::DealsViewModel deals;
    deals::DealViewModel deal;
    deal.setProperty("dealId", id);
    chat::ConversationsViewModel conversations;
    chat::ChatViewModel chat;
    chat.setProperty("conversationId", id);
    profile::SessionsViewModel sessions;
    profile::NotificationsViewModel notifications;
    client::PhotoUploads uploads;
    const std::vector<RowModel *> models = {
        search.model(),   favourites.model(), home.model(),          listing.reviews(), listing.similar(),
        driver.reviews(), driver.cars(),      deals.model(),         deal.timeline(),   conversations.model(),
        chat.model(),     sessions.model(),   notifications.model(), &uploads};
    std::vector<std::unique_ptr<Tester>> testers;
    for (RowModel *model : models)
        testers.push_back(std::make_unique<Tester>(model, Tester::FailureReportingMode::QtTest));
    const std::vector<client::ViewModel *> screens = {&search, &favourites,    &home, &listing,  &driver,       &deals,
                                                      &deal,   &conversations, &chat, &sessions, &notifications};
    for (client::ViewModel *screen : screens) {
        screen->setClient(client);
        screen->componentComplete();
    }
    uploads.setClient(client);
    for (size_t at = 0; at + 1 < models.size(); ++at)
        QTRY_VERIFY2(models[at]->count() > 0, qPrintable(QString::number(at)));

    search.toggleFavourite(search.model()->get(1).value(QStringLiteral("listingId")).toString(), true);
    search.setSort(QStringLiteral("price_asc"));
    favourites.reload();
    home.loadMore();
    listing.toggleAround(listing.similar()->get(0).value(QStringLiteral("listingId")).toString(), true);
    driver.setFilter(QStringLiteral("low"));
    chat.writer()->setText(QStringLiteral("one more"));
    chat.writer()->send();
    notifications.readAll();
    uploads.add({QUrl::fromLocalFile(QStringLiteral("/nowhere/no.jpg"))});
    QCOMPARE(uploads.get(0).value(QStringLiteral("state")).toString(), QStringLiteral("failed"));
    uploads.drop(uploads.get(0).value(QStringLiteral("key")).toString());
    client->settings()->setLanguage(QStringLiteral("en"));
    shots::settle(50);
    const QString place = home.model()->get(0).value(QStringLiteral("route")).toString();
    QVERIFY2(place.contains(QLatin1String("Japan")), qPrintable(place));
    client->session()->signOut();
    QTRY_COMPARE(chat.model()->rowCount({}), chat.model()->count());
    QTRY_COMPARE(deals.model()->count(), 0);
    QTRY_COMPARE(conversations.model()->count(), 0);
    QTRY_COMPARE(favourites.model()->count(), 0);
}

void TestModels::vinTellsWhatToAsk_data()
{
    QTest::addColumn<QString>("vin");
    QTest::addColumn<int>("year");
    QTest::addColumn<QString>("country");
    QTest::addColumn<QString>("tone");
    QTest::addColumn<bool>("told"); // something can be read from it
    const QString good = QStringLiteral("1HGCM82633A004352");
    QTest::newRow("whole") << good << 2003 << QStringLiteral("US") << QString() << true;
    QTest::newRow("model year before the calendar's") << good << 2002 << QStringLiteral("US") << QString() << true;
    QTest::newRow("another year") << good << 2008 << QStringLiteral("US") << QStringLiteral("warn") << true;
    QTest::newRow("wrong digit") << QStringLiteral("1HGCM82643A004352") << 2003 << QStringLiteral("US") << QStringLiteral("warn")
                                 << true;
    QTest::newRow("too short") << QStringLiteral("1HGCM82633A") << 2003 << QStringLiteral("US") << QStringLiteral("warn") << true;
    QTest::newRow("none") << QString() << 2003 << QStringLiteral("US") << QStringLiteral("warn") << false;
    QTest::newRow("Japan's home market") << QString() << 2003 << QStringLiteral("JP") << QStringLiteral("info") << false;
}

void TestModels::vinTellsWhatToAsk()
{
    QFETCH(QString, vin);
    QFETCH(int, year);
    QFETCH(QString, country);
    QFETCH(bool, told);
    const QVariantMap words = listings::vinWords(vin, year, country, 2026);
    QTEST(words.value(QStringLiteral("tone")).toString(), "tone");
    QCOMPARE(words.value(QStringLiteral("note")).toString().isEmpty(), words.value(QStringLiteral("tone")).toString().isEmpty());
    QCOMPARE(!words.value(QStringLiteral("rows")).toList().isEmpty(), told);
}

QTEST_MAIN(TestModels)
#include "tst_models.moc"
