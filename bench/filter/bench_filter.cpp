// bench_filter FILE [ROUNDS]: each line of FILE is a message. Prints rows of case, metric, ours, peer, peer_name, ratio as
// JSON, measured in turns in one run by the processor time of this thread. The peer finds telephones alone. Half of the messages
// of the labelled set hold a contact; in a chat few do, so that those without one are measured by themselves, too.
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

void inspectAll(const std::vector<QString> &messages, std::vector<QString> *honest = nullptr)
{
    for (const QString &message : messages) {
        cargo::contact_filter::Input input;
        input.text = message;
        if (!cargo::contact_filter::inspect(input).found() && honest)
            honest->push_back(message);
    }
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
    std::vector<QString> honest;
    inspectAll(messages, &honest);
    double honestBytes = 0;
    for (const QString &message : honest)
        honestBytes += double(message.toUtf8().size());
    const size_t found = messages.size() - honest.size();
    qint64 oursHonest = std::numeric_limits<qint64>::max();
    size_t peerFound = 0;
    for (int round = 0; round < rounds; ++round) {
        keepBest(ours, [&] { inspectAll(messages); });
        keepBest(oursHonest, [&] { inspectAll(honest); });
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
                honestBytes * 1e3 / double(oursHonest));
    print("filter", "messages with a contact", double(found), double(peerFound), false);
    return 0;
}
