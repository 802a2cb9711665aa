#include "pages.h"

namespace cargo::shots {

namespace {

const QString kId = QStringLiteral("01936000-0000-7000-8000-000000000100");

} // namespace

std::vector<Place> buyerPages()
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
    list.push_back({QStringLiteral("picker"), home, QStringLiteral("picker")});
    list.push_back({QStringLiteral("picker_cars"),
                    home,
                    QStringLiteral("picker"),
                    {{QStringLiteral("sentence"), QString::fromUtf8("для большой семьи до 2 млн, вчерашнюю")}}});
    list.push_back({QStringLiteral("favourites"), home, QStringLiteral("favourites")});
    list.push_back({QStringLiteral("notifications"), home, QStringLiteral("notifications")});
    list.push_back({QStringLiteral("decision"),
                    home,
                    QStringLiteral("decision"),
                    {{QStringLiteral("decisionId"), QStringLiteral("01936000-0000-7000-8000-000000000700")}}});
    list.back().deal = QStringLiteral("sent");
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
    const QString chatPage = QStringLiteral("chat");
    pressed("chat_deep", chats, chatPage, chat, "deep", "");
    pressed("chat_muted", chats, chatPage, chat, "muted", "");
    pressed("chat_closed", chats, chatPage, chat, "closed", "");
    pressed("chat_menu", chats, chatPage, chat, "deep", "chat.more");
    pressed("chat_search", chats, chatPage, chat, "deep", "chat.more chat.more.search");
    pressed("chat_replies", chats, chatPage, chat, "transit", "reply.edit");
    pressed("chat_block", chats, chatPage, chat, "transit", "chat.more chat.more.block");
    pressed("chat_bounce", chats, chatPage, chat, "transit", "chat.send");
    list.back().type = QString::fromUtf8("Запишите: +7 914 655-20-47, я на связи до вечера");
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
    pressed("search_menu", search, {}, {}, "transit", "more.01936000-0000-7000-8000-000000000100");
    pressed("search_why", search, {}, {}, "transit", "more.01936000-0000-7000-8000-000000000100 more.why");
    pressed("sign_out", profile, {}, {}, "transit", "profile.signOut");
    const auto searched = [&list, &search](const char *name, const char *query) {
        list.push_back({QLatin1String(name), search, search, {{QStringLiteral("query"), QLatin1String(query)}}});
    };
    searched("search_chosen", "q=RAV4&country_from=JP&body_type=suv&price_to=300000000&year_from=2019&power_to=200&engine_from="
                              "1950&engine_to=2549&sort=price_asc");
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
    list.push_back({QStringLiteral("blocked"), profile, QStringLiteral("blocked")});
    list.push_back({QStringLiteral("decisions"), profile, QStringLiteral("decisions")});
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
    list.push_back({QStringLiteral("help"), profile, QStringLiteral("help")});
    list.push_back({QStringLiteral("help_text"),
                    profile,
                    QStringLiteral("helpText"),
                    {{QStringLiteral("slug"), QStringLiteral("cancellation")}}});
    list.push_back({QStringLiteral("agreement"),
                    profile,
                    QStringLiteral("agreement"),
                    {{QStringLiteral("slug"), QStringLiteral("terms-buyer")}}});
    list.push_back({QStringLiteral("welcome"), home, {}, {}, Mode::Full, false});
    list.back().prepare = [](client::Client &client) { client.settings()->setWelcomed(false); };
    pressed("profile_name", profile, {}, {}, "transit", "profile.name");
    list.push_back({QStringLiteral("outbox"), profile, QStringLiteral("outbox")});
    return list;
}

} // namespace cargo::shots
