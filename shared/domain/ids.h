#pragma once

#include "shared/domain/clock.h"

#include <QByteArray>
#include <QHashFunctions>
#include <QString>
#include <QStringView>

#include <array>
#include <compare>
#include <optional>

namespace cargo {

// A UUID (RFC 9562) as 16 bytes in network order. Text is lower case with dashes, without braces.
struct Uuid
{
    std::array<quint8, 16> bytes{};

    friend constexpr auto operator<=>(const Uuid &, const Uuid &) = default;
    bool isNull() const;
    QByteArray toText() const;
    QString toString() const { return QString::fromLatin1(toText()); }
    // Exactly 36 characters with dashes in their places, any case; nothing else.
    static std::optional<Uuid> fromText(QStringView text);
    static std::optional<Uuid> fromText(QByteArrayView text);
};

// Version 7: 48 bits of Unix milliseconds, then random bits; sorts by time of creation. `random` needs ten bytes.
Uuid makeUuidV7(Timestamp now, const std::array<quint8, 10> &random);
// Version 7 with random bytes of the operating system.
Uuid newUuid(Timestamp now);

inline size_t qHash(const Uuid &uuid, size_t seed = 0) { return qHashBits(uuid.bytes.data(), uuid.bytes.size(), seed); }

// An id of one kind of thing: a UserId never stands where a DealId is wanted.
template <typename Tag>
struct Id
{
    Uuid uuid;

    friend constexpr auto operator<=>(const Id &, const Id &) = default;
    bool isNull() const { return uuid.isNull(); }
    QByteArray toText() const { return uuid.toText(); }
    QString toString() const { return uuid.toString(); }
    static std::optional<Id> fromText(QStringView text)
    {
        const auto uuid = Uuid::fromText(text);
        return uuid ? std::optional<Id>(Id{*uuid}) : std::nullopt;
    }
    static std::optional<Id> fromText(QByteArrayView text)
    {
        const auto uuid = Uuid::fromText(text);
        return uuid ? std::optional<Id>(Id{*uuid}) : std::nullopt;
    }
    static Id make(Timestamp now) { return Id{newUuid(now)}; }
};
template <typename Tag>
size_t qHash(const Id<Tag> &id, size_t seed = 0)
{
    return qHash(id.uuid, seed);
}

using UserId = Id<struct UserTag>;
using SessionId = Id<struct SessionTag>;
using MediaId = Id<struct MediaTag>;
using ListingId = Id<struct ListingTag>;
using ConversationId = Id<struct ConversationTag>;
using MessageId = Id<struct MessageTag>;
using DealId = Id<struct DealTag>;
using CheckpointId = Id<struct CheckpointTag>;
using AmendmentId = Id<struct AmendmentTag>;
using PaymentId = Id<struct PaymentTag>;
using ProviderOpId = Id<struct ProviderOpTag>;
using TicketId = Id<struct TicketTag>;
using ReviewId = Id<struct ReviewTag>;
using NotificationId = Id<struct NotificationTag>;

} // namespace cargo
