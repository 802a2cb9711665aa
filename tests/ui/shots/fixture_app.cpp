#include "fixture_app.h"

#include "pages.h"

#include "qml/client/view_model.h"
#include "qml/listings/listing_model.h"
#include "tests/ui/rig/file_camera.h"

#include <QEventLoop>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTimer>

namespace cargo::shots {

namespace {
struct AppFacts
{
    const char *module;
    const char *role;
    const char *fixtures; // a folder of its own below the common one
};
AppFacts factsOf(App app)
{
    switch (app) {
    case App::Buyer: break;
    case App::Driver: return {"CarGo/Driver", "driver", "driver/"};
    case App::Admin: return {"CarGo/Admin", "staff", "admin/"};
    }
    return {"CarGo/Buyer", "buyer", ""};
}
} // namespace

std::vector<Place> everyPage()
{
    std::vector<Place> pages = buyerPages();
    for (const auto &more : {driverPages(), adminPages()})
        pages.insert(pages.end(), more.begin(), more.end());
    return pages;
}

FixtureApp::FixtureApp(const Place &place, const QString &language, const QString &theme, Photos photos) : m_place(place)
{
    auto transport = std::make_unique<FixtureTransport>(place.mode);
    m_transport = transport.get();
    const AppFacts facts = factsOf(place.app);
    m_transport->setFolder(QLatin1String(facts.fixtures));
    m_client = std::make_unique<client::Client>(std::move(transport), m_folder.path());
    m_client->setRole(QLatin1String(facts.role));
    m_client->settings()->overrideServerUrl(QStringLiteral("http://127.0.0.1:9"));
    m_client->api()->setMediaScheme(QStringLiteral("image://demo"));
    m_client->settings()->setTheme(theme);
    m_client->settings()->setLanguage(language);
    m_client->settings()->setReducedMotion(true);
    m_client->settings()->setWelcomed(true);
    m_transport->setStatus(place.status);
    if (place.prepare)
        place.prepare(*m_client);
    if (place.signedIn)
        m_client->session()->accept(
            QJsonDocument::fromJson(FixtureTransport::fixture(QStringLiteral("auth"), QLatin1String(facts.fixtures))).object());
    m_app = std::make_unique<shell::QuickApp>(m_client.get(), QLatin1String(facts.module));
    m_app->engine()->addImageProvider(QStringLiteral("demo"), new CarPicture(photos));
    if (!place.camera.isEmpty())
        test::putCamera(m_app->engine(), m_folder.filePath(QStringLiteral("Camera.qml")),
                        "frame: \"image://demo/media/silver-1/full\"; " + place.camera);
    if (!m_app->load())
        return;
    m_window = qobject_cast<QQuickWindow *>(m_app->engine()->rootObjects().first());
    m_client->connection()->askServer();
    m_client->badges()->load(); // not a while later, in the middle of a look
}

FixtureApp &KeptApp::at(const Place &place)
{
    if (!m_app || place.alone() || place.app != m_place.app || place.signedIn != m_place.signedIn || m_place.alone()) {
        m_app.reset();
        m_app = std::make_unique<FixtureApp>(place, QStringLiteral("ru"), QStringLiteral("light"), Photos::Plain);
    }
    m_place = place;
    return *m_app;
}

bool FixtureApp::asks() const
{
    bool asking = m_transport->underWay();
    walk(m_window->contentItem(), [&asking](QQuickItem *item) {
        const auto screens = item->findChildren<client::ViewModel *>(Qt::FindDirectChildrenOnly);
        for (const client::ViewModel *screen : screens)
            asking = asking || screen->refreshing() || screen->property("asking").toBool(); // a search waits for the last letter
    });
    return asking;
}

bool FixtureApp::becomesStill()
{
    constexpr int kTickMs = 6, kStillTicks = 2, kMostTicks = 2000; // a frame that is wanted comes after 5 ms
    QEventLoop loop;
    QTimer tick;
    int still = 0, all = 0;
    bool rests = false;
    QObject::connect(m_window, &QQuickWindow::frameSwapped, &loop, [&still] { still = 0; });
    QObject::connect(&tick, &QTimer::timeout, &loop, [&] {
        rests = ++still >= kStillTicks && !asks();
        if (rests || ++all >= kMostTicks)
            loop.quit();
    });
    m_window->update();
    tick.start(kTickMs);
    loop.exec();
    return rests;
}

void FixtureApp::go(const Place &place, QSize size, int ms)
{
    const auto rest = [this, ms](int part) {
        if (ms > 0)
            settle(part);
        else
            becomesStill();
    };
    m_transport->setDeal(place.deal);
    m_window->resize(size);
    QObject *nav = m_app->navigation();
    QMetaObject::invokeMethod(nav, "openTab", Q_ARG(QVariant, place.tab));
    QMetaObject::invokeMethod(nav, "openTab", Q_ARG(QVariant, place.tab)); // twice: the way back to its root
    rest(ms / 4);
    pick(place.compare);
    if (!place.page.isEmpty())
        QMetaObject::invokeMethod(nav, "go", Q_ARG(QVariant, place.page), Q_ARG(QVariant, place.params));
    // The client asks three times before it gives up.
    if (place.mode == FixtureTransport::Mode::Offline)
        settle(1800);
    else
        rest(ms);
    if (place.lineLost) {
        m_transport->setMode(FixtureTransport::Mode::Offline);
        walk(m_window->contentItem(), [](QQuickItem *item) {
            const auto screens = item->findChildren<client::ViewModel *>(Qt::FindDirectChildrenOnly);
            for (client::ViewModel *screen : screens)
                screen->reload();
        });
        settle(1800);
    }
    if (QQuickItem *input = place.type.isEmpty() ? nullptr : findItem(m_window->contentItem(), place.field))
        input->setProperty("text", place.type);
    const QStringList presses = place.press.split(u' ', Qt::SkipEmptyParts);
    for (const QString &press : presses) {
        if (QQuickItem *button = findItem(m_window->contentItem(), press))
            QMetaObject::invokeMethod(button, button->metaObject()->indexOfSignal("clicked()") >= 0 ? "clicked" : "tapped");
        rest(ms);
    }
    if (presses.isEmpty() && (!place.type.isEmpty() || ms > 0))
        rest(place.type.isEmpty() ? ms / 4 : ms);
}

void FixtureApp::pick(int cars)
{
    auto *compare = m_window->property("compare").value<QObject *>();
    if (!compare) // only buyers compare
        return;
    QVariantList list;
    const QJsonArray items = QJsonDocument::fromJson(FixtureTransport::fixture(QStringLiteral("search")))
                                 .object()
                                 .value(QLatin1String("items"))
                                 .toArray();
    for (int at = 0; at < cars; ++at)
        list.append(listings::ListingModel::rowOf(m_client->api(), items.at(at).toObject()));
    compare->setProperty("cars", list);
}

bool loadsPictures(QQuickItem *item)
{
    constexpr int kLoading = 2; // of Image and Loader alike
    bool loading = false;
    walk(item, [&](QQuickItem *one) { loading = loading || one->property("status").toInt() == kLoading; });
    return loading;
}

} // namespace cargo::shots
