#pragma once

#include "server/db/database.h"
#include "shared/api/json_writer.h"
#include "shared/api/message_dto.h"

namespace cargo::chat {

struct MessageRow
{
    MessageId id;
    ConversationId conversationId;
    qint64 seq = 0;
    std::optional<UserId> senderId;
    std::optional<Uuid> clientId;
    QByteArray body;
    QByteArray redactedBody;
    bool masked = false;
    QByteArray flags; // JSON object
    std::vector<MediaId> attachments;
    Timestamp createdAt;
};

// Who reads: the two sides see contacts only when they are open; staff with the permission see what was written.
enum class Sight { Masked, Open };
void writeMessage(api::JsonWriter &out, const MessageRow &message, Sight sight);

struct Sides
{
    UserId buyer;
    UserId driver;

    bool has(UserId user) const { return user == buyer || user == driver; }
    UserId other(UserId user) const { return user == buyer ? driver : buyer; }
};

struct ConversationRow
{
    ConversationId id;
    ListingId listingId;
    Sides sides;
    qint64 lastSeq = 0;
    qint64 readSeq = 0;
    qint64 peerReadSeq = 0;
    bool contactsOpen = false;
    Timestamp createdAt;
    Timestamp lastMessageAt;
    QByteArray listingCard;
    QByteArray peerCard;
    std::optional<Timestamp> mutedUntil;
    std::optional<MessageRow> lastMessage;

    QByteArray toJson() const;
};

// A message as it is to be stored, and what its verdict stood on.
struct NewMessage
{
    MessageRow row; // without seq
    int contactAttempts = 0;
    qint64 contextSeq = 0; // the sender's messages up to this one were looked at; kNoContext: none need be
    Timestamp contextSince;
};
inline constexpr qint64 kNoContext = std::numeric_limits<qint64>::max();

struct ContextMessage
{
    qint64 seq = 0;
    QString text;
};

// What one statement said. Only Stored has changed anything.
struct SendAnswer
{
    enum class Kind { Stored, Repeated, Muted, ContextStale, NotFound };
    Kind kind = Kind::NotFound;
    qint64 seq = 0;
    bool contactsOpen = false;
    Timestamp mutedUntil;
    MessageRow repeated;
    QByteArray stored;                   // JSON, filled by the service
    std::vector<ContextMessage> context; // ascending
};

struct ReadAnswer
{
    Sides sides;
    qint64 lastSeq = 0;
    qint64 readSeq = 0;
    bool moved = false;
};

// SQL of conversations and messages. Knows nothing of rules but what a statement has to carry: membership, order, mutes.
class ChatStore
{
public:
    explicit ChatStore(db::Database &database) : m_database(database) {}

    struct ListingState
    {
        UserId driver;
        bool published = false;
        std::optional<ConversationId> existing;
        bool withdrawn = false; // was on sale: whoever has its address still sees it
    };
    QCoro::Task<Result<ListingState>> listingState(db::Transaction tx, ListingId listing, UserId buyer);
    // False: it was there already.
    QCoro::Task<Result<bool>> create(db::Transaction tx, ConversationId id, ListingId listing, Sides sides, Timestamp now);
    QCoro::Task<Result<ConversationId>> find(db::Transaction tx, ListingId listing, UserId buyer);

    // NotFound also for conversations of others.
    QCoro::Task<Result<ConversationRow>> conversation(CallContextPtr context, ConversationId id, UserId reader);
    QCoro::Task<Result<std::vector<ConversationRow>>> conversations(CallContextPtr context, UserId reader,
                                                                    std::optional<std::pair<Timestamp, Uuid>> before, int limit);
    QCoro::Task<Result<Sides>> sides(CallContextPtr context, ConversationId id);

    struct MessagePage
    {
        bool contactsOpen = false;
        std::vector<MessageRow> messages;
    };
    // `before` gives older ones, newest first; `after` newer ones, oldest first. Without a reader: staff.
    QCoro::Task<Result<MessagePage>> messages(CallContextPtr context, ConversationId id, std::optional<UserId> reader,
                                              std::optional<qint64> before, std::optional<qint64> after, int limit);

    // One statement, one round trip: membership, mute, context, number, message, event for both sides; a second one tells
    // why nothing was stored. AlreadyExists: this client_id was used. Outside of a transaction also the stored answer of a
    // request with an Idempotency-Key; IdempotencyReplay as jobs::remember says.
    QCoro::Task<Result<SendAnswer>> send(CallContextPtr context, NewMessage message);
    QCoro::Task<Result<SendAnswer>> send(db::Transaction tx, NewMessage message);
    // Senders to this conversation wait for one another until the end of the transaction.
    QCoro::Task<Outcome> lock(db::Transaction tx, ConversationId id);
    struct SentBefore
    {
        MessageRow message;
        bool contactsOpen = false;
    };
    QCoro::Task<Result<SentBefore>> sentBefore(CallContextPtr context, ConversationId id, UserId sender, Uuid clientId);
    QCoro::Task<Result<bool>> ownsMedia(CallContextPtr context, UserId owner, std::vector<MediaId> media);

    QCoro::Task<Result<int>> attemptsSince(db::Transaction tx, ConversationId id, UserId sender, Timestamp since);
    QCoro::Task<Outcome> mute(db::Transaction tx, ConversationId id, UserId user, Timestamp until, int attempts, Timestamp now);

    QCoro::Task<Result<ReadAnswer>> markRead(CallContextPtr context, ConversationId id, UserId reader, qint64 seq);

    // Answers the sides when contacts were closed until now.
    QCoro::Task<Result<std::optional<Sides>>> openContacts(db::Transaction tx, ConversationId id, Timestamp now);
    struct SystemLine
    {
        qint64 seq = 0;
        Sides sides;
    };
    // Nothing when this line was appended before.
    QCoro::Task<Result<std::optional<SystemLine>>> appendSystem(db::Transaction tx, ConversationId id, MessageId message,
                                                                QByteArray flags, Timestamp now);

    // Error: NotFound.
    struct Writer
    {
        QByteArray role;
        Locale locale = Locale::Ru;
    };
    // Error NotFound.
    QCoro::Task<Result<Writer>> writerOf(db::Transaction tx, UserId user);
    QCoro::Task<Outcome> endMute(db::Transaction tx, UserId user, Timestamp now);
    // In every conversation; a moment that has passed ends it.
    QCoro::Task<Outcome> muteEverywhere(db::Transaction tx, UserId user, Timestamp until, QString reason, UserId by,
                                        Timestamp now);

private:
    db::Database &m_database;
};

} // namespace cargo::chat
