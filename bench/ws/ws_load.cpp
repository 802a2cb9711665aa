// Load client for bench_ws_server and go_peer.
//   bench_ws_load PORT idle SOCKETS SECONDS SERVER_PID [TOKENS]    memory of a socket that does nothing
//   bench_ws_load PORT pairs PAIRS SECONDS SERVER_PID              each pair throws one message of 100 bytes to and fro
// TOKENS: a file of access tokens, one a line, for a server that looks at them. Prints one line.
#include "bench/ws/load.h"

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>

namespace {

std::string userOf(size_t number)
{
    char text[40];
    std::snprintf(text, sizeof text, "00000000-0000-7000-8000-%012x", unsigned(number + 1));
    return text;
}

class Relay final : public load::Client
{
public:
    using Client::Client;

    void start()
    {
        for (size_t i = 0; i < size(); i += 2)
            throwFrom(i);
    }

private:
    void throwFrom(size_t number)
    {
        static const std::string filler = ";" + std::string(80, 'x') + "\"}";
        sendText(number,
                 R"({"type":"relay","to":")" + userOf(number ^ 1) + R"(","body":"t=)" + std::to_string(load::nowNs()) + filler);
    }
    void onText(size_t number, const std::string &payload) override
    {
        const size_t time = payload.find("t=");
        if (time == std::string::npos)
            return;
        arrived(std::strtoll(payload.c_str() + time + 2, nullptr, 10));
        throwFrom(number);
    }
};

} // namespace

int main(int argc, char **argv)
{
    if (argc < 6) {
        std::fprintf(stderr, "usage: %s PORT idle|pairs COUNT SECONDS SERVER_PID [TOKENS]\n", argv[0]);
        return 2;
    }
    load::allowManyFiles();
    const auto port = uint16_t(std::atoi(argv[1]));
    const bool idle = std::strcmp(argv[2], "idle") == 0;
    const int count = std::atoi(argv[3]);
    const double seconds = std::atof(argv[4]);
    const std::string pid = argv[5];
    std::vector<std::string> tokens;
    if (argc > 6) {
        std::ifstream file(argv[6]);
        for (std::string line; std::getline(file, line);)
            tokens.push_back(line);
    }

    const double memoryBefore = load::residentKb(pid);
    const double processorBefore = load::processorSeconds(pid);
    Relay relay(port, size_t(idle ? count : 2 * count));
    for (size_t i = 0; i < relay.size(); ++i)
        relay.connectOne(i, tokens.empty() ? userOf(i) : tokens[i % tokens.size()]);
    if (idle) {
        const double connecting = load::processorSeconds(pid) - processorBefore;
        relay.runFor(seconds);
        std::printf("idle sockets=%d kib_per_socket=%.2f connect_cpu_us=%.1f idle_cpu_percent=%.2f\n", count,
                    (load::residentKb(pid) - memoryBefore) / count, connecting * 1e6 / count,
                    (load::processorSeconds(pid) - processorBefore - connecting) * 100 / seconds);
        return 0;
    }
    relay.start();
    const auto measured = relay.measure(0.5, seconds, pid);
    std::printf("pairs=%d messages_per_s=%.0f p50_ms=%.2f p99_ms=%.2f server_us_per_message=%.2f\n", count, measured.messagesPerS,
                measured.p50Ms, measured.p99Ms, measured.serverUsPerMessage);
    return 0;
}
