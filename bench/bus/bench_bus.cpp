// bench_bus SOCKET RATE SECONDS: two buses of one installation; one publishes RATE messages a second of the size of a chat frame,
// the other hears them. Prints JSON: hop_p50_us, hop_p99_us, lost, ping_p50_us, ping_p99_us.
#include "server/bus/redis_bus.h"

#include <QCoreApplication>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <hiredis/hiredis.h>
#include <mutex>
#include <thread>

using namespace cargo;
using namespace std::chrono;

namespace {
constexpr int kFrameBytes = 600;
constexpr int kPings = 5'000;

qint64 nowNs() { return duration_cast<nanoseconds>(steady_clock::now().time_since_epoch()).count(); }

double at(std::vector<qint64> &sorted, double share)
{
    return sorted.empty() ? 0 : double(sorted[size_t(share * double(sorted.size() - 1))]) / 1'000;
}

std::vector<qint64> pings(const char *socket)
{
    std::vector<qint64> took;
    redisContext *redis = redisConnectUnix(socket);
    for (int i = 0; redis && !redis->err && i < kPings; ++i) {
        const qint64 begun = nowNs();
        freeReplyObject(redisCommand(redis, "PING"));
        took.push_back(nowNs() - begun);
    }
    redisFree(redis);
    std::sort(took.begin(), took.end());
    return took;
}
} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    if (argc != 4)
        return 2;
    const int rate = atoi(argv[2]);
    const int count = rate * atoi(argv[3]);
    const auto address = RedisAddress::fromUrl(QByteArray("unix://") + argv[1]);
    if (!address || rate <= 0)
        return 2;
    std::vector<qint64> plain = pings(argv[1]);
    RedisBus one(*address, "bench"), two(*address, "bench");
    while (!one.reachesAll() || !two.reachesAll())
        std::this_thread::sleep_for(1ms);
    std::mutex mutex;
    std::vector<qint64> took;
    two.subscribe("t", [&](const QByteArray &payload) {
        const qint64 now = nowNs();
        const std::lock_guard lock(mutex);
        took.push_back(now - payload.left(20).trimmed().toLongLong());
    });
    const auto begun = steady_clock::now();
    for (int i = 0; i < count; ++i) {
        std::this_thread::sleep_until(begun + nanoseconds(1'000'000'000LL * i / rate));
        one.publish("t", QByteArray::number(nowNs()).leftJustified(kFrameBytes));
    }
    std::this_thread::sleep_for(500ms);
    const std::lock_guard lock(mutex);
    std::sort(took.begin(), took.end());
    std::printf(R"({"hop_p50_us":%.1f,"hop_p99_us":%.1f,"lost":%d,"ping_p50_us":%.1f,"ping_p99_us":%.1f})"
                "\n",
                at(took, 0.5), at(took, 0.99), count - int(took.size()), at(plain, 0.5), at(plain, 0.99));
    return 0;
}
