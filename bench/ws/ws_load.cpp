// Load client for bench_ws_server and go_peer; one thread, epoll, so that it takes little of the machine.
//   bench_ws_load PORT idle SOCKETS SECONDS SERVER_PID [TOKENS]    memory of a socket that does nothing
//   bench_ws_load PORT pairs PAIRS SECONDS SERVER_PID              each pair throws one message of 100 bytes to and fro
// TOKENS: a file of access tokens, one a line, for a server that looks at them.
// Prints one line. Resident memory and processor time of the server are read from /proc.
#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <fstream>
#include <string>
#include <vector>

namespace {

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

std::string userOf(int number)
{
    char text[40];
    std::snprintf(text, sizeof text, "00000000-0000-7000-8000-%012x", unsigned(number + 1));
    return text;
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

struct Socket
{
    int fd = -1;
    std::string in;
    std::string beforeTime; // of the message to the partner, up to the time it carries
};

class Load
{
public:
    Load(uint16_t port, int count) : m_port(port), m_sockets(size_t(count)), m_epoll(::epoll_create1(0)) {}

    void readTokens(const char *path)
    {
        std::ifstream file(path);
        for (std::string line; std::getline(file, line);)
            m_tokens.push_back(line);
    }
    void connectAll()
    {
        for (size_t i = 0; i < m_sockets.size(); ++i)
            connectOne(int(i));
    }
    void pairUp()
    {
        for (size_t i = 0; i < m_sockets.size(); ++i)
            m_sockets[i].beforeTime = R"({"type":"relay","to":")" + userOf(int(i ^ 1)) + R"(","body":"t=)";
    }
    void start()
    {
        for (size_t i = 0; i < m_sockets.size(); i += 2)
            throwTo(m_sockets[i]);
    }
    void runFor(double seconds)
    {
        const int64_t end = nowNs() + int64_t(seconds * 1e9);
        epoll_event events[512];
        while (nowNs() < end) {
            const int count = ::epoll_wait(m_epoll, events, 512, 20);
            for (int i = 0; i < count; ++i)
                readable(m_sockets[events[i].data.u32]);
        }
    }
    void forget() { m_latencies.clear(); }
    std::vector<int64_t> &latencies() { return m_latencies; }

private:
    void connectOne(int number)
    {
        const int fd = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(m_port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        const int on = 1;
        ::setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
        if (::connect(fd, reinterpret_cast<sockaddr *>(&address), sizeof address) != 0)
            fail("connect");
        const std::string head = "GET /ws HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                                 "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                                 "Sec-WebSocket-Protocol: cargo.v1\r\n\r\n";
        send(fd, head);
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
        const std::string token = m_tokens.empty() ? userOf(number) : m_tokens[size_t(number) % m_tokens.size()];
        send(fd, frameOf(R"({"type":"auth","access_token":")" + token + "\"}"));
        const ssize_t got = ::recv(fd, buffer, sizeof buffer, 0);
        if (got <= 0 || std::string(buffer, size_t(got)).find("\"ready\"") == std::string::npos)
            fail("ready");
        m_sockets[size_t(number)].fd = fd;
        epoll_event event{};
        event.events = EPOLLIN;
        event.data.u32 = uint32_t(number);
        ::epoll_ctl(m_epoll, EPOLL_CTL_ADD, fd, &event);
    }
    [[noreturn]] static void fail(const char *what)
    {
        std::fprintf(stderr, "failed: %s (%s)\n", what, std::strerror(errno));
        std::exit(1);
    }
    static void send(int fd, const std::string &bytes)
    {
        if (::send(fd, bytes.data(), bytes.size(), MSG_NOSIGNAL) != ssize_t(bytes.size()))
            fail("send");
    }
    void throwTo(Socket &socket)
    {
        static const std::string filler = ";" + std::string(80, 'x') + "\"}";
        send(socket.fd, frameOf(socket.beforeTime + std::to_string(nowNs()) + filler));
    }
    void readable(Socket &socket)
    {
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
            const size_t time = payload.find("t=");
            if (!text || time == std::string::npos)
                continue;
            m_latencies.push_back(nowNs() - std::strtoll(payload.c_str() + time + 2, nullptr, 10));
            throwTo(socket);
        }
    }

    uint16_t m_port;
    std::vector<Socket> m_sockets;
    int m_epoll;
    std::vector<std::string> m_tokens;
    std::vector<int64_t> m_latencies;
};

} // namespace

int main(int argc, char **argv)
{
    if (argc < 6) {
        std::fprintf(stderr, "usage: %s PORT idle|pairs COUNT SECONDS SERVER_PID [TOKENS]\n", argv[0]);
        return 2;
    }
    rlimit files{65536, 65536};
    ::setrlimit(RLIMIT_NOFILE, &files);
    const auto port = uint16_t(std::atoi(argv[1]));
    const bool idle = std::strcmp(argv[2], "idle") == 0;
    const int count = std::atoi(argv[3]);
    const double seconds = std::atof(argv[4]);
    const std::string pid = argv[5];

    const double memoryBefore = residentKb(pid);
    const double processorBefore = processorSeconds(pid);
    Load load(port, idle ? count : 2 * count);
    if (argc > 6)
        load.readTokens(argv[6]);
    load.connectAll();
    if (idle) {
        const double connecting = processorSeconds(pid) - processorBefore;
        load.runFor(seconds);
        std::printf("idle sockets=%d kib_per_socket=%.2f connect_cpu_us=%.1f idle_cpu_percent=%.2f\n", count,
                    (residentKb(pid) - memoryBefore) / count, connecting * 1e6 / count,
                    (processorSeconds(pid) - processorBefore - connecting) * 100 / seconds);
        return 0;
    }
    load.pairUp();
    load.start();
    load.runFor(0.5);
    load.forget();
    const double started = processorSeconds(pid);
    load.runFor(seconds);
    const double used = processorSeconds(pid) - started;
    auto &latencies = load.latencies();
    if (latencies.empty())
        return 1;
    std::sort(latencies.begin(), latencies.end());
    const size_t n = latencies.size();
    std::printf("pairs=%d messages_per_s=%.0f p50_ms=%.2f p99_ms=%.2f server_us_per_message=%.2f\n", count, double(n) / seconds,
                double(latencies[n / 2]) / 1e6, double(latencies[n * 99 / 100]) / 1e6, used * 1e6 / double(n));
    return 0;
}
