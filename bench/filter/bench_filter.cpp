// bench_filter FILE [ROUNDS]: each line of FILE is a message. Prints rows of case, metric, ours, peer, peer_name, ratio as
// JSON, measured in turns in one run by the processor time of this thread. The peer finds telephones alone. Half of the messages
// of the labelled set hold a contact. In a chat few do: "a chat" is every message that holds one among so many that hold none
// that it is one in kChatShare.
#include "shared/domain/contact_filter/contact_filter.h"

#include <QFile>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <limits>
#include <vector>

#ifdef CARGO_PHONENUMBER
#include <phonenumbers/phonenumber.pb.h>
#include <phonenumbers/phonenumbermatch.h>
#include <phonenumbers/phonenumbermatcher.h>
#include <phonenumbers/phonenumberutil.h>
#endif

namespace {
qint64 processorTime()
{
    timespec spent{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &spent);
    return qint64(spent.tv_sec) * 1'000'000'000 + spent.tv_nsec;
}

template <typename Work>
void keepBest(qint64 &best, const Work &work)
{
    const qint64 begun = processorTime();
    work();
    best = std::min(best, processorTime() - begun);
}

constexpr size_t kChatShare = 20;

bool holdsContact(const QString &message)
{
    cargo::contact_filter::Input input;
    input.text = message;
    return cargo::contact_filter::inspect(input).found();
}

size_t countContacts(const std::vector<QString> &messages)
{
    return size_t(std::count_if(messages.begin(), messages.end(), holdsContact));
}

double bytesOf(const std::vector<QString> &messages)
{
    double bytes = 0;
    for (const QString &message : messages)
        bytes += double(message.toUtf8().size());
    return bytes;
}

// Each with a contact behind kChatShare - 1 of the others, in turns.
std::vector<QString> chatOf(const std::vector<QString> &contacts, const std::vector<QString> &honest)
{
    std::vector<QString> chat;
    size_t next = 0;
    for (const QString &contact : contacts) {
        for (size_t i = 1; i < kChatShare && !honest.empty(); ++i)
            chat.push_back(honest[next++ % honest.size()]);
        chat.push_back(contact);
    }
    return chat;
}

void print(const char *name, const char *metric, double ours, double peer, bool lessIsBetter)
{
    const double ratio = peer <= 0 ? 0 : lessIsBetter ? peer / ours : ours / peer;
    std::printf(
        "{\"case\":\"%s\",\"metric\":\"%s\",\"ours\":%.2f,\"peer\":%.2f,\"peer_name\":\"libphonenumber\",\"ratio\":%.2f}\n", name,
        metric, ours, peer, ratio);
}
} // namespace

int main(int argc, char **argv)
{
    QFile file(QString::fromLocal8Bit(argc > 1 ? argv[1] : ""));
    if (!file.open(QIODevice::ReadOnly)) {
        std::fprintf(stderr, "usage: bench_filter FILE [ROUNDS]\n");
        return 2;
    }
    std::vector<QString> messages;
    std::vector<std::string> raw;
    double bytes = 0;
    while (!file.atEnd()) {
        const QByteArray line = file.readLine().trimmed();
        bytes += double(line.size());
        messages.push_back(QString::fromUtf8(line));
        raw.push_back(line.toStdString());
    }
    const int rounds = argc > 2 ? atoi(argv[2]) : 5;
    qint64 ours = std::numeric_limits<qint64>::max();
    qint64 peer = std::numeric_limits<qint64>::max();
    std::vector<QString> contacts, honest;
    for (const QString &message : messages)
        (holdsContact(message) ? contacts : honest).push_back(message);
    const std::vector<QString> chat = chatOf(contacts, honest);
    qint64 oursInChat = std::numeric_limits<qint64>::max();
    qint64 oursHonest = std::numeric_limits<qint64>::max();
    size_t peerFound = 0;
    size_t checked = 0; // what a round finds is what was found before it
    for (int round = 0; round < rounds; ++round) {
        keepBest(ours, [&] { checked += countContacts(messages); });
        keepBest(oursHonest, [&] { checked += countContacts(honest); });
        keepBest(oursInChat, [&] { checked += countContacts(chat); });
#ifdef CARGO_PHONENUMBER
        keepBest(peer, [&] {
            using namespace i18n::phonenumbers;
            peerFound = 0;
            const PhoneNumberUtil &util = *PhoneNumberUtil::GetInstance();
            for (const std::string &message : raw) {
                PhoneNumberMatcher matcher(util, message, "RU", PhoneNumberMatcher::VALID, 100);
                peerFound += matcher.HasNext() ? 1 : 0;
            }
        });
#endif
    }
    const bool has = peer != std::numeric_limits<qint64>::max();
    const double count = double(messages.size());
    print("filter", "MB/s", bytes * 1e3 / double(ours), has ? bytes * 1e3 / double(peer) : 0, false);
    print("filter", "us a message", double(ours) / 1e3 / count, has ? double(peer) / 1e3 / count : 0, true);
    std::printf("{\"case\":\"filter\",\"metric\":\"MB/s, honest messages\",\"ours\":%.2f}\n",
                bytesOf(honest) * 1e3 / double(oursHonest));
    std::printf("{\"case\":\"filter\",\"metric\":\"MB/s, a chat\",\"ours\":%.2f,\"target\":\">= 20 ours\"}\n",
                bytesOf(chat) * 1e3 / double(oursInChat));
    std::printf("{\"case\":\"filter\",\"metric\":\"us a message, a chat\",\"ours\":%.2f,\"target\":\"<= 5 ours\"}\n",
                double(oursInChat) / 1e3 / double(chat.size()));
    print("filter", "messages with a contact", double(contacts.size()), double(peerFound), false);
    return checked == size_t(rounds) * 2 * contacts.size() ? 0 : 1;
}
