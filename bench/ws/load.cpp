#include "bench/ws/load.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <fstream>

namespace load {

namespace {
void sendAll(int fd, const std::string &bytes)
{
    if (::send(fd, bytes.data(), bytes.size(), MSG_NOSIGNAL) != ssize_t(bytes.size()))
        fail("send");
}
} // namespace

int64_t nowNs()
{
    timespec time{};
    ::clock_gettime(CLOCK_MONOTONIC, &time);
    return int64_t(time.tv_sec) * 1'000'000'000 + time.tv_nsec;
}

double residentKb(const std::string &pid)
{
    std::ifstream file("/proc/" + pid + "/smaps_rollup");
    std::string word;
    while (file >> word) {
        if (word == "Rss:") {
            double kb = 0;
            file >> kb;
            return kb;
        }
    }
    return 0;
}

double processorSeconds(const std::string &pid)
{
    std::ifstream file("/proc/" + pid + "/stat");
    std::string line;
    std::getline(file, line);
    long user = 0;
    long system = 0;
    std::sscanf(line.c_str() + line.rfind(')') + 1, " %*c %*d %*d %*d %*d %*d %*u %*u %*u %*u %*u %ld %ld", &user, &system);
    return double(user + system) / double(::sysconf(_SC_CLK_TCK));
}

void fail(const char *what)
{
    std::fprintf(stderr, "failed: %s (%s)\n", what, std::strerror(errno));
    std::exit(1);
}

void allowManyFiles()
{
    rlimit files{65536, 65536};
    ::setrlimit(RLIMIT_NOFILE, &files);
}

std::string frameOf(const std::string &payload)
{
    std::string frame(1, char(0x81));
    if (payload.size() < 126) {
        frame += char(0x80 | payload.size());
    } else {
        frame += char(0x80 | 126);
        frame += char(payload.size() >> 8);
        frame += char(payload.size() & 0xff);
    }
    const char mask[4] = {0x11, 0x22, 0x33, 0x44};
    frame.append(mask, 4);
    for (size_t i = 0; i < payload.size(); ++i)
        frame += char(payload[i] ^ mask[i & 3]);
    return frame;
}

Client::Measured Client::measure(double warmUp, double seconds, const std::string &serverPid)
{
    runFor(warmUp);
    m_latencies.clear();
    const double started = processorSeconds(serverPid);
    runFor(seconds);
    const double used = processorSeconds(serverPid) - started;
    if (m_latencies.empty())
        fail("no message arrived");
    std::sort(m_latencies.begin(), m_latencies.end());
    const size_t n = m_latencies.size();
    return {double(n) / seconds, double(m_latencies[n / 2]) / 1e6, double(m_latencies[n * 99 / 100]) / 1e6,
            used * 1e6 / double(n)};
}

void Client::connectOne(size_t number, const std::string &token)
{
    if (m_epoll < 0)
        m_epoll = ::epoll_create1(EPOLL_CLOEXEC);
    const int fd = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(m_port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const int on = 1;
    ::setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    if (::connect(fd, reinterpret_cast<sockaddr *>(&address), sizeof address) != 0)
        fail("connect");
    sendAll(fd, "GET /ws HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                "Sec-WebSocket-Protocol: cargo.v1\r\n\r\n");
    std::string answer;
    char buffer[1024];
    while (answer.find("\r\n\r\n") == std::string::npos) {
        const ssize_t got = ::recv(fd, buffer, sizeof buffer, 0);
        if (got <= 0)
            fail("upgrade");
        answer.append(buffer, size_t(got));
    }
    if (answer.rfind("HTTP/1.1 101", 0) != 0)
        fail(answer.c_str());
    sendAll(fd, frameOf(R"({"type":"auth","access_token":")" + token + "\"}"));
    const ssize_t got = ::recv(fd, buffer, sizeof buffer, 0);
    if (got <= 0 || std::string(buffer, size_t(got)).find("\"ready\"") == std::string::npos)
        fail("ready");
    m_sockets[number].fd = fd;
    epoll_event event{};
    event.events = EPOLLIN;
    event.data.u32 = uint32_t(number);
    ::epoll_ctl(m_epoll, EPOLL_CTL_ADD, fd, &event);
}

void Client::runFor(double seconds)
{
    const int64_t end = nowNs() + int64_t(seconds * 1e9);
    epoll_event events[512];
    while (nowNs() < end) {
        const int count = ::epoll_wait(m_epoll, events, 512, 20);
        for (int i = 0; i < count; ++i)
            readable(events[i].data.u32);
    }
}

void Client::sendText(size_t number, const std::string &payload) { sendAll(m_sockets[number].fd, frameOf(payload)); }

void Client::readable(size_t number)
{
    Socket &socket = m_sockets[number];
    char buffer[8192];
    const ssize_t got = ::recv(socket.fd, buffer, sizeof buffer, MSG_DONTWAIT);
    if (got <= 0)
        fail("the server closed a socket");
    socket.in.append(buffer, size_t(got));
    for (;;) {
        if (socket.in.size() < 2)
            return;
        size_t length = uint8_t(socket.in[1]) & 0x7f;
        size_t header = 2;
        if (length == 126) {
            if (socket.in.size() < 4)
                return;
            length = size_t(uint8_t(socket.in[2])) << 8 | uint8_t(socket.in[3]);
            header = 4;
        }
        if (socket.in.size() < header + length)
            return;
        const bool text = (socket.in[0] & 0x0f) == 1;
        const std::string payload = socket.in.substr(header, length);
        socket.in.erase(0, header + length);
        if (text)
            onText(number, payload);
    }
}

} // namespace load
