// Load client for the chat of cargod and for go_chat: each pair of people sends one message to and fro, as fast as it comes.
//   bench_chat_load PORT SECONDS SERVER_PID PAIRS_FILE [IDLE_SOCKETS IDLE_TOKENS]
// PAIRS_FILE: "TOKEN CONVERSATION" a line, the two sides of a pair one after the other. IDLE_SOCKETS more are signed in with the
// tokens of IDLE_TOKENS and do nothing. The time of sending travels in the client_id; what is measured is from sending to
// hearing. Prints one line. An error frame or a message that comes twice or not in its order ends it.
#include "bench/ws/load.h"

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <sstream>

namespace {

// What people write there.
const char *const kSentences[] = {
    "Здравствуйте! Машина ещё в продаже?",
    "Да, стоит на стоянке во Владивостоке, документы на руках.",
    "Какой у неё реальный пробег и были ли окрасы?",
    "Пробег 87 000 км, аукционный лист 4.5, красили только задний бампер.",
    "А во сколько обойдётся доставка до Екатеринбурга?",
    "Обычно 145 тысяч рублей, идёт дней двенадцать.",
    "Понял, спасибо. Цена 2 350 000 окончательная?",
    "Могу уступить тысяч тридцать, если оформим на этой неделе.",
};
constexpr size_t kSentenceCount = sizeof kSentences / sizeof *kSentences;

struct Side
{
    std::string token;
    std::string conversation;
    int64_t lastSeq = 0;
    size_t said = 0;
};

class Chat final : public load::Client
{
public:
    Chat(uint16_t port, std::vector<Side> sides, size_t idle) : Client(port, sides.size() + idle), m_sides(std::move(sides)) {}

    size_t people() const { return m_sides.size(); }
    const std::string &tokenOf(size_t number) const { return m_sides[number].token; }
    void start()
    {
        for (size_t i = 0; i < m_sides.size(); i += 2)
            say(i);
    }

private:
    void say(size_t number)
    {
        Side &side = m_sides[number];
        char clientId[40];
        const auto now = uint64_t(load::nowNs());
        std::snprintf(clientId, sizeof clientId, "%08x-0000-7000-8%03x-%012llx", unsigned(number), unsigned(now >> 48),
                      static_cast<unsigned long long>(now & 0xffff'ffff'ffffULL));
        sendText(number, R"({"type":"message.send","conversation_id":")" + side.conversation + R"(","client_id":")" + clientId
                             + R"(","body":")" + kSentences[(number + side.said++) % kSentenceCount] + "\"}");
    }
    static int64_t numberAt(const std::string &payload, const char *name)
    {
        const size_t at = payload.find(name);
        return at == std::string::npos ? 0
                                       : std::strtoll(payload.c_str() + at + std::char_traits<char>::length(name), nullptr, 10);
    }
    void onText(size_t number, const std::string &payload) override
    {
        if (payload.find(R"("type":"error")") != std::string::npos)
            load::fail(payload.c_str());
        const size_t message = payload.find(R"("message":{)");
        if (payload.find(R"("type":"message")") == std::string::npos || message == std::string::npos || number >= m_sides.size())
            return;
        const std::string inner = payload.substr(message);
        const size_t client = inner.find(R"("client_id":")");
        if (client == std::string::npos)
            return;
        const std::string id = inner.substr(client + 13, 36);
        Side &side = m_sides[number];
        const int64_t seq = numberAt(inner, "\"seq\":");
        if (seq <= side.lastSeq)
            load::fail("a message came twice or out of order");
        side.lastSeq = seq;
        const uint64_t high = std::strtoull(id.substr(20, 3).c_str(), nullptr, 16);
        const uint64_t low = std::strtoull(id.substr(24).c_str(), nullptr, 16);
        arrived(int64_t(high << 48 | low));
        say(number);
    }

    std::vector<Side> m_sides;
};

} // namespace

int main(int argc, char **argv)
{
    if (argc != 5 && argc != 7) {
        std::fprintf(stderr, "usage: %s PORT SECONDS SERVER_PID PAIRS_FILE [IDLE_SOCKETS IDLE_TOKENS]\n", argv[0]);
        return 2;
    }
    load::allowManyFiles();
    const double seconds = std::atof(argv[2]);
    const std::string pid = argv[3];
    std::vector<Side> sides;
    std::ifstream pairs(argv[4]);
    for (Side side; pairs >> side.token >> side.conversation;)
        sides.push_back(side);
    const size_t idle = argc == 7 ? size_t(std::atoi(argv[5])) : 0;
    std::vector<std::string> idleTokens;
    if (idle > 0) {
        std::ifstream file(argv[6]);
        for (std::string line; std::getline(file, line);)
            idleTokens.push_back(line);
    }
    Chat chat(uint16_t(std::atoi(argv[1])), std::move(sides), idle);
    for (size_t i = 0; i < chat.size(); ++i)
        chat.connectOne(i, i < chat.people() ? chat.tokenOf(i) : idleTokens[i % idleTokens.size()]);
    chat.start();
    const auto measured = chat.measure(1, seconds, pid);
    std::printf("pairs=%zu idle=%zu messages_per_s=%.0f p50_ms=%.2f p99_ms=%.2f server_us_per_message=%.2f\n", chat.people() / 2,
                idle, measured.messagesPerS, measured.p50Ms, measured.p99Ms, measured.serverUsPerMessage);
    return 0;
}
