#include "server/http/address_counter.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <algorithm>
#include <cstring>
#include <map>
#include <mutex>

namespace cargo::http {

namespace {
constexpr std::array<quint8, 12> kMapped = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff};
}

AddressKey addressKey(const sockaddr_storage &address)
{
    AddressKey key{};
    if (address.ss_family == AF_INET) {
        std::copy(kMapped.begin(), kMapped.end(), key.begin());
        std::memcpy(key.data() + 12, &reinterpret_cast<const sockaddr_in &>(address).sin_addr, 4);
    } else if (address.ss_family == AF_INET6) {
        std::memcpy(key.data(), &reinterpret_cast<const sockaddr_in6 &>(address).sin6_addr, 16);
    }
    return key;
}

QByteArray addressText(const AddressKey &key)
{
    char text[INET6_ADDRSTRLEN] = {};
    if (std::equal(kMapped.begin(), kMapped.end(), key.begin()))
        inet_ntop(AF_INET, key.data() + 12, text, sizeof text);
    else
        inet_ntop(AF_INET6, key.data(), text, sizeof text);
    return text;
}

struct alignas(64) AddressCounter::Shard
{
    std::mutex mutex;
    std::map<AddressKey, int> counts;
};

AddressCounter::AddressCounter() : m_shards(std::make_unique<std::array<Shard, kShards>>()) {}
AddressCounter::~AddressCounter() = default;

AddressCounter::Shard &AddressCounter::shardOf(const AddressKey &key)
{
    return (*m_shards)[(size_t(key[15]) * 31 + key[14] + key[7]) % kShards];
}

bool AddressCounter::add(const AddressKey &key, int limit)
{
    Shard &shard = shardOf(key);
    const std::lock_guard guard(shard.mutex);
    int &count = shard.counts[key];
    if (count >= limit)
        return false;
    ++count;
    return true;
}

void AddressCounter::remove(const AddressKey &key)
{
    Shard &shard = shardOf(key);
    const std::lock_guard guard(shard.mutex);
    const auto found = shard.counts.find(key);
    if (found != shard.counts.end() && --found->second <= 0)
        shard.counts.erase(found);
}

} // namespace cargo::http
