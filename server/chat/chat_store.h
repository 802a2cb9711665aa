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
    std::vector<MediaId> hidden;   // those of them in which a contact was read
    std::optional<qint64> replyTo; // number of an earlier message here
    std::optional<Timestamp> editedAt;
    std::optional<Timestamp> deletedAt;
    Timestamp createdAt;
};

// Who reads: the two sides see contacts only when they are open, and nothing of what was deleted; staff with the permission
// see what was written.
enum class Sight { Masked, Open, Written };
inline Sight sightOf(bool contactsOpen) { return contactsOpen ? Sight::Open : Sight::Masked; }
void writeMessage(api::JsonWriter &out, const MessageRow &message, Sight sight);
QByteArray messageJson(const MessageRow &message, Sight sight);

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
    qint64 peerDeliveredSeq = 0;
    bool contactsOpen = false;
    Timestamp createdAt;
    Timestamp lastMessageAt;
    QByteArray listingCard;
    QByteArray peerCard;
    std::optional<Timestamp> mutedUntil;
    std::optional<Uuid> muteDecision;
    bool blockedByMe = false;
    bool closed = false; // one side blocked the other, and no deal of theirs is running: nobody writes
    QByteArray draft;    // JSON object or empty
    std::optional<MessageRow> lastMessage;

    // `editWindowMs`: how long a message may be changed.
    QByteArray toJson(qint64 editWindowMs) const;
};

// A message as it is to be stored, and what its verdict stood on.
struct NewMessage
{
    MessageRow row; // without seq
    int contactAttempts = 0;
    qint64 contextSeq = 0; // the sender's messages up to this one were looked at; kNoContext: none need be
    Timestamp contextSince;
    Timestamp contextEdited; // and all changes of them until then
};
inline constexpr qint64 kNoContext = std::numeric_limits<qint64>::max();

struct ContextMessage
{
    qint64 seq = 0;
    QString text;
    Timestamp editedAt{}; // 0: never changed
};

// What one statement said. Only Stored has changed anything.
struct SendAnswer
{
    enum class Kind { Stored, Repeated, Muted, Blocked, ContextStale, NotFound };
    Kind kind = Kind::NotFound;
    qint64 seq = 0;
    bool contactsOpen = false;
    bool draftDropped = false; // what he had begun to write here is sent now
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
        bool blocked = false;   // one of the two wants nothing of the other
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
    // What people wrote and did not delete and what holds all of `words` (see searchWords), newest first. `written`: staff
    // look into what was written, everybody else into what he sees.
    QCoro::Task<Result<MessagePage>> messagesWith(CallContextPtr context, ConversationId id, std::optional<UserId> reader,
                                                  QByteArray words, bool written, std::optional<qint64> before, int limit);

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
    // Those of `media` in which a contact was read. Error: NotFound (not all of them are his).
    QCoro::Task<Result<std::vector<MediaId>>> contactsAmong(CallContextPtr context, UserId owner, std::vector<MediaId> media);

    // A message of a conversation of `reader`'s, the conversation locked. Error: NotFound.
    struct Changeable
    {
        MessageRow message;
        Sides sides;
        bool contactsOpen = false;
        bool closed = false; // see ConversationRow
        std::optional<Timestamp> mutedUntil;
    };
    QCoro::Task<Result<Changeable>> forChange(db::Transaction tx, MessageId id, UserId reader, Timestamp now);
    // What its sender said around it, ascending, without it.
    QCoro::Task<Result<std::vector<ContextMessage>>> saidAround(db::Transaction tx, MessageRow message, Timestamp since);
    // What stood there is kept as a version.
    QCoro::Task<Outcome> rewrite(db::Transaction tx, MessageRow message, int contactAttempts);
    QCoro::Task<Outcome> remove(db::Transaction tx, MessageId id, Timestamp now);
    // A contact was read in one of its photos. Nothing: this photo is hidden already, or is none of it.
    QCoro::Task<Result<std::optional<Changeable>>> hidePhoto(db::Transaction tx, MessageId id, MediaId photo, int attempts,
                                                             QByteArray kind);
    // Its words and photos are no contact after all: both sides see them, and they count no longer.
    QCoro::Task<Result<bool>> unmask(db::Transaction tx, MessageId id);

    QCoro::Task<Result<int>> attemptsSince(db::Transaction tx, ConversationId id, UserId sender, Timestamp since);
    struct Mute
    {
        ConversationId conversation;
        UserId user;
        Timestamp until;
        int attempts = 0;
        Uuid decision; // of the desk: what he reads, and may appeal against
    };
    QCoro::Task<Outcome> mute(db::Transaction tx, Mute mute, Timestamp now);

    QCoro::Task<Result<ReadAnswer>> markRead(CallContextPtr context, ConversationId id, UserId reader, qint64 seq);
    // `readSeq` of the answer: delivered up to there.
    QCoro::Task<Result<ReadAnswer>> markDelivered(CallContextPtr context, ConversationId id, UserId reader, qint64 seq);

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
    QCoro::Task<Outcome> endMuteIn(db::Transaction tx, ConversationId id, UserId user, Timestamp now);
    // What this decision of the rules has stopped.
    QCoro::Task<Outcome> endMuteOf(db::Transaction tx, Uuid decision, Timestamp now);
    // In every conversation; a moment that has passed ends it.
    QCoro::Task<Outcome> muteEverywhere(db::Transaction tx, UserId user, Timestamp until, QString reason, UserId by,
                                        std::optional<Uuid> decision, Timestamp now);

private:
    db::Database &m_database;
};

} // namespace cargo::chat
