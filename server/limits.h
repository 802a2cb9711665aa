#pragma once

#include <QtGlobal>

#include <array>
#include <string_view>

// Every limit of the server, with units in the names. What an operator may change is a setting (config/settings.h) and
// stands here only as the default; structures are handed in, so that tests can use small numbers.
namespace cargo::limits {

// One HTTP listener.
struct Http
{
    qint64 headBytes = 16 * 1024;  // request line and headers; more is 431
    qint64 targetBytes = 8 * 1024; // path and query; more is 414
    int headerCount = 100;
    qint64 bodyBytes = 64 * 1024;           // where a route says nothing, and for paths that do not exist
    qint64 memoryBodyBytes = 1024 * 1024;   // no body grows larger in memory, whatever a route says
    qint64 lingerBytes = 256 * 1024 * 1024; // read and thrown away after a refusal, so that the client sees it

    int headMs = 5'000; // first byte to end of head, and accept to first byte
    int bodyMs = 15'000;
    int uploadMs = 120'000;
    int idleMs = 30'000;   // between two requests
    int handleMs = 30'000; // then the call is cancelled and answered with 503
    int writeMs = 30'000;  // without any progress of the client's reading
    int lingerMs = 1'000;
    int sweepMs = 250; // how often deadlines are looked at

    int connectionsPerAddress = 4096; // over all threads
    int connections = 20'000;         // of one thread
    int lingeringRefusals = 256;      // refused connections that still wait for the client to read, of one thread
};

// Files sent as answers.
inline constexpr qint64 kFileChunkBytes = 128 * 1024;

// Uploads: one part `file` of multipart/form-data.
inline constexpr qint64 kImageUploadBytes = 20 * 1024 * 1024;
inline constexpr qint64 kDocumentUploadBytes = 20 * 1024 * 1024;
inline constexpr qint64 kMultipartOverheadBytes = 16 * 1024;
inline constexpr int kMultipartParts = 8;
// In pieces that go on after a break.
inline constexpr qint64 kUploadPieceBytes = 1024 * 1024;
inline constexpr int kUploadsPerUser = 50; // begun and not finished
inline constexpr qint64 kUploadsWaitMs = 60'000;
inline constexpr qint64 kUploadKeptMs = 24 * 3'600'000LL;
inline constexpr int kMultipartHeadBytes = 4 * 1024;
inline constexpr int kMultipartOtherPartBytes = 64 * 1024;

// Path and query.
inline constexpr int kPathParameterBytes = 512;
inline constexpr int kQueryParameters = 100;

// After a change of where a driver is paid.
inline constexpr qint64 kPayoutHoldMs = 72 * 3'600'000LL;

// What one user may have.
inline constexpr int kOpenTicketsPerUser = 20;
inline constexpr int kSavedSearchesPerUser = 50;
inline constexpr int kInterestsPerUser = 200;      // cars that he looked at; the oldest go
inline constexpr int kBehaviourEventsPerDay = 300; // of one person and one day (UTC); what comes beyond is passed over
inline constexpr int kTypedSearchesPerUser = 50;   // remembered for counting what many search for; the oldest go
inline constexpr int kImportRows = 500;            // of one table of listings
inline constexpr qint64 kImportBodyBytes = 1024 * 1024;
inline constexpr int kDevicesPerUser = 20;

// The desk of staff.
inline constexpr int kViewerSeconds = 45;                  // a look at a case counts this long; the console renews it
inline constexpr qint64 kSnoozeMs = 90 * 24 * 3'600'000LL; // a case is put off at most this long

// Delivery acts, each painted by a process of its own.
inline constexpr int kActsAtOnce = 2; // of the whole server
inline constexpr int kActsWaiting = 16;
inline constexpr int kActRenderMs = 10'000;
inline constexpr quint64 kActMemoryBytes = 1024ULL * 1024 * 1024; // of address space
inline constexpr quint64 kActFileBytes = 16 * 1024 * 1024;        // written by the painter: a cache of fonts, no more
inline constexpr qint64 kActJsonBytes = 1024 * 1024;
inline constexpr qint64 kActPdfBytes = 4 * 1024 * 1024;

// Archives of a person's data.
inline constexpr qint64 kExportGapMs = 24 * 3'600'000LL; // between two orders of one person
inline constexpr qint64 kExportKeptMs = 7 * 24 * 3'600'000LL;

// Headers that are copied into the context.
inline constexpr int kUserAgentBytes = 256;
inline constexpr int kRequestIdBytes = 64;
inline constexpr int kIdempotencyKeyBytes = 128;

// Cards of listings that one process remembers for the pages of its search: about 50,000.
inline constexpr qint64 kCardShelfBytes = 64 * 1024 * 1024;

// Lists.
inline constexpr int kPageDefault = 20;
inline constexpr int kPageMax = 100;

// One WebSocket, and the hub of one thread.
struct Ws
{
    qint64 messageBytes = 64 * 1024; // one frame, and one message put together from its fragments
    int fragments = 64;              // of one message
    qint64 queueBytes = 256 * 1024;  // unsent, then the reader is too slow and is cut off
    int waitingFrames = 32;          // received and not yet handled; then reading stops
    double framesPerSecond = 50;     // of one socket, control frames too; 0: no limit
    double frameBurst = 200;
    int framesRefused = 200; // beyond the rate, then the socket is closed
    int authMs = 5'000;
    int pingMs = 25'000; // of silence, then we ask
    int pingsMissed = 2; // unanswered, then the socket is closed
    int closeMs = 2'000; // for the other side's answer to our close
    int sweepMs = 500;   // how often deadlines are looked at
    int callMs = 15'000; // one frame's work
    int connectionsPerUser = 16;
    int sockets = 100'000;       // of one thread
    int unsignedSockets = 2'000; // of one thread, not signed in yet
    int watchesPerSession = 64;  // partners whose presence it follows
    int presenceAskMs = 20'000;  // nothing heard of somebody who is connected to another server: asked for
    int presenceLostMs = 50'000; // nor an answer: gone
    int replayPage = 100;
    qint64 replayEvents = 5'000; // missed more than this: resync
};

// Chat.
inline constexpr int kChatContextMessages = 12;    // of a conversation, looked at for contacts in parts
inline constexpr int kChatContextCodePoints = 300; // of each of them
inline constexpr qint64 kChatContextMs = 24 * 3'600'000LL;
inline constexpr int kChatMemoryEntries = 8192; // senders whose last messages are remembered
inline constexpr qint64 kTypingGapMs = 1'000;   // typing frames that come faster are dropped

// Buckets of the rate limit, by name in RouteOptions::rateLimit. Requests a minute come from the settings.
enum class Bucket { Api, Auth, Upload, Search };
inline constexpr std::array<std::string_view, 4> kBucketNames = {"api", "auth", "upload", "search"};
// A bucket holds this share of a minute: what may come at once.
inline constexpr int kBurstPart = 6;
inline constexpr int kRateEntriesPerShard = 4096; // full buckets beyond this are forgotten

// Draining at the end.
inline constexpr int kDrainMs = 10'000;

} // namespace cargo::limits
