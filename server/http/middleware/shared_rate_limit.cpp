#include "server/http/middleware/shared_rate_limit.h"

#include "shared/api/json_reader.h"
#include "shared/api/json_writer.h"
#include "shared/domain/ids.h"

#include <QJsonArray>

#include <utility>

namespace cargo::http {

namespace {
constexpr char kTopic[] = "rate.taken";
}

SharedRateLimiter::SharedRateLimiter(std::array<qint64, limits::kBucketNames.size()> perMinute, Bus &bus, const Clock &clock)
    : m_local(perMinute), m_bus(bus), m_clock(clock), m_name(newUuid(clock.now()).toText()),
      m_subscription(bus.subscribe(kTopic, [this](const QByteArray &payload) { hear(payload); }))
{
}

SharedRateLimiter::~SharedRateLimiter() { m_bus.unsubscribe(m_subscription); }

RateLimiter::Verdict SharedRateLimiter::take(limits::Bucket bucket, QByteArrayView key, Timestamp now)
{
    const Verdict verdict = m_local.take(bucket, key, now);
    if (!verdict.allowed)
        return verdict;
    std::unordered_map<std::string, int> taken;
    {
        const std::lock_guard lock(m_mutex);
        ++m_taken[char('0' + int(bucket)) + std::string(key.data(), size_t(key.size()))];
        if (now.unixMs - m_toldAtMs < kGatherMs && now.unixMs >= m_toldAtMs)
            return verdict;
        m_toldAtMs = now.unixMs;
        taken = std::exchange(m_taken, {});
    }
    api::JsonWriter out(64 + 64 * qsizetype(taken.size()));
    out.beginObject().field("from", m_name).key("taken").beginArray();
    for (const auto &[name, count] : taken) {
        out.beginArray().value(QByteArray(name.data(), qsizetype(name.size())));
        out.value(count).endArray();
    }
    out.endArray().endObject();
    m_bus.publish(kTopic, out.take());
    return verdict;
}

void SharedRateLimiter::hear(const QByteArray &payload)
{
    const auto object = api::parseObject(payload);
    if (!object || object->value(QLatin1String("from")).toString().toLatin1() == m_name)
        return;
    for (const QJsonValue one : object->value(QLatin1String("taken")).toArray()) {
        const QByteArray name = one[0].toString().toUtf8();
        const int bucket = name.isEmpty() ? -1 : name[0] - '0';
        if (bucket >= 0 && bucket < int(limits::kBucketNames.size()))
            m_local.spend(limits::Bucket(bucket), QByteArrayView(name).sliced(1), one[1].toInt(), m_clock.now());
    }
}

} // namespace cargo::http
