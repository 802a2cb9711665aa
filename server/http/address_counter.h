#pragma once

#include <QByteArray>

#include <array>
#include <memory>

struct sockaddr_storage;

namespace cargo::http {

// A network address as 16 bytes; IPv4 in its mapped form.
using AddressKey = std::array<quint8, 16>;
AddressKey addressKey(const sockaddr_storage &address);
// "192.0.2.7" or "2001:db8::7".
QByteArray addressText(const AddressKey &key);

// How many connections each address has, over all threads. Locks a shard when a connection comes or goes, never for a
// request.
class AddressCounter
{
public:
    AddressCounter();
    ~AddressCounter();
    // False, and nothing counted, when the address has `limit` already.
    bool add(const AddressKey &key, int limit);
    void remove(const AddressKey &key);

private:
    struct Shard;
    static constexpr size_t kShards = 64;
    Shard &shardOf(const AddressKey &key);
    std::unique_ptr<std::array<Shard, kShards>> m_shards;
};

} // namespace cargo::http
