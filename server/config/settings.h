#pragma once

#include "shared/domain/result.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <vector>

namespace cargo::config {

// Every setting of the server, typed. Read from environment variables CARGO_… and flags of the same name; the table in
// settings.cpp holds name, default, help and whether the value is secret. Units stand last in the names.
struct Settings
{
    // Listeners
    QByteArray listen = "127.0.0.1:8080";
    QByteArray opsListen = "127.0.0.1:0"; // healthz, readyz, metrics; port 0: any free one, printed at start
    QByteArray publicUrl;                 // as people reach us, for links; empty: http:// + listen
    QByteArray minAppVersion;             // apps older than this ask their user to renew them; empty: any may be used
    QByteArray maintenance;               // what people are told during a break; not empty: nothing else is answered
    int threads = 0;                      // 0: one for each core
    QString dataDir;                      // cluster, media, keys
    QByteArray databaseUrl;               // empty: private cluster below dataDir
    QByteArray secretKey;                 // secret; empty: made once and kept in dataDir
    QStringList trustedProxies;           // addresses whose X-Forwarded-For counts

    // Clocks of a deal
    qint64 paymentDeadlineMs = 15 * 60'000;
    qint64 startDeadlineMs = 7 * 86'400'000LL;
    qint64 confirmationDeadlineMs = 72 * 3'600'000LL;
    qint64 disputeWindowMs = 24 * 3'600'000LL;
    qint64 evidenceWindowMs = 72 * 3'600'000LL;
    qint64 reviewWindowMs = 14 * 86'400'000LL;
    qint64 safetyStopMs = 72 * 3'600'000LL; // holds the clocks this long, unless staff end it
    qint64 clockSkewMs = 10 * 60'000;       // a device's clock that is off by more is told to both sides

    // Money
    qint64 feeBasisPoints = 250;
    qint64 feeMinimumMinor = 500'000;
    qint64 fourEyesMinor = 1'000'000'000; // what moves more than this is decided by two
    QByteArray payments = "sandbox";
    qint64 sandboxDelayMs = 0;

    // Trust
    QByteArray kyc = "manual"; // manual | auto | sumsub
    QByteArray kycKeys;        // secret; hex keys that wrap documents, with commas, the newest last; empty: kept in dataDir
    qint64 kycRetentionMs = 180 * 86'400'000LL; // documents are kept this long after the verdict
    QByteArray sumsubUrl = "https://api.sumsub.com";
    QByteArray sumsubToken;         // secret; "sbx:…" or "prd:…"
    QByteArray sumsubSecret;        // secret, of the token
    QByteArray sumsubWebhookSecret; // secret, another one
    QByteArray sumsubLevel = "driver-kyc";
    qint64 claimMs = 15 * 60'000; // a case stays with who took it
    // A listing waits for a moderator when a rule says so.
    int moderateFirstListings = 1;               // a driver's first so many; none with kyc = auto
    int moderatePricePercent = 50;               // cheaper than this share of what others ask for the same; 0: never
    int moderatePhotoDistance = 3;               // a photo that differs by so many of 64 bits from another driver's; -1: never
    qint64 appealWindowMs = 14 * 86'400'000LL;   // a decision can be appealed against for so long
    qint64 agreementGraceMs = 14 * 86'400'000LL; // the version of an agreement before this one still counts for so long
    // What waits for staff should be decided within this time.
    qint64 slaKycMs = 24 * 3'600'000LL;
    qint64 slaListingsMs = 8 * 3'600'000LL; // edits too
    qint64 slaConversationsMs = 8 * 3'600'000LL;
    qint64 slaReportsMs = 24 * 3'600'000LL;
    qint64 slaDisputesMs = 120 * 3'600'000LL; // evidence comes in first
    qint64 slaTicketsMs = 24 * 3'600'000LL;
    qint64 slaAppealsMs = 72 * 3'600'000LL;
    qint64 slaErasuresMs = 10 * 86'400'000LL;
    qint64 slaFinanceMs = 4 * 3'600'000LL;
    qint64 slaProposalsMs = 8 * 3'600'000LL;
    qint64 tier1DealLimitMinor = 100'000'000;

    // Chat: contacts that are masked count as attempts, an obfuscated one twice. strict: attempts mute; soft: they do not.
    QByteArray chatContacts = "strict";
    int chatMuteAttempts = 3;
    int chatLongMuteAttempts = 5;
    qint64 chatAttemptWindowMs = 24 * 3'600'000LL;
    qint64 chatMuteMs = 3'600'000;
    qint64 chatEditMs = 15 * 60'000;
    qint64 chatLongMuteMs = 24 * 3'600'000LL;

    // Tokens
    qint64 accessTokenMs = 15 * 60'000;
    qint64 refreshTokenMs = 30 * 86'400'000LL;

    // Staff at work
    qint64 staffIdleMs = 3'600'000;         // a session that nobody uses ends
    qint64 staffSessionMs = 12 * 3'600'000; // every session ends
    int staffSessions = 5;                  // at once, of one member of staff; the oldest go
    qint64 stepUpMs = 15 * 60'000;          // a second factor that was shown counts this long for what needs one

    // Limits (requests in a minute; 0 switches a limit off)
    qint64 rateApiPerMinute = 6000;
    qint64 rateAuthPerMinute = 600;
    qint64 rateUploadPerMinute = 600;
    qint64 rateSearchPerMinute = 6000;
    qint64 rateMessagesPerMinute = 600; // of one sender, over all conversations
    int connectionsPerAddress = 4096;

    // Programs
    QString renderProgram; // paints delivery acts as `PROGRAM render-act`; empty: this program itself

    // Adapters
    QByteArray clamdUrl;          // tcp://host:port or unix:///path; empty: files are not scanned
    QByteArray photoText = "off"; // what reads the text in photos: off, tesseract
    QByteArray redisUrl;
    QByteArray search = "embedded"; // embedded | meilisearch | opensearch
    QByteArray searchUrl;           // of an engine outside
    QByteArray searchKey;           // secret; Meilisearch: a key; OpenSearch: user:password
    QByteArray searchIndex = "listings";
    QByteArray searchMeaning = "on"; // off | similar | on; of the embedded index
    QString searchCa;                // PEM file of authorities; empty: the system's
    QByteArray embeddingsUrl;        // what speaks OpenAI's API, up to and with /v1; empty: what words mean is learnt here
    QByteArray embeddingsKey;        // secret; empty: none is asked for
    QByteArray embeddingsModel;
    int embeddingsDimensions = 256;
    int embeddingsSimilarPercent = 45; // the least cosine of what is offered beside thin results
    QString embeddingsCa;              // PEM file of authorities; empty: the system's
    QByteArray mail = "log";
    QByteArray logLevel = "info";

    QByteArray searchPersonal = "off"; // on | off: the order by relevance goes a little by what the reader did

    // Problems found are returned together, each with the setting's name in `field`.
    static Result<Settings> load(const QStringList &arguments, std::vector<Error> *problems = nullptr);
    // One line a setting, defaults marked, secrets as ****.
    QByteArray print() const;
    static QByteArray help();
    // What links to this server begin with, no slash at the end.
    QByteArray linkBase() const { return publicUrl.isEmpty() ? "http://" + listen : publicUrl; }
};

} // namespace cargo::config
