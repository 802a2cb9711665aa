#include "pages.h"

namespace cargo::shots {

std::vector<Place> adminPages()
{
    using Mode = FixtureTransport::Mode;
    std::vector<Place> list;
    const auto page = [&list](const char *name, const char *opened, const QVariantMap &params = {}, const char *press = "") {
        Place place{QStringLiteral("admin_") + QLatin1String(name), QStringLiteral("overview"), QLatin1String(opened), params};
        place.press = QLatin1String(press);
        place.app = App::Admin;
        list.push_back(place);
    };
    const auto inQueue = [&page](const char *name, const char *queue, const char *press = "") {
        page(name, "case",
             {{QStringLiteral("queue"), QLatin1String(queue)},
              {QStringLiteral("itemId"), QStringLiteral("01936000-0000-7000-8000-000000000b01")}},
             press);
    };
    const auto ofUser = QVariantMap{{QStringLiteral("userId"), QStringLiteral("01936000-0000-7000-8000-000000000c01")}};
    page("overview", "");
    page("queue", "queue", {{QStringLiteral("queue"), QStringLiteral("kyc")}});
    inQueue("kyc", "kyc");
    inQueue("kyc_retry", "kyc", "decision.retry");
    inQueue("kyc_shown", "kyc", "kyc.reveal");
    inQueue("listing", "listings", "decision.changes");
    inQueue("report", "listing_reports", "decision.warned");
    inQueue("ticket", "tickets");
    inQueue("appeal", "appeals", "decision.overturn");
    inQueue("erasure", "erasures", "decision.refuse");
    inQueue("chat_closed", "conversations");
    inQueue("chat", "conversations", "chat.show decision.mute");
    list.back().field = QStringLiteral("chat.why");
    list.back().type = QStringLiteral("Filter");
    inQueue("dispute", "disputes", "decision.split");
    inQueue("proposal", "proposals");
    inQueue("task", "finance_tasks");
    page("users", "users");
    page("user", "user", ofUser);
    page("user_ban", "user", ofUser, "user.ban");
    page("deal", "deal", {{QStringLiteral("dealId"), QStringLiteral("01936000-0000-7000-8000-000000000d01")}},
         "deal.replay.show");
    page("ledger", "ledger");
    page("balance", "ledger", {}, "ledger.part.balance");
    page("stats", "stats");
    page("audit", "audit");
    page("settings", "settings");
    const QVariantMap ofText{{QStringLiteral("slug"), QStringLiteral("cancellation")}};
    page("knowledge", "knowledge");
    page("text", "text", ofText);
    page("text_history", "text", ofText, "text.history");
    page("concepts", "concepts");
    page("concept", "concepts", {}, "concepts.add");
    page("macros", "macros");
    page("macro", "macros", {}, "macros.add");
    page("news", "", {}, "desk.news");
    page("ops", "ops");
    page("find", "", {}, "desk.find");
    page("keys", "", {}, "desk.keys");
    list.push_back({QStringLiteral("admin_sign_in"), {}, {}, {}, Mode::Full, false});
    list.back().app = App::Admin;
    return list;
}

} // namespace cargo::shots
