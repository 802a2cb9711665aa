#pragma once

#include "shared/domain/account/role.h"
#include "shared/domain/clock.h"
#include "shared/domain/ids.h"
#include "shared/domain/result.h"

#include <QByteArray>

#include <algorithm>
#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace cargo {

// What staff may do. Stored as words in users.permissions.
enum class Permission : quint32 {
    None = 0,
    Support = 1u << 0,  // tickets, disputes
    Moderate = 1u << 1, // queues, original message bodies
    Finance = 1u << 2,  // ledger, reconciliation, payouts
    Admin = 1u << 3,    // everything, staff accounts, settings
};
// Either is enough: for a route that two kinds of staff share.
constexpr Permission operator|(Permission a, Permission b) { return Permission(quint32(a) | quint32(b)); }

// Who is asking. Anonymous callers have no Principal.
struct Principal
{
    UserId user;
    SessionId session;
    Role role = Role::Buyer;
    quint32 permissions = 0;

    bool may(Permission p) const { return role == Role::Staff && (permissions & (quint32(p) | quint32(Permission::Admin))) != 0; }
};

enum class Locale { Ru, En };

// An Idempotency-Key with the hash of the request that it came with. Stored beside the write, in its transaction.
struct IdempotencyKey
{
    QByteArray key;         // as sent, 1..128 visible ASCII characters
    QByteArray requestHash; // SHA-256 over method, path and body, 32 bytes
};

// Travels with one request (or one job) through service and store: who, until when, and whether anybody still waits.
// Belongs to one thread. Every await of a database or a provider takes it.
class CallContext
{
public:
    CallContext(Timestamp started, Timestamp until) : startedAt(started), deadline(until) {}

    Timestamp startedAt;
    Timestamp deadline;
    QByteArray requestId;   // UUID text, also in the log and in X-Request-Id
    QByteArray traceparent; // W3C trace context, empty when none came
    QByteArray peerAddress; // text form, for rate limits and sessions
    QByteArray userAgent;   // cut to 256 bytes
    Locale locale = Locale::Ru;
    std::optional<Principal> principal;
    std::optional<IdempotencyKey> idempotency;

    bool cancelled() const { return m_cancelled; }
    // The client hung up or the server drains: what waits for this call is told at once, and once.
    void cancel()
    {
        if (m_cancelled)
            return;
        m_cancelled = true;
        // By index: a callback may remove others or add new ones.
        for (size_t i = 0; i < m_onCancel.size(); ++i) {
            if (const auto callback = std::exchange(m_onCancel[i], nullptr))
                callback();
        }
    }
    // Called at cancel(). Returns a number for removeOnCancel().
    size_t onCancel(std::function<void()> callback)
    {
        m_onCancel.push_back(std::move(callback));
        return m_onCancel.size() - 1;
    }
    void removeOnCancel(size_t number)
    {
        if (number < m_onCancel.size())
            m_onCancel[number] = nullptr;
        // A long-lived context (a job, a WebSocket session) makes many calls: free places go.
        while (!m_cancelled && !m_onCancel.empty() && !m_onCancel.back())
            m_onCancel.pop_back();
    }

    // The deadline on the monotonic clock: the time allowed (deadline - startedAt) counted from the making of this
    // context. Real waiting is measured with it, so that a test's frozen clock stops nothing.
    std::chrono::steady_clock::time_point steadyDeadline() const
    {
        return m_madeAt + std::chrono::milliseconds(std::clamp<qint64>(deadline.unixMs - startedAt.unixMs, 0, kDayMs));
    }

private:
    std::chrono::steady_clock::time_point m_madeAt = std::chrono::steady_clock::now();
    bool m_cancelled = false;
    std::vector<std::function<void()>> m_onCancel;
};

using CallContextPtr = std::shared_ptr<CallContext>;

} // namespace cargo
