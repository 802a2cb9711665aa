#include "fixture_app.h"

#include "qml/client/view_model.h"
#include "qml/listings/listing_model.h"

#include <QEventLoop>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTimer>

namespace cargo::shots {

namespace {

const QString kId = QStringLiteral("01936000-0000-7000-8000-000000000100");

} // namespace

std::vector<Place> everyPage()
{
    using Mode = FixtureTransport::Mode;
    const QVariantMap listing{{QStringLiteral("listingId"), kId}}, deal{{QStringLiteral("dealId"), kId}},
        chat{{QStringLiteral("conversationId"), QStringLiteral("01936000-0000-7000-8000-000000000400")}};
    const QString home = QStringLiteral("home"), search = QStringLiteral("search"), deals = QStringLiteral("deals"),
                  chats = QStringLiteral("chats"), profile = QStringLiteral("profile");
    std::vector<Place> list;
    for (const QString &tab : {home, search, deals, chats, profile})
        list.push_back({tab, tab, {}});
    list.push_back({QStringLiteral("profile_guest"), profile, {}, {}, Mode::Full, false});
    list.push_back({QStringLiteral("favourites"), home, QStringLiteral("favourites")});
    list.push_back({QStringLiteral("notifications"), home, QStringLiteral("notifications")});
    list.push_back({QStringLiteral("listing"), home, QStringLiteral("listing"), listing});
    list.push_back({QStringLiteral("checkout"), home, QStringLiteral("checkout"), listing});
    list.push_back({QStringLiteral("chat"), chats, QStringLiteral("chat"), chat});
    list.push_back({QStringLiteral("chat_mask"),
                    chats,
                    QStringLiteral("chat"),
                    chat,
                    Mode::Full,
                    true,
                    {},
                    {},
                    QString::fromUtf8("мой ник @olga_kim")});
    list.push_back({QStringLiteral("deal"), deals, QStringLiteral("deal"), deal});
    for (const char *state :
         {"created", "open", "declined", "arrived", "delivered", "released", "disputed", "resolved", "amendment"})
        list.push_back({QStringLiteral("deal_") + QLatin1String(state), deals, QStringLiteral("deal"), deal, Mode::Full, true,
                        QLatin1String(state)});
    const auto pressed = [&list](const char *name, const QString &tab, const QString &page, const QVariantMap &params,
                                 const char *state, const char *press) {
        list.push_back({QLatin1String(name), tab, page, params, Mode::Full, true, QLatin1String(state), QLatin1String(press)});
    };
    pressed("listing_sold", home, QStringLiteral("listing"), listing, "sold", "");
    const QVariantMap driver{{QStringLiteral("userId"), QStringLiteral("01936000-0000-7000-8000-000000000901")}};
    list.push_back({QStringLiteral("driver"), home, QStringLiteral("driver"), driver});
    pressed("driver_new", home, QStringLiteral("driver"), driver, "new", "");
    pressed("listing_share", home, QStringLiteral("listing"), listing, "transit", "listing.share");
    pressed("listing_report", home, QStringLiteral("listing"), listing, "transit", "listing.flag");
    pressed("checkout_gone", home, QStringLiteral("checkout"), listing, "gone", "");
    pressed("checkout_changed", home, QStringLiteral("checkout"), listing, "changed", "checkout.create");
    list.back().prepare = [](client::Client &client) {
        client.writing()->setDraft(QStringLiteral("checkout/") + kId,
                                   {{QStringLiteral("where"), QString::fromUtf8("Новосибирск")}});
    };
    pressed("handover_angle", deals, QStringLiteral("handover"), deal, "arrived", "angle.0");
    pressed("deal_pay", deals, QStringLiteral("deal"), deal, "created", "deal.pay");
    pressed("tracking", deals, QStringLiteral("tracking"), deal, "transit", "");
    pressed("tracking_proof", deals, QStringLiteral("tracking"), deal, "arrived", "tracking.proof");
    pressed("tracking_before", deals, QStringLiteral("tracking"), deal, "created", "");
    pressed("handover", deals, QStringLiteral("handover"), deal, "arrived", "");
    pressed("handover_code", deals, QStringLiteral("handover"), deal, "arrived", "handover.show");
    pressed("handover_check", deals, QStringLiteral("handover"), deal, "delivered", "");
    pressed("handover_before", deals, QStringLiteral("handover"), deal, "transit", "");
    pressed("dispute_form", deals, QStringLiteral("dispute"), deal, "arrived", "dispute.reason.damaged");
    pressed("dispute", deals, QStringLiteral("dispute"), deal, "disputed", "");
    pressed("dispute_evidence", deals, QStringLiteral("dispute"), deal, "disputed", "deal.evidence");
    pressed("dispute_decided", deals, QStringLiteral("dispute"), deal, "resolved", "");
    pressed("review", deals, QStringLiteral("review"), deal, "released", "");
    pressed("search_filters", search, {}, {}, "transit", "search.filters");
    pressed("search_order", search, {}, {}, "transit", "search.sort");
    pressed("sign_out", profile, {}, {}, "transit", "profile.signOut");
    const auto searched = [&list, &search](const char *name, const char *query) {
        list.push_back({QLatin1String(name), search, search, {{QStringLiteral("query"), QLatin1String(query)}}});
    };
    searched("search_chosen", "q=RAV4&country_from=JP&body_type=suv&price_to=300000000&year_from=2019&sort=price_asc");
    searched("search_none", "q=DeLorean&country_from=JP&price_to=100000000");
    list.push_back({QStringLiteral("compare"), search, QStringLiteral("compare")});
    list.push_back({QStringLiteral("compare_empty"), search, QStringLiteral("compare")});
    list.push_back({QStringLiteral("compare_tray"), search, {}});
    for (Place *place : {&list[list.size() - 3], &list[list.size() - 1]})
        place->compare = 3;
    list.push_back({QStringLiteral("favourite_guest"),
                    search,
                    {},
                    {},
                    Mode::Full,
                    false,
                    {},
                    QStringLiteral("favourite.01936000-0000-7000-8000-000000000101")});
    list.push_back({QStringLiteral("search_lines"), search, {}});
    list.back().prepare = [](client::Client &client) { client.settings()->setListLayout(QStringLiteral("lines")); };
    list.push_back({QStringLiteral("sign_in"), profile, QStringLiteral("signIn"), {}, Mode::Full, false});
    list.push_back({QStringLiteral("register"),
                    profile,
                    QStringLiteral("signIn"),
                    {{QStringLiteral("registering"), true}},
                    Mode::Full,
                    false});
    list.push_back({QStringLiteral("register_driver"),
                    profile,
                    QStringLiteral("signIn"),
                    {{QStringLiteral("registering"), true}, {QStringLiteral("wanted"), QStringLiteral("driver")}},
                    Mode::Full,
                    false});
    list.push_back({QStringLiteral("reset_password"), profile, QStringLiteral("resetPassword"), {}, Mode::Full, false});
    list.push_back({QStringLiteral("verify_email"), profile, QStringLiteral("verifyEmail")});
    list.push_back({QStringLiteral("savedSearches"), QStringLiteral("home"), QStringLiteral("savedSearches")});
    list.push_back({QStringLiteral("sessions"), profile, QStringLiteral("sessions")});
    list.push_back({QStringLiteral("notification_settings"), profile, QStringLiteral("notificationSettings")});
    list.push_back({QStringLiteral("look"), profile, QStringLiteral("look")});
    list.push_back({QStringLiteral("export"), profile, QStringLiteral("export")});
    pressed("export_queued", profile, QStringLiteral("export"), {}, "queued", "");
    pressed("export_ready", profile, QStringLiteral("export"), {}, "ready", "");
    const QString identity = QStringLiteral("identity");
    pressed("identity", profile, identity, {}, "stranger", "");
    pressed("identity_draft", profile, identity, {}, "transit", "");
    pressed("identity_retry", profile, identity, {}, "retry", "");
    pressed("identity_review", profile, identity, {}, "review", "");
    pressed("identity_rejected", profile, identity, {}, "rejected", "");
    list.push_back({QStringLiteral("close_account"), profile, QStringLiteral("closeAccount")});
    pressed("close_account_blocked", profile, QStringLiteral("closeAccount"), {}, "blocked", "");
    list.push_back({QStringLiteral("about"), profile, QStringLiteral("about")});
    list.push_back({QStringLiteral("welcome"), home, {}, {}, Mode::Full, false});
    list.back().prepare = [](client::Client &client) { client.settings()->setWelcomed(false); };
    pressed("profile_name", profile, {}, {}, "transit", "profile.name");
    list.push_back({QStringLiteral("outbox"), profile, QStringLiteral("outbox")});
    return list;
}

FixtureApp::FixtureApp(const Place &place, const QString &language, const QString &theme, Photos photos) : m_place(place)
{
    auto transport = std::make_unique<FixtureTransport>(place.mode);
    m_transport = transport.get();
    m_client = std::make_unique<client::Client>(std::move(transport), m_folder.path());
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
        m_client->session()->accept(QJsonDocument::fromJson(FixtureTransport::fixture(QStringLiteral("auth"))).object());
    m_app = std::make_unique<buyer::BuyerApp>(m_client.get());
    m_app->engine()->addImageProvider(QStringLiteral("demo"), new CarPicture(photos));
    if (!m_app->load())
        return;
    m_window = qobject_cast<QQuickWindow *>(m_app->engine()->rootObjects().first());
    m_client->connection()->askServer();
    m_client->badges()->load(); // not a while later, in the middle of a look
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
    if (QQuickItem *input = place.type.isEmpty() ? nullptr : findItem(m_window->contentItem(), QStringLiteral("chat.input")))
        input->setProperty("text", place.type);
    if (QQuickItem *button = place.press.isEmpty() ? nullptr : findItem(m_window->contentItem(), place.press))
        QMetaObject::invokeMethod(button, button->metaObject()->indexOfSignal("clicked()") >= 0 ? "clicked" : "tapped");
    const bool touched = !place.type.isEmpty() || !place.press.isEmpty();
    if (touched || ms > 0)
        rest(touched ? ms : ms / 4);
}

void FixtureApp::pick(int cars)
{
    auto *compare = m_window->property("compare").value<QObject *>();
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
