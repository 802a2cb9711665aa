// Everything that can be pressed or typed into tells a screen reader what it is, is large enough, and no text is left
// untranslated in Russian. Walks every page of the real app.
#include "app-buyer/buyer_app.h"
#include "car_picture.h"
#include "fixture_transport.h"

#include <QAccessible>
#include <QJsonDocument>
#include <QQuickItem>
#include <QQuickWindow>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace cargo;

class TestAccessibility : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QQuickWindow::setGraphicsApi(QSGRendererInterface::Software);
        QAccessible::setActive(true);
    }
    void everyControlHasAName_data();
    void everyControlHasAName();
    void languageChangesWhileRunning();
};

namespace {

struct Running
{
    QTemporaryDir folder;
    std::unique_ptr<client::Client> client;
    std::unique_ptr<buyer::BuyerApp> app;
    QQuickWindow *window = nullptr;

    Running()
    {
        client = std::make_unique<client::Client>(std::make_unique<shots::FixtureTransport>(shots::FixtureTransport::Mode::Full),
                                                  folder.path());
        client->settings()->overrideServerUrl(QStringLiteral("http://127.0.0.1:9"));
        client->api()->setMediaScheme(QStringLiteral("image://demo"));
        client->settings()->setReducedMotion(true);
        client->session()->accept(QJsonDocument::fromJson(shots::FixtureTransport::fixture(QStringLiteral("auth"))).object());
        app = std::make_unique<buyer::BuyerApp>(client.get());
        app->engine()->addImageProvider(QStringLiteral("demo"), new shots::CarPicture);
        if (app->load())
            window = qobject_cast<QQuickWindow *>(app->engine()->rootObjects().first());
    }
};

void walk(QQuickItem *item, const std::function<void(QQuickItem *)> &visit)
{
    if (!item->isVisible())
        return;
    visit(item);
    const auto children = item->childItems();
    for (QQuickItem *child : children)
        walk(child, visit);
}

} // namespace

void TestAccessibility::everyControlHasAName_data()
{
    QTest::addColumn<QString>("tab");
    QTest::addColumn<QString>("page");
    QTest::addColumn<QVariantMap>("params");
    for (const char *tab : {"home", "search", "deals", "chats", "profile"})
        QTest::newRow(tab) << tab << QString() << QVariantMap();
    const QString id = QStringLiteral("01936000-0000-7000-8000-000000000100");
    QTest::newRow("listing") << "home"
                             << "listing" << QVariantMap{{QStringLiteral("listingId"), id}};
    QTest::newRow("checkout") << "home"
                              << "checkout" << QVariantMap{{QStringLiteral("listingId"), id}};
    QTest::newRow("favourites") << "home"
                                << "favourites" << QVariantMap();
    QTest::newRow("notifications") << "home"
                                   << "notifications" << QVariantMap();
    QTest::newRow("deal") << "deals"
                          << "deal" << QVariantMap{{QStringLiteral("dealId"), id}};
    QTest::newRow("review") << "deals"
                            << "review" << QVariantMap{{QStringLiteral("dealId"), id}};
    QTest::newRow("chat") << "chats"
                          << "chat" << QVariantMap{{QStringLiteral("conversationId"), id}};
    QTest::newRow("signIn") << "profile"
                            << "signIn" << QVariantMap();
    QTest::newRow("controls") << "profile"
                              << "controls" << QVariantMap();
    QTest::newRow("sessions") << "profile"
                              << "sessions" << QVariantMap();
}

void TestAccessibility::everyControlHasAName()
{
    QFETCH(QString, tab);
    QFETCH(QString, page);
    QFETCH(QVariantMap, params);
    Running running;
    QVERIFY(running.window);
    running.window->resize(390, 844);
    QMetaObject::invokeMethod(running.app->navigation(), "openTab", Q_ARG(QVariant, tab));
    if (!page.isEmpty())
        QMetaObject::invokeMethod(running.app->navigation(), "go", Q_ARG(QVariant, page), Q_ARG(QVariant, params));
    QTRY_COMPARE(running.app->navigation()->property("page").toString(), page.isEmpty() ? tab : page);
    QTest::qWait(150); // rows of the lists are made by the event loop

    int controls = 0;
    QStringList silent, small;
    walk(running.window->contentItem(), [&](QQuickItem *item) {
        const bool pressable = item->inherits("QQuickAbstractButton") || item->inherits("QQuickTextField")
                               || item->inherits("QQuickTextArea") || item->property("clickable").toBool();
        if (!pressable || !item->isEnabled())
            return;
        ++controls;
        QAccessibleInterface *face = QAccessible::queryAccessibleInterface(item);
        const QString name = face ? face->text(QAccessible::Name) : QString();
        if (name.trimmed().isEmpty())
            silent << QString::fromLatin1(item->metaObject()->className()) + QLatin1Char(' ') + item->objectName();
        if (item->height() < 47.5 || item->width() < 43)
            small << item->objectName() + QLatin1Char(' ') + name
                         + QStringLiteral(" %1x%2").arg(item->width()).arg(item->height());
    });
    QVERIFY2(controls > 0, "nothing to press on this page");
    QVERIFY2(silent.isEmpty(), qPrintable(silent.join(QStringLiteral("; "))));
    QVERIFY2(small.isEmpty(), qPrintable(small.join(QStringLiteral("; "))));
}

void TestAccessibility::languageChangesWhileRunning()
{
    Running running;
    QVERIFY(running.window);
    const auto titleOf = [&running] {
        QString text;
        walk(running.window->contentItem(), [&text](QQuickItem *item) {
            if (item->objectName() == QLatin1String("tab.deals"))
                text = item->property("text").toString();
        });
        return text;
    };
    running.client->settings()->setLanguage(QStringLiteral("en"));
    QTRY_COMPARE(titleOf(), QStringLiteral("Deals"));
    running.client->settings()->setLanguage(QStringLiteral("ru"));
    QTRY_COMPARE(titleOf(), QString::fromUtf8("Сделки"));
}

QTEST_MAIN(TestAccessibility)
#include "tst_accessibility.moc"
