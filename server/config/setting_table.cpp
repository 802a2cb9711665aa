#include "server/config/setting_table.h"

#include "server/bus/redis_address.h"
#include "server/config/duration.h"

#include <QHostAddress>
#include <QUrl>

#include <limits>

namespace cargo::config {

using namespace Qt::Literals;

namespace {

SettingRow text(const char *name, QByteArray Settings::*member, const char *help, bool secret = false)
{
    return {name, help, secret,
            [member](Settings &s, const QString &value) -> Outcome {
                s.*member = value.toUtf8();
                return ok();
            },
            [member](const Settings &s) { return QString::fromUtf8(s.*member); }};
}

SettingRow redis(const char *name, QByteArray Settings::*member, const char *help)
{
    return {name, help, true,
            [member](Settings &s, const QString &value) -> Outcome {
                if (!value.isEmpty())
                    CARGO_TRY(RedisAddress::fromUrl(value.toUtf8()));
                s.*member = value.toUtf8();
                return ok();
            },
            [member](const Settings &s) { return QString::fromUtf8(s.*member); }};
}

SettingRow word(const char *name, QByteArray Settings::*member, QList<QByteArray> words, const char *help)
{
    return {name, help, false,
            [member, words](Settings &s, const QString &value) -> Outcome {
                if (!words.contains(value.toUtf8()))
                    return {ErrorCode::UnknownValue, {}, u"one of: "_s + QString::fromUtf8(words.join(", "))};
                s.*member = value.toUtf8();
                return ok();
            },
            [member](const Settings &s) { return QString::fromUtf8(s.*member); }};
}

template <typename Number>
SettingRow number(const char *name, Number Settings::*member, Number min, Number max, const char *help)
{
    return {name, help, false,
            [member, min, max](Settings &s, const QString &value) -> Outcome {
                bool isNumber = false;
                const qint64 n = value.toLongLong(&isNumber);
                if (!isNumber)
                    return {ErrorCode::WrongType, {}, u"a whole number is expected"_s};
                if (n < qint64(min) || n > qint64(max))
                    return {ErrorCode::OutOfRange, {}, u"%1 to %2"_s.arg(qint64(min)).arg(qint64(max))};
                s.*member = Number(n);
                return ok();
            },
            [member](const Settings &s) { return QString::number(s.*member); }};
}

SettingRow duration(const char *name, qint64 Settings::*member, const char *help, qint64 minMs = 1)
{
    return {name, help, false,
            [member, minMs](Settings &s, const QString &value) -> Outcome {
                const auto ms = parseDuration(value);
                if (!ms || *ms < minMs)
                    return {ErrorCode::InvalidFormat, {}, u"a duration such as 24h, 30m, 1s or 200ms is expected"_s};
                s.*member = *ms;
                return ok();
            },
            [member](const Settings &s) { return printDuration(s.*member); }};
}

SettingRow address(const char *name, QByteArray Settings::*member, const char *help)
{
    return {name, help, false,
            [member](Settings &s, const QString &value) -> Outcome {
                const qsizetype colon = value.lastIndexOf(u':');
                bool isPort = false;
                const int port = value.sliced(colon + 1).toInt(&isPort);
                QString host = colon < 0 ? QString() : value.first(colon);
                if (host.startsWith(u'[') && host.endsWith(u']'))
                    host = host.sliced(1, host.size() - 2);
                if (host == u"localhost")
                    host = u"127.0.0.1"_s;
                if (colon < 0 || !isPort || port < 0 || port > 65535 || QHostAddress(host).isNull())
                    return {ErrorCode::InvalidFormat, {}, u"address:port is expected, for example 127.0.0.1:8080"_s};
                const QString shown = host.contains(u':') ? QString(u'[' + host + u']') : host;
                s.*member = QString(shown + u':' + QString::number(port)).toLatin1();
                return ok();
            },
            [member](const Settings &s) { return QString::fromUtf8(s.*member); }};
}

// In the one spelling that addresses of sockets have, so that they can be compared as text.
SettingRow addresses(const char *name, QStringList Settings::*member, const char *help)
{
    return {name, help, false,
            [member](Settings &s, const QString &value) -> Outcome {
                QStringList addresses;
                for (const QString &one : value.split(u',', Qt::SkipEmptyParts)) {
                    const QHostAddress address(one.trimmed());
                    if (address.isNull())
                        return {ErrorCode::InvalidFormat, {}, u"IP addresses with commas are expected, for example 10.0.0.2"_s};
                    addresses += address.toString();
                }
                s.*member = addresses;
                return ok();
            },
            [member](const Settings &s) { return (s.*member).join(u','); }};
}

SettingRow webAddress(const char *name, QByteArray Settings::*member, const char *help)
{
    return {name, help, false,
            [member](Settings &s, const QString &value) -> Outcome {
                const QUrl url(value, QUrl::StrictMode);
                const bool isWeb = url.scheme() == u"https" || url.scheme() == u"http";
                if (!value.isEmpty() && (!url.isValid() || !isWeb || url.host().isEmpty() || url.hasQuery() || url.hasFragment()))
                    return {ErrorCode::InvalidFormat, {}, u"an address such as https://cargo.example is expected"_s};
                s.*member = value.toUtf8();
                return ok();
            },
            [member](const Settings &s) { return QString::fromUtf8(s.*member); }};
}

SettingRow path(const char *name, QString Settings::*member, const char *help)
{
    return {name, help, false,
            [member](Settings &s, const QString &value) -> Outcome {
                s.*member = value;
                return ok();
            },
            [member](const Settings &s) { return s.*member; }};
}

constexpr qint64 kMaxAmount = std::numeric_limits<qint64>::max() / 20'000;

std::vector<SettingRow> makeTable()
{
    using S = Settings;
    return {
        address("listen", &S::listen, "where people and apps reach the server, address:port"),
        address("ops-listen", &S::opsListen, "healthz, readyz and metrics; keep it private; port 0 takes a free one"),
        webAddress("public-url", &S::publicUrl, "how the server is reached from outside, for links; empty: http:// and listen"),
        text("min-app-version", &S::minAppVersion, "the oldest version of the apps that may be used; empty: any"),
        text("maintenance", &S::maintenance, "what people are told during a break; not empty: all else answers 503"),
        number<int>("threads", &S::threads, 0, 256, "event-loop threads; 0: one for each core"),
        path("data-dir", &S::dataDir, "private database, media, keys; empty: cargod below $XDG_DATA_HOME, or ~/.local/share"),
        path("render-program", &S::renderProgram, "paints delivery acts as `PROGRAM render-act`; empty: this program itself"),
        text("database-url", &S::databaseUrl, "PostgreSQL; empty: a private cluster below data-dir", true),
        text("secret-key", &S::secretKey, "signs access tokens; empty: made once and kept in data-dir", true),
        addresses("trusted-proxies", &S::trustedProxies, "addresses whose X-Forwarded-For counts, with commas"),
        duration("payment-deadline", &S::paymentDeadlineMs, "a created deal waits this long for the money"),
        duration("start-deadline", &S::startDeadlineMs, "a funded deal waits this long for the driver to start"),
        duration("confirmation-deadline", &S::confirmationDeadlineMs, "after arrival the buyer has this long to confirm"),
        duration("dispute-window", &S::disputeWindowMs, "after delivery a dispute can be opened this long"),
        duration("evidence-window", &S::evidenceWindowMs, "both sides add evidence to a dispute this long"),
        duration("review-window", &S::reviewWindowMs, "reviews can be written, and stay hidden, this long"),
        duration("safety-stop", &S::safetyStopMs, "a safety stop holds a deal's clocks this long, unless staff end it"),
        duration("clock-skew", &S::clockSkewMs, "a driver's device whose clock is off by more is told to both sides"),
        number<qint64>("fee-basis-points", &S::feeBasisPoints, 0, 10'000, "commission, hundredths of a per cent"),
        number<qint64>("fee-minimum-minor", &S::feeMinimumMinor, 0, kMaxAmount, "smallest commission, minor units"),
        number<qint64>("four-eyes-minor", &S::fourEyesMinor, 0, kMaxAmount,
                       "a decision about a larger deal's money is made by two of the staff, minor units"),
        word("payments", &S::payments, {"sandbox"}, "payment provider"),
        duration("sandbox-delay", &S::sandboxDelayMs, "the sandbox answers this much later", 0),
        word("kyc", &S::kyc, {"manual", "auto", "sumsub"},
             "who confirms identities; manual: the desk; auto: everybody at once, for demonstrations"),
        text("kyc-keys", &S::kycKeys, "wrap the keys of documents: hex, with commas, the newest last; empty: kept in data-dir",
             true),
        duration("kyc-retention", &S::kycRetentionMs, "documents are kept this long after the verdict"),
        webAddress("sumsub-url", &S::sumsubUrl, "where Sumsub is reached"),
        text("sumsub-token", &S::sumsubToken, "app token of Sumsub; sbx:… takes webhooks of the sandbox; empty without Sumsub",
             true),
        text("sumsub-secret", &S::sumsubSecret, "secret of the app token; empty without Sumsub", true),
        text("sumsub-webhook-secret", &S::sumsubWebhookSecret, "secret of the webhook, HMAC_SHA256_HEX; empty without Sumsub",
             true),
        text("sumsub-level", &S::sumsubLevel, "level that applicants go through, letter for letter"),
        duration("claim", &S::claimMs, "a case of a queue stays this long with the colleague who took it"),
        number<int>("moderate-first-listings", &S::moderateFirstListings, 0, 1000,
                    "a driver's first listings wait for a moderator; with kyc=auto none does"),
        number<int>("moderate-price-percent", &S::moderatePricePercent, 0, 100,
                    "a listing cheaper than this share of the market waits for a moderator; 0: none"),
        number<int>("moderate-photo-distance", &S::moderatePhotoDistance, -1, 3,
                    "photos that differ by so many of 64 bits from another driver's make a listing wait; -1: none do"),
        duration("appeal-window", &S::appealWindowMs, "decisions can be appealed against for so long"),
        duration("agreement-grace", &S::agreementGraceMs,
                 "after a new version of an agreement who signed the one before may go on without it for so long", 0),
        duration("sla-kyc", &S::slaKycMs, "identities should be decided within this time"),
        duration("sla-listings", &S::slaListingsMs, "listings and their edits should be decided within this time"),
        duration("sla-conversations", &S::slaConversationsMs, "flagged conversations should be decided within this time"),
        duration("sla-reports", &S::slaReportsMs, "reports should be decided within this time"),
        duration("sla-disputes", &S::slaDisputesMs, "disputes should be decided within this time"),
        duration("sla-tickets", &S::slaTicketsMs, "questions to support should be decided within this time"),
        duration("sla-appeals", &S::slaAppealsMs, "appeals should be decided within this time"),
        duration("sla-erasures", &S::slaErasuresMs, "requests to be forgotten should be decided within this time"),
        duration("sla-finance", &S::slaFinanceMs, "tasks of finance should be decided within this time"),
        duration("sla-proposals", &S::slaProposalsMs,
                 "decisions that wait for a second pair of eyes should be decided within this time"),
        number<qint64>("tier1-deal-limit-minor", &S::tier1DealLimitMinor, 0, kMaxAmount,
                       "largest deal of a user with phone or e-mail confirmed only, minor units"),
        word("chat-contacts", &S::chatContacts, {"strict", "soft"},
             "contacts in chat are masked; strict: attempts also mute the sender"),
        number<int>("chat-mute-attempts", &S::chatMuteAttempts, 1, 1000,
                    "attempts that mute for chat-mute; an obfuscated one counts twice"),
        number<int>("chat-long-mute-attempts", &S::chatLongMuteAttempts, 1, 1000, "attempts that mute for chat-long-mute"),
        duration("chat-attempt-window", &S::chatAttemptWindowMs, "attempts of this time are counted together"),
        duration("chat-edit-window", &S::chatEditMs, "a message may be changed by its sender for this long"),
        duration("chat-mute", &S::chatMuteMs, "first mute in a conversation"),
        duration("chat-long-mute", &S::chatLongMuteMs, "mute of those who go on"),
        duration("access-token-ttl", &S::accessTokenMs, "life of an access token", 1000),
        duration("refresh-token-ttl", &S::refreshTokenMs, "life of a refresh token", 1000),
        duration("staff-idle", &S::staffIdleMs, "a session of staff that nobody uses ends after this", 1000),
        duration("staff-session", &S::staffSessionMs, "a session of staff ends after this in any case", 1000),
        number<int>("staff-sessions", &S::staffSessions, 1, 100, "sessions of one member of staff at once; the oldest end"),
        duration("step-up", &S::stepUpMs, "a code of the second factor counts this long for money, settings and documents", 1000),
        number<qint64>("rate-api-per-minute", &S::rateApiPerMinute, 0, 100'000'000,
                       "requests of one user or address; 0: no limit"),
        number<qint64>("rate-auth-per-minute", &S::rateAuthPerMinute, 0, 100'000'000,
                       "sign-ins and registrations of one address; 0: no limit"),
        number<qint64>("rate-upload-per-minute", &S::rateUploadPerMinute, 0, 100'000'000, "uploads of one user; 0: no limit"),
        number<qint64>("rate-search-per-minute", &S::rateSearchPerMinute, 0, 100'000'000,
                       "searches of one user or address; 0: no limit"),
        number<qint64>("rate-messages-per-minute", &S::rateMessagesPerMinute, 0, 100'000'000,
                       "chat messages of one user; 0, or no limit for the API: no limit"),
        number<int>("connections-per-address", &S::connectionsPerAddress, 1, 1'000'000, "open connections of one address"),
        redis("redis-url", &S::redisUrl, "Redis between several servers, redis://… or unix:///…; empty: this server is alone"),
        text("clamd-url", &S::clamdUrl, "virus scanner that looks at files, tcp://host:port or unix:///path; empty: none"),
        word("photo-text", &S::photoText, {"off", "tesseract"},
             "what reads the text in photos of listings and chats, for the contact filter"),
        word("search", &S::search, {"embedded", "meilisearch", "opensearch"},
             "what searches; embedded: an index in this program's memory; else an engine outside"),
        webAddress("search-url", &S::searchUrl, "where the engine outside is reached; empty with search=embedded"),
        text("search-key", &S::searchKey,
             "of the engine outside: a key of Meilisearch, or user:password of OpenSearch; empty: none", true),
        text("search-index", &S::searchIndex, "what the names of its indexes begin with"),
        word("search-meaning", &S::searchMeaning, {"off", "similar", "on"},
             "what the index in memory makes of what words mean; similar: thin results offer what means the like; on: wishes are "
             "ordered by it too (default on)"),
        path("search-ca", &S::searchCa, "authorities that its certificate may come from, a PEM file; empty: the system's"),
        webAddress("embeddings-url", &S::embeddingsUrl,
                   "what gives texts their meaning for the index in memory: an API like OpenAI's, up to and with /v1; empty: the "
                   "index learns it from the listings"),
        text("embeddings-key", &S::embeddingsKey, "its key; empty: it wants none", true),
        text("embeddings-model", &S::embeddingsModel, "which of its models; empty without embeddings-url"),
        number<int>("embeddings-dimensions", &S::embeddingsDimensions, 16, 1024,
                    "numbers a text; each is a byte of memory a listing"),
        number<int>(
            "embeddings-similar-percent", &S::embeddingsSimilarPercent, 1, 99,
            "how like what was asked for a car must be that is offered beside thin results: cosine in percent, of this model"),
        path("embeddings-ca", &S::embeddingsCa,
             "authorities that its certificate may come from, a PEM file; empty: the system's"),
        word("search-personal", &S::searchPersonal, {"on", "off"},
             "cars like those that a person looked at stand up to four places higher, by relevance alone and for who did not "
             "switch it off (default off)"),
        word("mail", &S::mail, {"log"}, "how mails leave; log: files below data-dir/mail"),
        word("log-level", &S::logLevel, {"debug", "info", "warning", "error"}, "least level that is written"),
    };
}

} // namespace

QByteArray SettingRow::environmentName() const { return "CARGO_" + QByteArray(name).toUpper().replace('-', '_'); }

const std::vector<SettingRow> &settingTable()
{
    static const std::vector<SettingRow> table = makeTable();
    return table;
}

} // namespace cargo::config
