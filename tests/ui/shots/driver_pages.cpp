#include "pages.h"

#include <QBuffer>
#include <QImage>
#include <QJsonObject>
#include <QTimer>

namespace cargo::shots {

std::vector<Place> driverPages()
{
    using Mode = FixtureTransport::Mode;
    const QVariantMap listing{{QStringLiteral("listingId"), QStringLiteral("01936000-0000-7000-8000-000000000100")}},
        deal{{QStringLiteral("dealId"), QStringLiteral("01936000-0000-7000-8000-000000000100")}},
        chat{{QStringLiteral("conversationId"), QStringLiteral("01936000-0000-7000-8000-000000000400")}},
        me{{QStringLiteral("userId"), QStringLiteral("01936000-0000-7000-8000-000000000901")}};
    const QString today = QStringLiteral("today"), listings = QStringLiteral("listings"), deals = QStringLiteral("deals"),
                  chats = QStringLiteral("chats"), profile = QStringLiteral("profile");
    std::vector<Place> list;
    // Names stand beside the buyer's: what begins with "driver_app" is of this app.
    const auto add = [&list](const QString &name, const QString &tab, const QString &page = {}, const QVariantMap &params = {},
                             const char *state = "transit", const char *press = "") -> Place & {
        list.push_back({QStringLiteral("driver_app_") + name, tab, page, params, Mode::Full, true, QLatin1String(state),
                        QLatin1String(press)});
        list.back().app = App::Driver;
        return list.back();
    };
    for (const QString &tab : {today, listings, deals, chats, profile})
        add(tab, tab);
    add(QStringLiteral("today_new"), today, {}, {}, "stranger").prepare = [](client::Client &client) {
        QTimer::singleShot(0, &client, [&client] { // signed in after this
            QJsonObject user = QJsonObject::fromVariantMap(client.session()->user());
            user.insert(QStringLiteral("verified"), false);
            client.session()->updateUser(user);
        });
    };
    add(QStringLiteral("agreement"), today, QStringLiteral("agreement"),
        {{QStringLiteral("slug"), QStringLiteral("terms-driver")}}, "stranger");
    add(QStringLiteral("help"), today, QStringLiteral("help"));
    add(QStringLiteral("help_text"), today, QStringLiteral("helpText"),
        {{QStringLiteral("slug"), QStringLiteral("cancellation")}});
    for (const QString &tab : {today, listings})
        add(tab + QStringLiteral("_guest"), tab).signedIn = false;
    add(QStringLiteral("listing"), listings, QStringLiteral("listing"), listing, "mine");
    for (const char *state : {"mine", "draft", "paused"})
        add(QStringLiteral("my_listing_") + QLatin1String(state), listings, QStringLiteral("myListing"), listing, state);
    add(QStringLiteral("import"), listings, QStringLiteral("importListings"));
    add(QStringLiteral("edit_listing"), listings, QStringLiteral("editListing"), listing, "mine");
    for (int step = 0; step < 4; ++step) {
        add(QStringLiteral("new_listing_%1").arg(step), listings, QStringLiteral("editListing")).prepare =
            [step](client::Client &client) {
                client.writing()->setDraft(
                    QStringLiteral("listing/new"),
                    {{QStringLiteral("step"), step},
                     {QStringLiteral("form"), QJsonObject{{QStringLiteral("vin"), QStringLiteral("1HGCM82633A004352")},
                                                          {QStringLiteral("brand"), QStringLiteral("Honda")},
                                                          {QStringLiteral("model"), QStringLiteral("Accord")},
                                                          {QStringLiteral("year"), 2003},
                                                          {QStringLiteral("fuel"), QStringLiteral("petrol")},
                                                          {QStringLiteral("price"), 125'000'000}}}});
            };
    }
    add(QStringLiteral("saves_data"), listings).prepare = [](client::Client &client) {
        client.settings()->setSavesData(true);
        client.settings()->setGloves(true);
    };
    add(QStringLiteral("me"), profile, QStringLiteral("driver"), me);
    add(QStringLiteral("chat"), chats, QStringLiteral("chat"), chat);
    add(QStringLiteral("blocked"), profile, QStringLiteral("blocked"));
    for (const char *state : {"created", "transit", "arrived", "delivered", "released", "disputed", "resolved", "amendment"})
        add(QStringLiteral("deal_") + QLatin1String(state), deals, QStringLiteral("deal"), deal, state);
    const auto on = [&deal](const QVariantMap &more) {
        QVariantMap params = deal;
        params.insert(more);
        return params;
    };
    for (int step = 0; step < 4; ++step)
        add(QStringLiteral("pickup_%1").arg(step + 1), deals, QStringLiteral("pickUp"), on({{QStringLiteral("step"), step}}));
    const auto camera = [&add](const QString &name, const QString &tab, const QString &page, const QVariantMap &params,
                               const char *state, const char *press, const QByteArray &sees) {
        add(QStringLiteral("camera_") + name, tab, page, params, state, press).camera = sees;
    };
    const QByteArray side = "turnable: true", document = "torchable: false";
    camera(QStringLiteral("side"), deals, QStringLiteral("pickUp"), deal, "transit", "angle.left", side);
    camera(QStringLiteral("corner"), deals, QStringLiteral("pickUp"), deal, "transit", "angle.front_right", side);
    camera(QStringLiteral("plate"), deals, QStringLiteral("pickUp"), deal, "transit", "angle.vin_plate", side);
    camera(QStringLiteral("photo"), deals, QStringLiteral("pickUp"), deal, "transit", "angle.left camera.shutter", side);
    camera(QStringLiteral("ghost"), deals, QStringLiteral("handoverCheck"), deal, "arrived", "angle.left", side);
    camera(QStringLiteral("page"), profile, QStringLiteral("identity"), {}, "", "identity.choose.passport_main", document);
    camera(QStringLiteral("selfie"), profile, QStringLiteral("identity"), {}, "", "identity.choose.selfie", document);
    camera(QStringLiteral("refused"), profile, QStringLiteral("identity"), {}, "", "identity.choose.selfie",
           "trouble: \"refused\"");
    camera(QStringLiteral("failed"), profile, QStringLiteral("identity"), {}, "", "identity.choose.selfie",
           "trouble: \"failed\"");
    for (int step = 0; step < 2; ++step)
        add(QStringLiteral("handover_check_%1").arg(step), deals, QStringLiteral("handoverCheck"),
            on({{QStringLiteral("step"), step}}), "arrived");
    for (const char *what : {"checkpoint", "arrive", "absent"})
        add(QLatin1String(what), deals, QStringLiteral("checkpoint"), on({{QStringLiteral("what"), QLatin1String(what)}}));
    add(QStringLiteral("amend"), deals, QStringLiteral("amend"), deal);
    add(QStringLiteral("handover"), deals, QStringLiteral("handover"), deal, "arrived");
    add(QStringLiteral("pairs"), deals, QStringLiteral("tracking"), deal, "delivered");
    add(QStringLiteral("pair"), deals, QStringLiteral("tracking"), deal, "delivered", "angle.left");
    add(QStringLiteral("handed_over"), deals, QStringLiteral("handover"), deal, "delivered");
    add(QStringLiteral("earnings"), profile, QStringLiteral("earnings"));
    for (const char *state : {"known", "none"})
        add(QStringLiteral("payout_") + QLatin1String(state), profile, QStringLiteral("payoutDetails"), {}, state);
    add(QStringLiteral("rating"), profile, QStringLiteral("rating"));
    add(QStringLiteral("tracking"), deals, QStringLiteral("tracking"), deal);
    add(QStringLiteral("dispute"), deals, QStringLiteral("dispute"), deal, "disputed");
    add(QStringLiteral("review"), deals, QStringLiteral("review"), deal, "released");
    add(QStringLiteral("sign_in"), profile, QStringLiteral("signIn")).signedIn = false;
    add(QStringLiteral("register"), profile, QStringLiteral("signIn"), {{QStringLiteral("registering"), true}}).signedIn = false;
    add(QStringLiteral("reset_password"), profile, QStringLiteral("resetPassword")).signedIn = false;
    add(QStringLiteral("outbox_full"), profile, QStringLiteral("outbox")).prepare = [](client::Client &client) {
        client.outbox()->setPaused(true);
        QImage picture(320, 240, QImage::Format_RGB32);
        picture.fill(QColor(0x6F, 0x8F, 0xA8));
        QByteArray jpeg;
        QBuffer buffer(&jpeg);
        buffer.open(QIODevice::WriteOnly);
        picture.save(&buffer, "JPEG");
        for (const char *kind : {"start", "checkpoint", "arrive"}) {
            const QString draft = QLatin1String(kind);
            client.writing()->keepPhoto(QStringLiteral("draft/") + draft, jpeg);
            client::OutboxItem item;
            item.subject = QStringLiteral("deal/01936000-0000-7000-8000-000000000100");
            item.kind = draft;
            item.path = QStringLiteral("deals");
            item.photosField = QStringLiteral("photos");
            client.outbox()->add(item, draft);
        }
    };
    for (const char *state : {"open", "sent", "upheld"})
        add(QStringLiteral("decision_") + QLatin1String(state), listings, QStringLiteral("decision"),
            {{QStringLiteral("decisionId"), QStringLiteral("01936000-0000-7000-8000-000000000700")}}, state);
    add(QStringLiteral("my_listing_blocked"), listings, QStringLiteral("myListing"), listing, "blocked");
    for (const char *page : {"verifyEmail", "identity", "sessions", "decisions", "outbox", "notifications",
                             "notificationSettings", "look", "export", "closeAccount", "about"})
        add(QLatin1String(page), profile, QLatin1String(page));
    return list;
}

} // namespace cargo::shots
