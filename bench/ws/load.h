#pragma once

// What the load clients share: WebSockets by the thousand on one thread with epoll, so that they take little of the machine;
// resident memory and processor time of the server from /proc.
#include <cstdint>
#include <string>
#include <vector>

namespace load {

int64_t nowNs();
double residentKb(const std::string &pid);
double processorSeconds(const std::string &pid);
[[noreturn]] void fail(const char *what);
void allowManyFiles();
// A masked text frame.
std::string frameOf(const std::string &payload);

class Client
{
public:
    Client(uint16_t port, size_t sockets) : m_port(port), m_sockets(sockets) {}
    virtual ~Client() = default;

    // What the sockets throw at each other after `warmUp` seconds.
    struct Measured
    {
        double messagesPerS = 0;
        double p50Ms = 0;
        double p99Ms = 0;
        double serverUsPerMessage = 0;
    };
    Measured measure(double warmUp, double seconds, const std::string &serverPid);

    // Connects and signs in, one after the other.
    void connectOne(size_t number, const std::string &token);
    void runFor(double seconds);
    void sendText(size_t number, const std::string &payload);
    size_t size() const { return m_sockets.size(); }

protected:
    virtual void onText(size_t number, const std::string &payload) = 0;
    void arrived(int64_t sentNs) { m_latencies.push_back(nowNs() - sentNs); }

private:
    struct Socket
    {
        int fd = -1;
        std::string in;
    };
    void readable(size_t number);

    uint16_t m_port;
    std::vector<Socket> m_sockets;
    int m_epoll = -1;
    std::vector<int64_t> m_latencies;
};

} // namespace load
