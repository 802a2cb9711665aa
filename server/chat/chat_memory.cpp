#include "server/chat/chat_memory.h"

#include "server/limits.h"

#include <algorithm>

namespace cargo::chat {

namespace {
constexpr size_t kCapacity = limits::kChatMemoryEntries / 16;
constexpr size_t kMessages = limits::kChatContextMessages / 2;
} // namespace

// Ids are random in their lower half, so that two of them mixed stay apart from every other pair.
Uuid ChatMemory::key(ConversationId conversation, UserId sender)
{
    Uuid key = conversation.uuid;
    for (size_t i = 0; i < key.bytes.size(); ++i)
        key.bytes[i] = quint8(key.bytes[i] * 31 + sender.uuid.bytes[i]);
    return key;
}

std::vector<ContextMessage> ChatMemory::context(ConversationId conversation, UserId sender, Timestamp since)
{
    const Uuid k = key(conversation, sender);
    Shard &shard = shardOf(k);
    const std::lock_guard lock(shard.mutex);
    std::vector<ContextMessage> messages;
    if (const Said *said = shard.said.find(k)) {
        for (const auto &[at, message] : said->messages) {
            if (at > since)
                messages.push_back(message);
        }
    }
    return messages;
}

void ChatMemory::setContext(ConversationId conversation, UserId sender, const std::vector<ContextMessage> &messages,
                            Timestamp now)
{
    const Uuid k = key(conversation, sender);
    Shard &shard = shardOf(k);
    const std::lock_guard lock(shard.mutex);
    Said &said = shard.said.insert(k, kCapacity);
    said.messages.clear();
    for (const ContextMessage &message : messages)
        said.messages.emplace_back(now, ContextMessage{message.seq, message.text.left(limits::kChatContextCodePoints)});
}

void ChatMemory::sent(ConversationId conversation, UserId sender, ContextMessage message, Timestamp now, bool always)
{
    const Uuid k = key(conversation, sender);
    Shard &shard = shardOf(k);
    const std::lock_guard lock(shard.mutex);
    Said *said = always ? &shard.said.insert(k, kCapacity) : shard.said.find(k);
    if (!said)
        return;
    message.text = message.text.left(limits::kChatContextCodePoints);
    said->messages.emplace_back(now, std::move(message));
    std::sort(said->messages.begin(), said->messages.end(),
              [](const auto &a, const auto &b) { return a.second.seq < b.second.seq; });
    if (said->messages.size() > kMessages)
        said->messages.erase(said->messages.begin());
}

std::optional<Sides> ChatMemory::sides(ConversationId conversation)
{
    Shard &shard = shardOf(conversation.uuid);
    const std::lock_guard lock(shard.mutex);
    const Sides *sides = shard.sides.find(conversation.uuid);
    return sides ? std::optional<Sides>(*sides) : std::nullopt;
}

void ChatMemory::setSides(ConversationId conversation, Sides sides)
{
    Shard &shard = shardOf(conversation.uuid);
    const std::lock_guard lock(shard.mutex);
    shard.sides.insert(conversation.uuid, kCapacity) = sides;
}

bool ChatMemory::takeToken(UserId sender, Timestamp now, qint64 *retryAfterMs)
{
    if (m_messagesPerMinute <= 0)
        return true;
    Shard &shard = shardOf(sender.uuid);
    const std::lock_guard lock(shard.mutex);
    const bool known = shard.tokens.find(sender.uuid) != nullptr;
    Tokens &tokens = shard.tokens.insert(sender.uuid, kCapacity);
    const auto capacity = double(m_messagesPerMinute);
    const double perMs = capacity / double(kMinuteMs);
    const qint64 passedMs = std::max<qint64>(0, now.unixMs - tokens.at.unixMs); // a clock that is set back takes nothing away
    tokens.left = known ? std::min(capacity, tokens.left + double(passedMs) * perMs) : capacity;
    tokens.at = now;
    if (tokens.left < 1) {
        *retryAfterMs = qint64((1 - tokens.left) / perMs) + 1;
        return false;
    }
    tokens.left -= 1;
    return true;
}

} // namespace cargo::chat
