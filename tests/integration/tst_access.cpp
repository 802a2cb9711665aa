// Who may what: every registered route, called by everybody, on somebody else's things. One table says what each is answered;
// a route that is not in it fails. What is refused changes nothing, tells nothing, and cannot be told from what is not there.
#include "harness/test_server.h"

#include "server/app_routes.h"
#include "server/auth/auth_tokens.h"
#include "server/auth/secret_keys.h"
#include "server/core/log.h"
#include "server/db/blocking.h"
#include "tests/paths.h"

#include <QBuffer>
#include <QImage>
#include <QJsonDocument>
#include <QtTest>

#include <map>
#include <set>

using namespace cargo;
using namespace cargo::test;
using namespace Qt::Literals;

namespace {

// The columns of the table, then those whose tokens are no good.
enum Who {
    Nobody,
    Buyer,
    Driver,
    Buyer2,
    Driver2,
    Staff,
    Support,
    Moderator,
    Finance,
    Admin,
    kColumns,
    Expired = kColumns,
    Forged,
    Banned,
    kEverybody
};
constexpr const char *kNames[kEverybody] = {
    "nobody",  "buyer", "driver",        "another buyer", "another driver", "staff without permission", "support", "moderator",
    "finance", "admin", "expired token", "forged token",  "banned user"};
constexpr char kUploadPlan[] = R"({"size":9,"sha256":"0000000000000000000000000000000000000000000000000000000000000000"})";
const QByteArray kMissing = "0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b";
const QByteArray kSecret = "the access matrix has a secret of its own";
// What only the two sides of a deal and staff may ever be shown.
const QByteArray kPlace = "Secret Street 77";
const QByteArray kSaying = "A word between the two of us";

// Things are the first buyer's and the first driver's. {id} of the pattern is the thing named in `object`; %name% in a body
// is another one. A call that should succeed gets a thing of its own, so that no row depends on the one before.
struct Row
{
    const char *method;
    const char *pattern; // below /api/v1 when it does not begin with a slash
    const char *object;
    const char *body;
    const char *expected; // nobody, buyer, driver, buyer 2, driver 2, staff, support, moderator, finance, admin
    const char *query = "";
};

constexpr char kForm[] = "application/x-www-form-urlencoded";
const char kAllSignedIn[] = "401 200 200 200 200 200 200 200 200 200";
const char kEverybodyRow[] = "200 200 200 200 200 200 200 200 200 200";
const char kNobodyRow[] = "401 401 401 401 401 401 401 401 401 401";
const char kPastTheDoor[] = "401 422 422 422 422 422 422 422 422 422";
const char kOpenDoor[] = "422 422 422 422 422 422 422 422 422 422";

// clang-format off
const Row kTable[] = {
    // Accounts. An empty body is refused after the door: 422 means "might".
    {"POST", "auth/register", "", "{}", kOpenDoor},
    {"POST", "auth/login", "", "{}", kOpenDoor},
    {"POST", "auth/ban/appeal", "", "{}", kOpenDoor},
    {"POST", "auth/refresh", "", "{}", kOpenDoor},
    {"POST", "auth/logout", "", "{}", "401 204 204 204 204 204 204 204 204 204"},
    {"POST", "auth/verify", "", "{}", kPastTheDoor},
    {"POST", "auth/verify/send", "", "", "401 204 204 204 204 204 204 204 204 204"},
    {"POST", "auth/password/forgot", "", "{}", kOpenDoor},
    {"POST", "auth/password/reset", "", "{}", kOpenDoor},
    {"POST", "auth/totp/enable", "", "{}", kPastTheDoor},
    {"POST", "auth/totp/confirm", "", "{}", kPastTheDoor},
    {"POST", "auth/step-up", "", "{}", "401 403 403 403 403 422 422 422 422 422"},
    {"GET", "auth/sessions", "", "", kAllSignedIn},
    {"DELETE", "auth/sessions", "", "", "401 204 204 204 204 204 204 204 204 204"},
    {"DELETE", "auth/sessions/{id}", "session", "", "401 204 404 404 404 404 404 404 404 404"},
    {"GET", "me", "", "", kAllSignedIn},
    {"PATCH", "me", "", R"({"about":""})", kAllSignedIn},
    {"DELETE", "me", "", "", "401 409 409 409 409 409 409 409 409 409"}, // their deals run; staff are removed by an admin
    {"GET", "me/closure", "", "", kAllSignedIn},
    {"POST", "me/closure", "", "", "401 201 201 201 201 409 409 409 409 409"},
    {"DELETE", "me/closure", "", "", "401 204 204 204 204 204 204 204 204 204"},
    {"GET", "admin/erasures/{id}", "erasure", "", "401 403 403 403 403 403 200 403 403 200"},
    {"POST", "admin/queues/erasures/{id}/decide", "erasure", R"({"decision":"refuse","text":"Not yet"})",
        "401 403 403 403 403 403 200 403 403 200"},
    {"GET", "me/export", "", "", kAllSignedIn},
    {"POST", "me/export", "", "", "401 202 202 202 202 202 202 202 202 202"},
    {"GET", "me/export/archive", "", "", kAllSignedIn},
    {"GET", "me/export/{id}/archive", "archive", "", "401 200 404 404 404 404 404 404 404 404"},
    {"GET", "me/notification-settings", "", "", kAllSignedIn},
    {"PUT", "me/notification-settings", "", "{}", kAllSignedIn},
    {"GET", "me/listings", "", "", "401 403 200 403 200 403 403 403 403 403"},
    {"GET", "me/listings/{id}/stats", "listing", "", "401 403 200 403 404 403 403 403 403 403"},
    {"POST", "me/imports", "", R"({"csv":"brand,model,year,price_rub,mileage_km,country_from\n"})",
     "401 403 201 403 201 403 403 403 403 403"},
    {"GET", "me/imports/{id}", "listing", "", "401 403 404 403 404 403 403 403 403 403"}, // no such import
    {"GET", "me/favourites", "", "", kAllSignedIn},
    {"PUT", "me/favourites/{listing_id}", "listing", "", "401 204 204 204 204 204 204 204 204 204"},
    {"PUT", "me/favourites/{listing_id}", "draft", "", "401 404 404 404 404 404 404 404 404 404"},
    {"DELETE", "me/favourites/{listing_id}", "listing", "", "401 204 204 204 204 204 204 204 204 204"},
    {"GET", "me/payouts", "", "", kAllSignedIn},
    {"GET", "me/payout-details", "", "", "401 403 200 403 200 403 403 403 403 403"},
    {"PUT", "me/payout-details", "", R"({"bic":"1","account":"1","holder":"Ivan","password":"not it"})",
     "401 422 422 422 422 422 422 422 422 422"},
    // Each has signed his own at the start; an agreement of the other side is none of his.
    {"GET", "me/agreements", "", "", kAllSignedIn},
    {"POST", "me/agreements/{slug}", "agreement", R"({"version":1})", "401 404 200 404 200 403 403 403 403 403"},
    {"POST", "me/agreements/{slug}", "page", R"({"version":1})", "401 404 404 404 404 403 403 403 403 403"},
    {"GET", "me/earnings", "", "", kAllSignedIn},
    {"GET", "me/earnings/statement", "", "", kAllSignedIn},
    {"GET", "me/rating", "", "", kAllSignedIn},
    {"GET", "notifications", "", "", kAllSignedIn},
    {"POST", "notifications/read", "", R"({"ids":["%missing%"]})", kAllSignedIn},

    {"POST", "me/devices", "", R"({"token":"%missing%","platform":"web"})", "401 201 201 201 201 201 201 201 201 201"},
    {"DELETE", "me/devices", "", R"({"token":"%device%"})", "401 204 404 404 404 404 404 404 404 404"},

    // People
    {"GET", "users/{id}", "driver", "", kEverybodyRow},
    {"GET", "users/{id}/reviews", "driver", "", kEverybodyRow},
    {"GET", "users/{id}/listings", "driver", "", kEverybodyRow},
    {"POST", "users/{id}/report", "driver", R"({"reason":"other"})", "401 204 409 204 204 204 204 204 204 204"},

    // Listings. A published one is known to all: who may not change it is told so; a draft does not exist for others.
    {"POST", "media", "", "", "401 415 415 415 415 415 415 415 415 415"},
    {"GET", "media/{id}/{variant}", "photo", "", kEverybodyRow},
    {"GET", "fee-terms", "", "", kEverybodyRow},
    {"PUT", "media/uploads/{id}", "upload", kUploadPlan, "401 200 201 201 201 201 201 201 201 201"}, // an id of his own
    {"GET", "media/uploads/{id}", "upload", "", "401 200 404 404 404 404 404 404 404 404"},
    {"PATCH", "media/uploads/{id}", "upload", "", "401 422 422 422 422 422 422 422 422 422"}, // without an offset
    {"POST", "listings", "", "%car%", "401 403 201 403 201 403 403 403 403 403"},
    {"GET", "listings/{id}", "listing", "", kEverybodyRow},
    {"GET", "listings/{id}", "draft", "", "404 404 200 404 404 404 404 200 404 200"},
    {"PATCH", "listings/{id}", "listing", R"({"mileage_km":1})", "401 403 200 403 403 403 403 403 403 403"},
    {"PATCH", "listings/{id}", "draft", R"({"mileage_km":1})", "401 404 412 404 404 404 404 403 404 403"},
    {"DELETE", "listings/{id}", "listing", "", "401 403 204 403 403 403 403 403 403 403"},
    {"DELETE", "listings/{id}", "draft", "", "401 404 204 404 404 404 404 403 404 403"},
    {"POST", "listings/{id}/publish", "draft", "", "401 404 200 404 404 404 404 403 404 403"},
    {"POST", "listings/{id}/pause", "listing", "", "401 403 200 403 403 403 403 403 403 403"},
    {"POST", "listings/{id}/archive", "listing", "", "401 403 200 403 403 403 403 403 403 403"},
    {"POST", "listings/{id}/duplicate", "listing", "", "401 403 201 403 403 403 403 403 403 403"},
    {"POST", "listings/{id}/duplicate", "draft", "", "401 404 201 404 404 404 404 403 404 403"},
    {"PUT", "listings/{id}/photos", "listing", R"({"photos":[]})", "401 403 200 403 403 403 403 403 403 403"},
    {"PUT", "listings/{id}/photos", "draft", R"({"photos":[]})", "401 404 200 404 404 404 404 403 404 403"},
    {"GET", "listings/{id}/similar", "listing", "", kEverybodyRow},
    {"GET", "listings/{id}/similar", "draft", "", "404 404 200 404 404 404 404 200 404 200"},
    {"GET", "compare", "", "", kOpenDoor},
    {"GET", "listings/{id}/price-history", "listing", "", kEverybodyRow},
    {"GET", "listings/{id}/price-history", "draft", "", "404 404 200 404 404 404 404 200 404 200"},
    {"POST", "listings/{id}/report", "listing", R"({"reason":"other"})", "401 204 409 204 204 204 204 204 204 204"},
    {"POST", "listings/{id}/report", "draft", R"({"reason":"other"})", "401 404 409 404 404 404 404 204 404 204"},

    // The server itself
    {"GET", "status", "", "", kEverybodyRow},

    // The texts of the house
    {"GET", "knowledge", "", "", kEverybodyRow},
    {"GET", "knowledge/{slug}", "page", "", kEverybodyRow},
    {"GET", "knowledge/{slug}", "unpublished page", "", "404 404 404 404 404 404 404 404 404 404"},
    {"GET", "admin/knowledge", "", "", "401 403 403 403 403 403 403 403 403 200"},
    {"POST", "admin/knowledge", "", R"({"slug":"%missing%","kind":"article","audience":"all"})",
        "401 403 403 403 403 403 403 403 403 201"},
    {"GET", "admin/knowledge/{slug}", "unpublished page", "", "401 403 403 403 403 403 403 403 403 200"},
    {"GET", "admin/knowledge/{slug}/versions", "page", "", "401 403 403 403 403 403 403 403 403 200"},
    {"GET", "admin/knowledge/{slug}/versions/{version}", "page", "", "401 403 403 403 403 403 403 403 403 200"},
    {"PUT", "admin/knowledge/{slug}/draft", "unpublished page", R"({"title":{"ru":"","en":""},"body":{"ru":"","en":""}})",
        "401 403 403 403 403 403 403 403 403 200"},
    {"DELETE", "admin/knowledge/{slug}/draft", "unpublished page", "", "401 403 403 403 403 403 403 403 403 204"},
    {"POST", "admin/knowledge/{slug}/publish", "page", R"({"version":1,"changes":{"ru":"Снова","en":"Again"}})",
        "401 403 403 403 403 403 403 403 403 409"}, // it reads so already

    // Search
    {"GET", "admin/concepts", "", "", "401 403 403 403 403 403 403 403 403 200"},
    {"GET", "admin/concepts/versions", "", "", "401 403 403 403 403 403 403 403 403 200"},
    {"POST", "admin/concepts/restore", "", R"({"restores":0,"version":0,"note":"A test"})",
        "401 403 403 403 403 403 403 403 403 409"}, // it is in force
    {"POST", "admin/concepts/{concept}/preview", "", R"({"text":"concept loud\n    ru: Громкая\n    en: Loud\n    wish: громкая"})",
        "401 403 403 403 403 403 403 403 403 200"},
    {"PUT", "admin/concepts/{concept}", "",
        R"({"text":"concept loud\n    ru: Громкая\n    en: Loud\n    wish: громкая","version":0,"note":"A test"})",
        "401 403 403 403 403 403 403 403 403 200"},
    {"GET", "search", "", "", kEverybodyRow},
    {"GET", "search/facets", "", "", kEverybodyRow},
    {"GET", "search/suggest", "", "", kEverybodyRow, "?q=to"},

    {"GET", "me/saved-searches", "", "", kAllSignedIn},
    {"POST", "me/saved-searches", "", R"({"query":"brand=Toyota"})", "401 201 201 201 201 201 201 201 201 201"},
    {"PATCH", "me/saved-searches/{id}", "search", R"({"alerts":"daily"})", "401 200 404 404 404 404 404 404 404 404"},
    {"DELETE", "me/saved-searches/{id}", "search", "", "401 204 404 404 404 404 404 404 404 404"},
    {"GET", "recommendations/home", "", "", kEverybodyRow},
    {"GET", "recommendations/corridor", "", "", kEverybodyRow, "?country_from=JP"},
    {"POST", "assistant/pick", "", R"({"query":"camry"})", kEverybodyRow},
    {"GET", "me/personalisation", "", "", kAllSignedIn},
    {"PUT", "me/personalisation", "", R"({"enabled":true})", kAllSignedIn},
    {"POST", "events", "", R"({"events":[{"kind":"view","listing_id":"%listing%"}]})", "401 204 204 204 204 204 204 204 204 204"},

    // Support. A dispute's ticket is read by both sides; moderators and finance have nothing to do with tickets.
    {"GET", "tickets", "", "", kAllSignedIn},
    {"POST", "tickets", "", R"({"subject":"Help","body":"Please"})", "401 201 201 201 201 201 201 201 201 201"},
    {"POST", "tickets", "", R"({"subject":"Help","body":"Please","deal_id":"%deal%"})", "401 201 201 404 404 404 404 404 404 404"},
    {"GET", "tickets/{id}/messages", "ticket", "", "401 200 404 404 404 404 200 404 404 200"},
    {"GET", "tickets/{id}/messages", "dispute ticket", "", "401 200 200 404 404 404 200 404 404 200"},
    {"POST", "tickets/{id}/messages", "ticket", R"({"body":"More"})", "401 201 404 404 404 404 201 404 404 201"},
    {"POST", "tickets/{id}/messages", "dispute ticket", R"({"body":"More"})", "401 201 201 404 404 404 201 404 404 201"},

    // Chat
    {"POST", "listings/{id}/conversations", "listing", "{}", "401 201 409 201 403 403 403 403 403 403"},
    {"POST", "listings/{id}/conversations", "draft", "{}", "401 404 409 404 404 404 404 404 404 404"},
    {"GET", "conversations", "", "", kAllSignedIn},
    {"GET", "conversations/{id}", "conversation", "", "401 200 200 404 404 404 404 404 404 404"},
    {"GET", "conversations/{id}/messages", "conversation", "", "401 200 200 404 404 404 200 200 404 200"},
    {"GET", "conversations/{id}/messages", "conversation", "", "401 403 403 403 403 403 403 200 403 200", "?original=1"},
    {"POST", "conversations/{id}/messages", "conversation", R"({"client_id":"%missing%","body":"Yes"})",
        "401 201 201 404 404 404 404 404 404 404"},
    {"POST", "messages/{id}/report", "message", R"({"reason":"spam"})", "401 409 204 404 404 404 404 404 404 404"},
    {"PATCH", "messages/{id}", "message", R"({"body":"Changed"})", "401 200 403 404 404 404 404 404 404 404"},
    {"DELETE", "messages/{id}", "message", "", "401 200 403 404 404 404 404 404 404 404"},
    {"POST", "conversations/{id}/delivered", "conversation", R"({"seq":1})", "401 200 200 404 404 404 404 404 404 404"},
    {"PUT", "conversations/{id}/draft", "conversation", R"({"body":"Begun"})", "401 204 204 404 404 404 404 404 404 404"},
    {"GET", "me/quick-replies", "", "", kAllSignedIn},
    {"PUT", "me/quick-replies", "", R"({"items":["On my way"]})", kAllSignedIn},
    {"GET", "me/blocks", "", "", kAllSignedIn},
    {"PUT", "me/blocks/{id}", "somebody", "", "401 204 204 204 204 204 204 204 204 204"},
    {"DELETE", "me/blocks/{id}", "somebody", "", "401 204 204 204 204 204 204 204 204 204"},
    {"POST", "conversations/{id}/read", "conversation", R"({"seq":1})", "401 200 200 404 404 404 404 404 404 404"},

    // Deals. 409 is a side that may, at another time.
    {"GET", "listings/{id}/quote", "listing", "", kEverybodyRow},
    {"GET", "listings/{id}/quote", "draft", "", "404 404 200 404 404 404 404 404 404 404"},
    {"POST", "deals", "", R"({"listing_id":"%listing%","amount":{"amount":240000000,"currency":"RUB"},"delivery_place":"Omsk","delivery_eta_days":30})",
        "401 201 403 201 403 403 403 403 403 403"},
    {"GET", "deals", "", "", kAllSignedIn},
    {"GET", "deals/{id}", "deal", "", "401 200 200 404 404 404 200 404 200 200"},
    {"GET", "deals/{id}/timeline", "deal", "", "401 200 200 404 404 404 200 404 200 200"},
    {"GET", "deals/{id}/payments", "deal", "", "401 200 200 404 404 404 200 404 200 200"},
    {"GET", "deals/{id}/dispute", "deal", "", "401 200 200 404 404 404 200 404 200 200"},
    {"GET", "deals/{id}/act.json", "handed over", "", "401 200 200 404 404 404 200 404 200 200"},
    {"GET", "deals/{id}/act.pdf", "handed over", "", "401 200 200 404 404 404 200 404 200 200"},
    {"GET", "deals/{id}/documents", "deal", "", "401 200 200 404 404 404 200 404 200 200"},
    {"POST", "deals/{id}/documents", "deal", "", "401 415 415 415 415 415 415 415 415 415"}, // see tst_documents
    {"GET", "deals/{id}/documents/{document}", "deal", "", "401 404 404 404 404 404 404 404 404 404"},
    {"DELETE", "deals/{id}/documents/{document}", "deal", "", "401 404 404 404 404 404 404 404 404 404"},
    {"POST", "deals/{id}/pay", "deal", "{}", "401 200 403 404 404 404 404 404 404 404"},
    {"POST", "deals/{id}/start", "deal", R"({"vin":"JTNB11HK103012345","odometer_km":1,"photos":["%photo%"]})",
        "401 409 409 404 404 404 404 404 404 404"},
    {"POST", "deals/{id}/checkpoints", "deal", R"({"client_id":"%missing%","kind":"road"})", "401 409 409 404 404 404 404 404 404 404"},
    {"POST", "deals/{id}/arrive", "deal", "{}", "401 409 409 404 404 404 404 404 404 404"},
    {"POST", "deals/{id}/absent", "deal", R"({"note":"Nobody","photos":["%photo%"]})", "401 409 409 404 404 404 404 404 404 404"},
    {"POST", "deals/{id}/safety-stop", "deal", R"({"text":"Help"})", "401 409 409 404 404 404 404 404 404 404"},
    {"POST", "admin/deals/{id}/safety-resume", "deal", R"({"text":"All is well"})", "401 403 403 403 403 403 409 403 403 409"},
    {"POST", "deals/{id}/confirm", "deal", R"({"code":"000000"})", "401 409 409 404 404 404 404 404 404 404"},
    {"POST", "deals/{id}/cancel", "deal", "{}", "401 200 200 404 404 404 404 404 404 404"},
    {"POST", "deals/{id}/release", "deal", "{}", "401 409 409 404 404 404 404 404 404 404"},
    {"POST", "deals/{id}/amendments", "deal", R"({"delivery_eta_days":40,"reason":"Ice"})", "401 409 409 404 404 404 404 404 404 404"},
    {"POST", "deals/{id}/amendments/{aid}/accept", "deal", "", "401 404 404 404 404 404 404 404 404 404"},
    {"POST", "deals/{id}/amendments/{aid}/decline", "deal", "", "401 404 404 404 404 404 404 404 404 404"},
    {"POST", "deals/{id}/dispute", "deal", R"({"reason":"late","text":"Late"})", "401 409 409 404 404 404 404 404 404 404"},
    {"POST", "deals/{id}/evidence", "deal", R"({"text":"Late"})", "401 409 409 404 404 404 404 404 404 404"},
    {"POST", "deals/{id}/withdraw-dispute", "deal", "", "401 409 409 404 404 404 404 404 404 404"},
    {"POST", "deals/{id}/reviews", "deal", R"({"rating":5})", "401 409 409 404 404 404 404 404 404 404"},

    // Staff
    {"GET", "admin/users", "", "", "401 403 403 403 403 403 200 403 403 200"},
    {"GET", "admin/users/{id}", "driver", "", "401 403 403 403 403 403 200 403 403 200"},
    {"POST", "admin/users/{id}/ban", "somebody", R"({"reason":"Because"})", "401 403 403 403 403 403 403 200 403 200"},
    {"POST", "admin/users/{id}/ban", "colleague", R"({"reason":"Because"})", "401 403 403 403 403 403 403 403 403 200"},
    {"POST", "admin/users/{id}/unban", "somebody", R"({"reason":"Because"})", "401 403 403 403 403 403 403 409 403 409"},
    {"POST", "admin/users/{id}/mute", "somebody", R"({"reason":"Because","until":"2026-11-20T00:00:00Z"})",
        "401 403 403 403 403 403 403 200 403 200"},
    {"POST", "admin/users/{id}/unmute", "somebody", R"({"reason":"Because"})", "401 403 403 403 403 403 403 200 403 200"},
    {"GET", "admin/listings/{id}/review", "listing", "", "401 403 403 403 403 403 403 200 403 200"},
    {"POST", "admin/queues/listings/{id}/decide", "listing", R"({"decision":"approve"})", "401 403 403 403 403 403 403 409 403 409"},
    {"POST", "admin/queues/edits/{id}/decide", "listing", R"({"decision":"approve"})", "401 403 403 403 403 403 403 409 403 409"},
    {"GET", "admin/reason-codes", "", "", "401 403 403 403 403 403 200 200 403 200"},
    {"GET", "me/decisions", "", "", kAllSignedIn},
    {"GET", "me/decisions/{id}", "decision", "", "401 200 404 404 404 404 404 404 404 404"},
    {"POST", "me/decisions/{id}/appeal", "decision", R"({"text":"I did not"})", "401 201 404 404 404 404 404 404 404 404"},
    {"GET", "admin/appeals/{id}", "appeal", "", "401 403 403 403 403 403 200 200 403 200"},
    // A mute is decided by moderators, so support may read the appeal but not decide it.
    {"POST", "admin/queues/appeals/{id}/decide", "appeal", R"({"decision":"uphold","text":"It was so"})",
        "401 403 403 403 403 403 403 200 403 200"},
    {"GET", "admin/deals/{id}", "deal", "", "401 403 403 403 403 403 200 403 403 200"},
    {"GET", "admin/stats/overview", "", "", "401 403 403 403 403 403 200 200 200 200"},
    {"GET", "admin/stats/series", "", "", "401 403 403 403 403 403 200 200 200 200"},
    {"GET", "admin/stats/time-in-state", "", "", "401 403 403 403 403 403 200 200 200 200"},
    {"GET", "admin/stats/cohorts", "", "", "401 403 403 403 403 403 200 200 200 200"},
    {"POST", "admin/users/{id}/sessions/end", "somebody", "", "401 403 403 403 403 403 204 403 403 204"},
    {"GET", "admin/search", "", "", "401 403 403 403 403 403 200 200 200 200", "?q=somebody"},
    {"GET", "admin/staff", "", "", "401 403 403 403 403 403 200 200 200 200"},
    {"GET", "admin/notes", "", "", "401 403 403 403 403 403 200 200 200 200",
        "?subject_kind=deal&subject_id=0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b"},
    {"POST", "admin/notes", "", R"({"text":"Mind him"})", "401 403 403 403 403 403 201 201 201 201",
        "?subject_kind=deal&subject_id=0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b"},
    {"GET", "admin/macros", "", "", "401 403 403 403 403 403 200 200 200 200"},
    {"POST", "admin/macros", "", R"({"title":"%missing%","text":{"ru":"Да","en":"Yes"}})", "401 403 403 403 403 403 201 201 201 201"},
    {"PUT", "admin/macros/{id}", "macro", R"({"title":"%missing%","text":{"ru":"Да","en":"Yes"}})",
        "401 403 403 403 403 403 200 200 200 200"},
    {"DELETE", "admin/macros/{id}", "macro", "", "401 403 403 403 403 403 204 204 204 204"},
    {"GET", "admin/views", "", "", "401 403 403 403 403 403 200 200 200 200"},
    {"PUT", "admin/views", "", R"({"items":[]})", "401 403 403 403 403 403 204 204 204 204"},
    {"GET", "admin/conversations/{id}", "conversation", "", "401 403 403 403 403 403 403 200 403 200", "?reason=A+look"},
    {"POST", "admin/queues/conversations/{id}/decide", "conversation", R"({"decision":"no_violation"})",
        "401 403 403 403 403 403 403 409 403 409"},
    {"GET", "admin/tickets/{id}", "ticket", "", "401 403 403 403 403 403 200 403 403 200"},
    {"POST", "admin/tickets/{id}/close", "ticket", "", "401 403 403 403 403 403 200 403 403 200"},
    {"GET", "admin/stats", "", "", "401 403 403 403 403 403 200 200 200 200"},
    {"GET", "admin/queues", "", "", "401 403 403 403 403 403 200 200 200 200"},
    {"GET", "admin/audit", "", "", "401 403 403 403 403 403 403 403 403 200"},
    {"POST", "kyc/applications", "", "", "401 409 409 409 409 403 403 403 403 403"}, // everybody is confirmed already
    {"POST", "kyc/applications/{id}/documents", "application", "", "401 415 415 415 415 415 415 415 415 415"},
    {"POST", "kyc/applications/{id}/submit", "application", "", "401 422 404 404 404 404 404 404 404 404"},
    {"GET", "kyc/applications/current", "application", "", "401 200 404 404 404 404 404 404 404 404"},
    {"GET", "admin/kyc/applications/{id}", "application", "", "401 403 403 403 403 403 403 200 403 200"},
    {"POST", "admin/kyc/applications/{id}/documents/{document}/reveal", "application", R"({"reason":"a look"})",
        "401 403 403 403 403 403 403 404 403 404"},
    {"POST", "admin/queues/kyc/{id}/decide", "application", R"({"decision":"approve"})",
        "401 403 403 403 403 403 403 409 403 409"},
    // Reports of listings stand for all queues: which staff a queue belongs to is the queue's own matter.
    {"GET", "admin/queues/{name}", "", "", "401 403 403 403 403 403 403 200 403 200"},
    {"POST", "admin/queues/{name}/bulk", "", R"({"items":["%report%"],"action":"snooze","until":null})",
        "401 403 403 403 403 403 403 200 403 200"},
    {"POST", "admin/queues/{name}/{item}/snooze", "report", R"({"until":null})", "401 403 403 403 403 403 403 204 403 204"},
    {"POST", "admin/queues/{name}/{item}/assign", "report", R"({"staff_id":null})", "401 403 403 403 403 403 403 204 403 204"},
    {"POST", "admin/queues/{name}/{item}/viewing", "report", "", "401 403 403 403 403 403 403 200 403 200"},
    {"POST", "admin/queues/{name}/{item}/claim", "report", "", "401 403 403 403 403 403 403 200 403 200"},
    {"DELETE", "admin/queues/{name}/{item}/claim", "report", "", "401 403 403 403 403 403 403 204 403 204"},
    {"GET", "admin/queues/reports", "", "", "401 403 403 403 403 403 403 200 403 200"},
    {"POST", "admin/queues/reports/{id}/decide", "report", R"({"decision":"no_violation","text":"Looked at"})",
        "401 403 403 403 403 403 403 200 403 200"},
    {"POST", "admin/disputes/{id}/resolve", "deal", R"({"outcome":"refund","reason_code":"x","text":"x"})",
        "401 403 403 403 403 403 409 403 409 409"},
    {"GET", "admin/disputes/{id}", "deal", "", "401 403 403 403 403 403 404 403 404 404"}, // it has no dispute
    {"POST", "admin/disputes/{id}/preview", "deal", R"({"outcome":"refund","reason_code":"x","text":"x"})",
        "401 403 403 403 403 403 200 403 200 200"},
    {"GET", "admin/proposals", "", "", "401 403 403 403 403 403 200 200 200 200"},
    {"GET", "admin/proposals/{id}", "proposal", "", "401 403 403 403 403 403 404 404 200 200"},
    {"POST", "admin/proposals/{id}/approve", "proposal", "{}", "401 403 403 403 403 403 404 404 409 409"}, // of no dispute
    {"POST", "admin/proposals/{id}/reject", "proposal", R"({"text":"Not so"})", "401 403 403 403 403 403 404 404 200 200"},
    {"GET", "admin/settings", "", "", "401 403 403 403 403 403 403 403 403 200"},
    {"PUT", "admin/settings/{setting}", "", R"({"value":"15m","reason":"A test"})", "401 403 403 403 403 403 403 403 403 200"},
    {"GET", "admin/settings/{setting}/history", "", "", "401 403 403 403 403 403 403 403 403 200"},
    {"POST", "admin/settings/fee/preview", "", R"({"basis_points":1,"minimum_minor":1})", "401 403 403 403 403 403 403 403 403 200"},
    {"GET", "admin/ledger/trial-balance", "", "", "401 403 403 403 403 403 403 403 200 200"},
    {"GET", "admin/deals/{id}/replay", "deal", "", "401 403 403 403 403 403 403 403 200 200"},
    {"GET", "admin/finance-tasks/{id}", "finance task", "", "401 403 403 403 403 403 403 403 200 200"},
    {"POST", "admin/queues/finance_tasks/{id}/decide", "finance task", R"({"decision":"done","text":"Settled"})",
        "401 403 403 403 403 403 403 403 200 200"},
    {"GET", "admin/payouts", "", "", "401 403 403 403 403 403 403 403 200 200"},
    {"GET", "admin/ops", "", "", "401 403 403 403 403 403 403 403 403 200"},
    {"GET", "admin/webhooks", "", "", "401 403 403 403 403 403 403 403 403 200"},
    {"POST", "admin/webhooks/{id}/replay", "report", "", "401 403 403 403 403 403 403 403 403 404"},
    {"GET", "admin/parked-events", "", "", "401 403 403 403 403 403 403 403 403 200"},
    {"POST", "admin/parked-events/{number}/retry", "parked", "", "401 403 403 403 403 403 403 403 403 200"},
    {"POST", "admin/parked-events/{number}/discard", "parked", R"({"reason":"A test"})", "401 403 403 403 403 403 403 403 403 200"},
    {"POST", "admin/audit/verify", "", "{}", "401 403 403 403 403 403 403 403 403 200"},
    {"GET", "admin/audit/export", "", "", "401 403 403 403 403 403 403 403 403 200"},
    {"GET", "admin/ledger", "", "", "401 403 403 403 403 403 403 403 200 200"},
    {"POST", "admin/deals/{id}/retry-money", "deal", "", "401 403 403 403 403 403 403 403 409 409"},

    // Others. A webhook is known by its signature, a checkout by its unguessable address.
    {"POST", "webhooks/payments/{provider}", "sandbox", "{}", kNobodyRow},
    {"POST", "webhooks/kyc/{provider}", "sandbox", "{}", "404 404 404 404 404 404 404 404 404 404"},
    {"GET", "/sandbox/checkout/{id}", "checkout", "", kEverybodyRow},
    {"POST", "/sandbox/checkout/{id}", "checkout", "outcome=nothing", kOpenDoor},
    {"GET", "/l/{id}", "listing", "", kEverybodyRow},
    {"GET", "/l/{id}", "draft", "", "404 404 404 404 404 404 404 404 404 404"},
    {"GET", "/openapi.yaml", "", "", kEverybodyRow},
};
// clang-format on

QByteArray full(const char *pattern) { return pattern[0] == '/' ? QByteArray(pattern) : QByteArray("/api/v1/") + pattern; }

} // namespace

class TestAccess : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void everyRouteHasItsRow();
    void staffRoutesDenyByDefault();
    void everyRowHolds_data();
    void everyRowHolds();

private:
    struct Call
    {
        Who who;
        int expected;
    };
    void sign(Who who, Role role, quint32 permissions, UserId user);
    HttpAnswer ask(const Row &row, Who who, bool fresh);
    HttpAnswer askMissing(const Row &row, Who who);
    HttpAnswer sendRow(const Row &row, Who who, const QByteArray &path, bool fresh);
    QByteArray thing(const QByteArray &name, bool fresh);
    QByteArray make(const QByteArray &name);
    QByteArray newUser(const char *role);
    QByteArray filled(QByteArray text, bool fresh);
    void waitForQuiet();
    QByteArray fingerprint();
    static std::vector<Call> callsOf(const Row &row, const http::RouteOptions &options);

    std::unique_ptr<TestServer> m_server;
    std::unique_ptr<AppRoutes> m_routes;
    std::map<QByteArray, http::RouteOptions> m_options; // by "GET /api/v1/me"
    std::unique_ptr<auth::AuthTokens> m_tokens;
    std::unique_ptr<HttpClient> m_clients[kEverybody];
    QByteArray m_ids[kEverybody];
    std::map<QByteArray, QByteArray> m_things;
    Principal m_people[kColumns];
    std::optional<db::BlockingConnection> m_sql;
    QByteArray m_fingerprintSql;
    QByteArray m_car;
};

void TestAccess::sign(Who who, Role role, quint32 permissions, UserId user)
{
    m_people[who] = {user, {}, role, permissions};
    m_ids[who] = user.toText();
    m_clients[who] = std::make_unique<HttpClient>(m_server->url());
    m_clients[who]->setToken(m_tokens->issue({user, m_server->session(user), role, permissions}, m_server->clock().now()));
}

// A row in the table of users: signing up is other tests' business, and hashes passwords.
QByteArray TestAccess::newUser(const char *role)
{
    const QByteArray id = newUuid(m_server->clock().now()).toText();
    m_server->sql(
        "insert into users (id, email, password_hash, role, permissions, display_name, kyc_tier, card, created_at, updated_at) "
        "values ('"
        + id + "', 'private-" + id + "@example.org', '!', '" + role
        + "', 0, 'Somebody', 2, "
          "json_build_object('id', '"
        + id + "', 'role', '" + role + "', 'display_name', 'Somebody'), now(), now())");
    return id;
}

void TestAccess::initTestCase()
{
    log::setLevel("warning");
    m_server = std::make_unique<TestServer>([](config::Settings &settings) {
        settings.secretKey = kSecret;
        settings.kyc = "auto";
        settings.renderProgram = binDir() + u"/cargod"_s;
        settings.rateApiPerMinute = settings.rateAuthPerMinute = settings.rateUploadPerMinute = settings.rateSearchPerMinute = 0;
    });
    m_routes = std::make_unique<AppRoutes>();
    for (const auto &route : m_routes->all())
        m_options[QByteArray(http::methodWord(route->method)) + ' ' + route->pattern] = route->options;
    m_tokens = std::make_unique<auth::AuthTokens>(auth::SecretKeys(kSecret).accessToken(), 15 * kMinuteMs);
    auto connection = db::BlockingConnection::open(m_server->database().url());
    QVERIFY(connection.ok());
    m_sql.emplace(std::move(*connection));

    m_clients[Nobody] = std::make_unique<HttpClient>(m_server->url());
    const std::tuple<Who, const char *, Permission> people[] = {
        {Buyer, "buyer", Permission::None},         {Driver, "driver", Permission::None},
        {Buyer2, "buyer", Permission::None},        {Driver2, "driver", Permission::None},
        {Staff, "staff", Permission::None},         {Support, "staff", Permission::Support},
        {Moderator, "staff", Permission::Moderate}, {Finance, "staff", Permission::Finance},
        {Admin, "staff", Permission::Admin}};
    for (const auto &[who, role, permission] : people) {
        const auto id = UserId::fromText(QByteArrayView(newUser(role)));
        sign(who, roleFromWord(QString::fromLatin1(role)).value_or(Role::Buyer), quint32(permission), *id);
        if (qstrcmp(role, "staff") != 0)
            QCOMPARE(m_clients[who]->sign("terms-" + QByteArray(role)).status, 201);
    }
    // Those whose tokens are no good would be the first buyer, were they.
    for (const Who who : {Expired, Forged})
        m_clients[who] = std::make_unique<HttpClient>(m_server->url());
    const auto buyer = UserId::fromText(QByteArrayView(m_ids[Buyer]));
    const Principal asBuyer{*buyer, SessionId::make({0}), Role::Buyer, 0};
    m_clients[Expired]->setToken(m_tokens->issue(asBuyer, m_server->clock().now().plusMs(-kDayMs)));
    const auth::AuthTokens foreign(auth::SecretKeys(auth::randomSecret()).accessToken(), 15 * kMinuteMs);
    m_clients[Forged]->setToken(foreign.issue({*buyer, SessionId::make({0}), Role::Staff, 15}, m_server->clock().now()));
    m_clients[Banned] = std::make_unique<HttpClient>(m_server->url());
    const QString banned = m_clients[Banned]->signUp("buyer", u"Banned"_s).text(u"user.id"_s);
    QVERIFY(!banned.isEmpty());
    QCOMPARE(m_clients[Moderator]->post("/admin/users/" + banned.toLatin1() + "/ban", {{u"reason"_s, u"A test"_s}}).status, 200);
    QTRY_COMPARE(m_clients[Banned]->get("/me").status, 403);

    m_car = R"({"brand":"Toyota","model":"Camry","year":2020,"mileage_km":48000,"country_from":"JP","price":{"amount":240000000,)"
            R"("currency":"RUB"},"delivery_eta_days":30,"description":"","body_type":"sedan","fuel":"petrol"})";
    QImage image(64, 48, QImage::Format_RGB32);
    image.fill(Qt::darkGreen);
    QByteArray png;
    QBuffer buffer(&png);
    image.save(&buffer, "PNG");
    const HttpAnswer photo = m_clients[Driver]->upload("/media", "p.png", "image/png", png);
    QCOMPARE(photo.status, 201);
    m_things["photo"] = photo.text(u"id"_s).toLatin1();
    thing("deal", false);
    // Another pair with a deal of their own: nobody's lists are empty, and nobody can close his account.
    const QByteArray listing = m_clients[Driver2]->send("POST", "/api/v1/listings", m_car).text(u"id"_s).toLatin1();
    QCOMPARE(m_clients[Driver2]->post("/listings/" + listing + "/publish").status, 200);
    QCOMPARE(
        m_clients[Buyer2]
            ->send("POST", "/api/v1/deals",
                   R"({"listing_id":")" + listing
                       + R"(","amount":{"amount":240000000,"currency":"RUB"},"delivery_place":"Omsk","delivery_eta_days":30})")
            .status,
        201);

    QByteArray sql;
    const db::Rows tables = m_server->sql("select tablename from pg_tables where schemaname = 'public' order by 1");
    for (int row = 0; row < tables.count(); ++row) {
        const QByteArray name = tables.bytes(row, 0);
        sql += (row > 0 ? " union all " : "");
        sql += "select '" + name + "', count(*), coalesce(sum(hashtextextended(t::text, 0)), 0)::text from " + name + " t";
    }
    QVERIFY(tables.count() > 30);
    m_fingerprintSql = sql + " order by 1"; // the branches of a union come in any order
}

void TestAccess::cleanupTestCase()
{
    m_sql.reset();
    m_server.reset();
}

// The server works off what calls have left behind.
void TestAccess::waitForQuiet()
{
    const QByteArray now = m_server->clock().now().toRfc3339();
    const QByteArray busy =
        "select (select count(*) from outbox where parked_at is null) + (select count(*) from timers where due_at <= '" + now
        + "'::timestamptz)";
    QTRY_COMPARE(m_sql->execute(busy)->int64(0, 0), qint64(0));
}

QByteArray TestAccess::fingerprint()
{
    auto rows = m_sql->execute(m_fingerprintSql);
    if (!rows)
        qFatal("%s", m_sql->lastMessage().constData());
    QByteArray text;
    for (int row = 0; row < rows->count(); ++row)
        text += rows->bytes(row, 0) + ' ' + rows->bytes(row, 1) + ' ' + rows->bytes(row, 2) + '\n';
    return text;
}

QByteArray TestAccess::make(const QByteArray &name)
{
    HttpClient &buyer = *m_clients[Buyer];
    HttpClient &driver = *m_clients[Driver];
    const auto id = [&](const HttpAnswer &answer) {
        if (answer.status >= 300)
            qFatal("%s cannot be made: %d %s", name.constData(), answer.status, answer.body.constData());
        return answer.text(u"id"_s).toLatin1();
    };
    if (name == "draft")
        return id(driver.send("POST", "/api/v1/listings", m_car));
    if (name == "listing")
        return id(driver.post("/listings/" + make("draft") + "/publish"));
    if (name == "conversation") {
        const QByteArray chat = id(buyer.post("/listings/" + make("listing") + "/conversations"));
        id(buyer.post("/conversations/" + chat + "/messages",
                      {{u"client_id"_s, newUuid({0}).toString()}, {u"body"_s, QString::fromLatin1(kSaying)}}));
        return chat;
    }
    if (name == "deal")
        return id(buyer.send("POST", "/api/v1/deals",
                             R"({"listing_id":")" + make("listing")
                                 + R"(","amount":{"amount":240000000,"currency":"RUB"},"delivery_place":")" + kPlace
                                 + R"(","delivery_eta_days":30})"));
    if (name == "message")
        return buyer.get("/conversations/" + make("conversation") + "/messages")
            .items()
            .first()
            .toObject()
            .value(u"id"_s)
            .toString()
            .toLatin1();
    if (name == "report") {
        const QByteArray car = make("listing");
        buyer.post("/listings/" + car + "/report", {{u"reason"_s, u"other"_s}});
        return m_server->sql("select id from reports where subject_id = '" + car + "'").bytes(0, 0);
    }
    if (name == "parked")
        return m_server
            ->sql("insert into outbox (topic, key, payload, created_at, available_at, parked_at) values ('nothing', 'x', '{}', "
                  "now(), "
                  "now(), now()) returning id")
            .bytes(0, 0);
    if (name == "finance task") {
        const QByteArray made = newUuid(m_server->clock().now()).toText();
        m_server->sql("insert into finance_tasks (id, deal_id, kind, detail, created_at) values ('" + made + "', '" + make("deal")
                      + "', 'amount_mismatch', '', now())");
        return made;
    }
    if (name == "proposal") {
        const QByteArray made = newUuid(m_server->clock().now()).toText();
        const QByteArray deal = make("deal");
        m_server->sql("insert into proposals (id, kind, subject, title, payload, status, proposed_by, created_at) values ('"
                      + made + "', 'dispute', '" + deal
                      + "', '', '{\"outcome\":\"refund\",\"reason_code\":\"x\",\"text\":\"x\"}', 'open', '" + m_ids[Staff]
                      + "', now())");
        return made;
    }
    if (name == "macro") {
        const QJsonObject text{{u"ru"_s, u"Да"_s}, {u"en"_s, u"Yes"_s}};
        return id(m_clients[Support]->post("/admin/macros", {{u"title"_s, newUuid({0}).toString()}, {u"text"_s, text}}));
    }
    if (name == "decision") {
        const QByteArray decision = newUuid(m_server->clock().now()).toText();
        m_server->sql("insert into user_decisions (id, user_id, kind, subject_id, outcome, reason_code, rule, text, decided_by, "
                      "decided_at, appeal_until) values ('"
                      + decision + "', '" + m_ids[Buyer] + "', 'mute', '" + m_ids[Buyer] + "', 'mute', 'other', '', 'Because', '"
                      + m_ids[Staff] + "', now(), now() + interval '9 years')");
        return decision;
    }
    if (name == "erasure")
        return id(buyer.post("/me/closure"));
    if (name == "appeal")
        return id(buyer.post("/me/decisions/" + make("decision") + "/appeal", {{u"text"_s, u"I did not"_s}}));
    if (name == "upload") {
        const QByteArray upload = newUuid(m_server->clock().now()).toText();
        buyer.put("/media/uploads/" + upload, QJsonDocument::fromJson(kUploadPlan).object());
        return upload;
    }
    if (name == "application") { // one of a user is open at a time: made again it is the same
        const QByteArray application = newUuid(m_server->clock().now()).toText();
        m_server->sql("insert into kyc_applications (id, user_id, status, created_at, updated_at) values ('" + application
                      + "', '" + m_ids[Buyer] + "', 'draft', now(), now()) on conflict do nothing");
        return m_server->sql("select id from kyc_applications where user_id = '" + m_ids[Buyer] + "'").bytes(0, 0);
    }
    if (name == "handed over") {
        const QByteArray deal = make("deal");
        m_server->sql("update deals set status = 'delivered', delivered_at = now() where id = '" + deal + "'");
        return deal;
    }
    if (name == "checkout") {
        const HttpAnswer paid = buyer.post("/deals/" + make("deal") + "/pay");
        return paid.text(u"payment.confirmation_url"_s).section(u'/', -1).toLatin1();
    }
    if (name == "archive") { // one a day: asked for again it is the same
        buyer.post("/me/export");
        const auto ready = [&] { return buyer.get("/me/export/archive").text(u"status"_s) == u"ready"_s; };
        if (!QTest::qWaitFor(ready, 20'000))
            qFatal("no archive");
        return buyer.get("/me/export/archive").text(u"id"_s).toLatin1();
    }
    if (name == "search")
        return id(buyer.post("/me/saved-searches", {{u"query"_s, QString(u"q="_s + newUuid({0}).toString())}}));
    if (name == "device") {
        const QString token = newUuid({0}).toString();
        id(buyer.post("/me/devices", {{u"token"_s, token}, {u"platform"_s, u"web"_s}}));
        return token.toLatin1();
    }
    if (name == "ticket")
        return id(buyer.post("/tickets", {{u"subject"_s, u"Help"_s}, {u"body"_s, QString::fromLatin1(kSaying)}}));
    if (name == "dispute ticket") {
        const QByteArray ticket = newUuid(m_server->clock().now()).toText();
        m_server->sql("insert into tickets (id, kind, deal_id, opened_by, subject, status, created_at) values ('" + ticket
                      + "', 'dispute', '" + make("deal") + "', '" + m_ids[Buyer] + "', 'CG-1', 'open', now())");
        id(driver.post("/tickets/" + ticket + "/messages", {{u"body"_s, QString::fromLatin1(kSaying)}}));
        return ticket;
    }
    if (name == "session") {
        const QByteArray session = newUuid(m_server->clock().now()).toText();
        m_server->sql("insert into sessions (id, user_id, user_agent, address, created_at, last_used_at, expires_at) values ('"
                      + session + "', '" + m_ids[Buyer] + "', '', '', now(), now(), now() + interval '9 years')");
        return session;
    }
    if (name == "unpublished page") {
        const QString slug = newUuid({0}).toString();
        const HttpAnswer made =
            m_clients[Admin]->post("/admin/knowledge", {{u"slug"_s, slug}, {u"kind"_s, u"article"_s}, {u"audience"_s, u"all"_s}});
        if (made.status != 201)
            qFatal("no page: %d %s", made.status, made.body.constData());
        return slug.toLatin1();
    }
    if (name == "somebody")
        return newUser("buyer");
    if (name == "colleague")
        return newUser("staff");
    qFatal("nobody knows how to make a %s", name.constData());
}

QByteArray TestAccess::thing(const QByteArray &name, bool fresh)
{
    if (name == "missing")
        return kMissing;
    if (name == "car")
        return m_car;
    if (name == "sandbox")
        return name;
    if (name == "driver")
        return m_ids[Driver];
    if (name == "page")
        return "deal"; // comes with the program
    if (name == "agreement")
        return "terms-driver";
    if (name == "photo" || !fresh) {
        QByteArray &known = m_things[name];
        if (known.isEmpty())
            known = make(name);
        return known;
    }
    return make(name);
}

QByteArray TestAccess::filled(QByteArray text, bool fresh)
{
    for (qsizetype at = text.indexOf('%'); at >= 0; at = text.indexOf('%')) {
        const qsizetype end = text.indexOf('%', at + 1);
        const QByteArray name = text.mid(at + 1, end - at - 1);
        text.replace(at, end - at + 1, name == "missing" && fresh ? newUuid({0}).toText() : thing(name, fresh));
    }
    return text;
}

HttpAnswer TestAccess::sendRow(const Row &row, Who who, const QByteArray &path, bool fresh)
{
    HttpClient::Headers headers;
    const QByteArray body = filled(row.body, fresh);
    if (!body.isEmpty() && body.front() != '{')
        headers.emplace_back("Content-Type", kForm);
    // The version of a listing as it was published; a draft has another one.
    if (qstrcmp(row.method, "PATCH") == 0 && QByteArrayView(row.pattern).startsWith("listings"))
        headers.emplace_back("If-Match", "\"2\"");
    if (QByteArrayView(row.pattern).endsWith("/draft"))
        headers.emplace_back("If-Match", "\"0\""); // there is none
    return m_clients[who]->send(row.method, path + row.query, body, headers);
}

HttpAnswer TestAccess::ask(const Row &row, Who who, bool fresh)
{
    QByteArray path = full(row.pattern);
    path.replace("{aid}", kMissing)
        .replace("{document}", kMissing)
        .replace("{variant}", "card")
        .replace("{name}", "listing_reports")
        .replace("{setting}", "claim")
        .replace("{concept}", "loud")
        .replace("{version}", "1");
    for (const char *name : {"{id}", "{item}", "{number}", "{listing_id}", "{provider}", "{slug}"}) {
        if (path.contains(name))
            path.replace(name, thing(row.object, fresh));
    }
    return sendRow(row, who, path, fresh);
}

HttpAnswer TestAccess::askMissing(const Row &row, Who who)
{
    QByteArray path = full(row.pattern);
    path.replace("{variant}", "card").replace("{name}", "listing_reports").replace("{version}", "1");
    for (const char *name : {"{id}", "{item}", "{listing_id}", "{aid}", "{document}", "{slug}"})
        path.replace(name, kMissing);
    return sendRow(row, who, path, false);
}

std::vector<TestAccess::Call> TestAccess::callsOf(const Row &row, const http::RouteOptions &options)
{
    std::vector<Call> calls;
    const QByteArrayList words = QByteArray(row.expected).split(' ');
    for (int who = 0; who < kColumns && who < words.size(); ++who)
        calls.push_back({Who(who), words[who].toInt()});
    // A token that is no good is never overlooked, not even where none is needed. Webhooks have no users.
    for (const Who who : {Expired, Forged, Banned})
        calls.push_back({who, options.webhook ? calls.front().expected : who == Banned ? 403 : 401});
    return calls;
}

void TestAccess::everyRouteHasItsRow()
{
    std::set<QByteArray> rows;
    for (const Row &row : kTable) {
        const QByteArray name = QByteArray(row.method) + ' ' + full(row.pattern);
        QVERIFY2(m_options.count(name) == 1, QByteArray(name).append(" is no route").constData());
        QVERIFY2(QByteArray(row.expected).split(' ').size() == kColumns,
                 QByteArray(name).append(" does not say something to everybody").constData());
        rows.insert(name);
    }
    for (const auto &[name, options] : m_options)
        QVERIFY2(rows.count(name) == 1, QByteArray(name).append(" has no row: say who may call it").constData());
}

// What lies below admin/ asks for a permission, and its row says that nobody without one gets anywhere.
void TestAccess::staffRoutesDenyByDefault()
{
    for (const Row &row : kTable) {
        if (!QByteArrayView(row.pattern).startsWith("admin/"))
            continue;
        const QByteArray name = QByteArray(row.method) + ' ' + full(row.pattern);
        const http::RouteOptions &options = m_options[name];
        QVERIFY2(options.access == http::Access::Staff && options.permission != Permission::None, name.constData());
        const QByteArrayList words = QByteArray(row.expected).split(' ');
        QVERIFY2(words[Nobody] == "401", name.constData());
        for (const Who who : {Buyer, Driver, Buyer2, Driver2, Staff})
            QVERIFY2(words[who] == "403", name.constData());
    }
}

void TestAccess::everyRowHolds_data()
{
    QTest::addColumn<int>("number");
    for (size_t i = 0; i < std::size(kTable); ++i)
        QTest::addRow("%s %s %s%s", kTable[i].method, kTable[i].pattern, kTable[i].object, kTable[i].query) << int(i);
}

void TestAccess::everyRowHolds()
{
    QFETCH(int, number);
    const Row &row = kTable[number];
    const http::RouteOptions options = m_options[QByteArray(row.method) + ' ' + full(row.pattern)];
    const std::vector<Call> calls = callsOf(row, options);
    QStringList faults;
    const auto fault = [&](const Call &call, const QString &what) {
        faults += QString::fromLatin1(kNames[call.who]) + u": "_s + what;
    };
    const bool endsSessions = qstrcmp(row.pattern, "auth/logout") == 0;
    const bool hasObject = QByteArrayView(row.pattern).contains('{') && qstrcmp(row.object, "sandbox") != 0;
    if (row.object[0] != '\0' && qstrcmp(row.object, "sandbox") != 0)
        thing(row.object, false);
    filled(row.body, false);
    waitForQuiet();

    // First all that is refused, then what may be done, each on a thing of its own.
    const QByteArray before = fingerprint();
    for (const Call &call : calls) {
        if (call.expected < 400)
            continue;
        const HttpAnswer answer = ask(row, call.who, false);
        if (answer.status != call.expected)
            fault(call,
                  u"%1 instead of %2: %3"_s.arg(answer.status).arg(call.expected).arg(QString::fromUtf8(answer.body.left(300))));
        // A page for people says it as a page.
        const bool page = QByteArrayView(row.pattern).startsWith("/l/") && answer.header("content-type").startsWith("text/html");
        if (answer.header("content-type") != "application/problem+json" && !page)
            fault(call, u"no problem but "_s + QString::fromLatin1(answer.header("content-type")));
        for (const QByteArray &secret : {kPlace, kSaying, QByteArray("private-")}) {
            if (answer.body.contains(secret))
                fault(call, u"is told "_s + QString::fromUtf8(secret));
        }
        if (call.expected == 404 && hasObject) {
            const HttpAnswer missing = askMissing(row, call.who);
            if (missing.status != answer.status || missing.code() != answer.code()
                || missing.text(u"detail"_s) != answer.text(u"detail"_s) || missing.json().size() != answer.json().size())
                fault(call, u"sees the difference to nothing: "_s + QString::fromUtf8(missing.body.left(200)));
        }
    }
    waitForQuiet();
    if (const QByteArray after = fingerprint(); after != before) {
        const QByteArrayList was = before.split('\n');
        const QByteArrayList is = after.split('\n');
        for (qsizetype i = 0; i < was.size(); ++i) {
            if (was[i] != is[i])
                faults += u"a refused call changed "_s + QString::fromLatin1(was[i]) + u" → "_s + QString::fromLatin1(is[i]);
        }
    }
    for (const Call &call : calls) {
        if (call.expected >= 400)
            continue;
        const HttpAnswer answer = ask(row, call.who, true);
        if (answer.status != call.expected)
            fault(call,
                  u"%1 instead of %2: %3"_s.arg(answer.status).arg(call.expected).arg(QString::fromUtf8(answer.body.left(300))));
        const bool stranger = call.who == Nobody || call.who == Buyer2 || call.who == Driver2 || call.who == Staff;
        if (stranger && (answer.body.contains(kPlace) || answer.body.contains(kSaying)))
            fault(call, u"is told what is not for him"_s);
        if (endsSessions)
            sign(call.who, m_people[call.who].role, m_people[call.who].permissions, m_people[call.who].user);
    }
    QVERIFY2(faults.isEmpty(), qPrintable(u"\n"_s + faults.join(u'\n')));
}

QTEST_GUILESS_MAIN(TestAccess)
#include "tst_access.moc"
