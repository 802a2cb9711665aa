#pragma once

#include "server/chat/chat_memory.h"
#include "server/core/runtime.h"
#include "server/jobs/outbox.h"
#include "server/ws/directory.h"
#include "shared/api/conversation_dto.h"

namespace cargo::chat {

// What became of a message that somebody sent.
struct Sent
{
    enum class Kind { Stored, Repeated, Muted, Blocked, TooFast };
    Kind kind = Kind::Stored;
    QByteArray message; // JSON
    Timestamp until;    // Muted, TooFast: not before
};

struct Opened
{
    bool created = false;
    QByteArray json; // {"id","listing_id","buyer_id","driver_id"}
};

struct MessageList
{
    QByteArray items;           // JSON array
    std::optional<qint64> next; // number of the last item when there may be more
};

// The rules of conversations: who may open one, who may read and write, what is masked, who is muted. Everything that is
// told to others goes through the outbox in the transaction of the message; only what may be lost (typing, read) goes
// over the bus at once. Strangers are told NotFound.
class ChatService
{
public:
    // `directory` is null where there are no sockets (jobs, tests of rules).
    ChatService(Runtime &runtime, ChatMemory &memory, ws::Directory *directory);

    QCoro::Task<Result<Opened>> open(CallContextPtr context, ListingId listing);
    QCoro::Task<Result<QByteArray>> conversation(CallContextPtr context, ConversationId id);
    struct ConversationList
    {
        QByteArray items;
        std::optional<std::pair<Timestamp, Uuid>> next;
    };
    QCoro::Task<Result<ConversationList>> conversations(CallContextPtr context, std::optional<std::pair<Timestamp, Uuid>> before,
                                                        int limit);
    // `original`: as it was written, for staff who may moderate; every look of staff is audited.
    QCoro::Task<Result<MessageList>> messages(CallContextPtr context, ConversationId id, std::optional<qint64> before,
                                              std::optional<qint64> after, int limit, bool original);
    // What holds all words of `words` as this reader sees it, newest first. TooShort: no word in it.
    QCoro::Task<Result<MessageList>> messagesWith(CallContextPtr context, ConversationId id, QString words,
                                                  std::optional<qint64> before, int limit, bool original);
    QCoro::Task<Result<Sent>> send(CallContextPtr context, ConversationId id, api::SendMessageDto message);
    // Answers {"read_seq","unread"}.
    QCoro::Task<Result<QByteArray>> markRead(CallContextPtr context, ConversationId id, qint64 seq);
    // The app has them, nobody has looked yet. Answers {"conversation_id","delivered_seq"}.
    QCoro::Task<Result<QByteArray>> markDelivered(CallContextPtr context, ConversationId id, qint64 seq);
    QCoro::Task<Outcome> typing(CallContextPtr context, ConversationId id, bool active);
    // The other side of a conversation of mine.
    QCoro::Task<Result<UserId>> partner(CallContextPtr context, ConversationId id);

private:
    QCoro::Task<Result<Sides>> sidesFor(CallContextPtr context, ConversationId id);
    QCoro::Task<Result<SendAnswer>> store(CallContextPtr context, NewMessage message);
    // With everything that a contact or an Idempotency-Key brings: more round trips, one transaction.
    bool hasPhotosToRead(const NewMessage &message) const;
    QCoro::Task<Result<SendAnswer>> storeCarefully(CallContextPtr context, NewMessage message);
    // Answers whether the reader is staff; the look of staff is on record then.
    QCoro::Task<Result<bool>> staffLooks(CallContextPtr context, ConversationId id, QByteArray what, bool original);
    QCoro::Task<Result<SendAnswer>> repeatedOr(CallContextPtr context, NewMessage message, Error error);
    Result<Sent> finish(const SendAnswer &answer, const NewMessage &sent, const api::SendMessageDto &message);

    Runtime &m_runtime;
    ChatStore m_store;
    ChatMemory &m_memory;
    ws::Directory *m_directory;
};

} // namespace cargo::chat
