#pragma once

#include "server/chat/chat_store.h"

#include <array>
#include <list>
#include <mutex>
#include <unordered_map>

namespace cargo::chat {

// What the threads of one server remember together so that sending needs no extra round trip: the last messages of
// senders (a contact may be spread over several), the two sides of conversations, and how fast somebody writes. Bounded,
// thread-safe, and only a memory: every answer is checked by the statement that writes, or never changes.
class ChatMemory
{
public:
    explicit ChatMemory(qint64 messagesPerMinute) : m_messagesPerMinute(messagesPerMinute) {}

    // What this sender wrote last here, ascending; empty when not known.
    std::vector<ContextMessage> context(ConversationId conversation, UserId sender, Timestamp since);
    void setContext(ConversationId conversation, UserId sender, const std::vector<ContextMessage> &messages, Timestamp now);
    // `always`: also when nothing was known of this sender.
    void sent(ConversationId conversation, UserId sender, ContextMessage message, Timestamp now, bool always);

    std::optional<Sides> sides(ConversationId conversation);
    void setSides(ConversationId conversation, Sides sides);

    // False: too many messages of this sender; `retryAfterMs` then says when the next one goes through.
    bool takeToken(UserId sender, Timestamp now, qint64 *retryAfterMs);

private:
    struct UuidHash
    {
        size_t operator()(const Uuid &uuid) const noexcept { return qHash(uuid); }
    };
    // Least recently used goes first.
    template <typename Value>
    class Recent
    {
    public:
        Value *find(const Uuid &key)
        {
            const auto found = m_index.find(key);
            if (found == m_index.end())
                return nullptr;
            m_list.splice(m_list.begin(), m_list, found->second);
            return &found->second->second;
        }
        Value &insert(const Uuid &key, size_t capacity)
        {
            if (Value *known = find(key))
                return *known;
            m_list.emplace_front(key, Value());
            m_index.emplace(key, m_list.begin());
            if (m_index.size() > capacity) {
                m_index.erase(m_list.back().first);
                m_list.pop_back();
            }
            return m_list.front().second;
        }

    private:
        std::list<std::pair<Uuid, Value>> m_list;
        std::unordered_map<Uuid, typename std::list<std::pair<Uuid, Value>>::iterator, UuidHash> m_index;
    };
    struct Said
    {
        std::vector<std::pair<Timestamp, ContextMessage>> messages;
    };
    struct Tokens
    {
        double left = 0;
        Timestamp at;
    };
    struct Shard
    {
        std::mutex mutex;
        Recent<Said> said;
        Recent<Sides> sides;
        Recent<Tokens> tokens;
    };
    static constexpr size_t kShards = 16;

    static Uuid key(ConversationId conversation, UserId sender);
    Shard &shardOf(const Uuid &uuid) { return m_shards[uuid.bytes[15] % kShards]; }

    const qint64 m_messagesPerMinute;
    std::array<Shard, kShards> m_shards;
};

} // namespace cargo::chat
