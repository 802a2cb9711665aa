// Runs the contact filter over labelled lines.
//
//   cargo-filter [--explain]                     JSON lines {"id","text","thread"?,"seq"?,"from"?} from standard input, the
//                                                messages of a thread in order; prints {"id","spans":[[start,end],…]} in code
//                                                points. --explain adds kinds, reasons and the evidence.
//   cargo-filter --compare OLD NEW CORPUS        two such outputs and the corpus they are of: the messages whose verdict
//                                                changed, and how many.
//   cargo-filter --speed FILE [--rounds N]       each line of FILE a message, of JSON lines its "text": MB/s, µs a message.
#include "shared/domain/contact_filter/contact_filter.h"

#include <QFile>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cstdio>
#include <ctime>
#include <map>
#include <vector>

namespace {
using namespace cargo::contact_filter;

QJsonArray toJson(const QString &text, const Verdict &verdict)
{
    QJsonArray spans;
    for (const auto &[start, end] : toCodePoints(text, verdict.spans))
        spans.append(QJsonArray{start, end});
    return spans;
}

QJsonArray explained(const QString &text, const Verdict &verdict)
{
    QJsonArray list;
    for (const Span &span : verdict.spans) {
        QJsonArray evidence;
        for (const char *name : explain(span))
            evidence.append(QString::fromLatin1(name));
        list.append(QJsonObject{{QStringLiteral("text"), text.mid(span.start, span.end - span.start)},
                                {QStringLiteral("kind"), QString::fromLatin1(word(span.kind))},
                                {QStringLiteral("reason"), QString::fromLatin1(word(span.reason))},
                                {QStringLiteral("obfuscated"), span.obfuscated},
                                {QStringLiteral("score"), span.score},
                                {QStringLiteral("evidence"), evidence}});
    }
    return list;
}

int filterLines(bool explain)
{
    QFile in;
    QFile out;
    if (!in.open(stdin, QIODevice::ReadOnly) || !out.open(stdout, QIODevice::WriteOnly))
        return 1;
    struct Line
    {
        QString from;
        QString text;
    };
    std::map<QString, std::vector<Line>> before;
    while (!in.atEnd()) {
        const QJsonObject line = QJsonDocument::fromJson(in.readLine()).object();
        if (line.isEmpty())
            continue;
        Input input;
        input.text = line.value(QLatin1String("text")).toString();
        const QString thread = line.value(QLatin1String("thread")).toString();
        const QString from = line.value(QLatin1String("from")).toString();
        if (!thread.isEmpty()) {
            std::vector<Line> &said = before[thread];
            for (const Line &earlier : said)
                input.conversation.push_back({earlier.text, earlier.from == from});
            said.push_back({from, input.text});
        }
        const Verdict verdict = inspect(input);
        QJsonObject answer{{QStringLiteral("id"), line.value(QLatin1String("id"))},
                           {QStringLiteral("spans"), toJson(input.text, verdict)}};
        if (explain) {
            answer.insert(QStringLiteral("masked"), verdict.masked);
            answer.insert(QStringLiteral("found"), explained(input.text, verdict));
        }
        out.write(QJsonDocument(answer).toJson(QJsonDocument::Compact) + '\n');
    }
    return 0;
}

bool readObjects(const char *name, std::vector<QJsonObject> &into)
{
    QFile file(QString::fromLocal8Bit(name));
    if (!file.open(QIODevice::ReadOnly)) {
        std::fprintf(stderr, "cargo-filter: cannot read %s\n", name);
        return false;
    }
    while (!file.atEnd()) {
        const QJsonObject line = QJsonDocument::fromJson(file.readLine()).object();
        if (!line.isEmpty())
            into.push_back(line);
    }
    return true;
}

QString piecesOf(const QString &text, const QJsonArray &spans)
{
    const QList<uint> points = text.toUcs4();
    QStringList pieces;
    for (const QJsonValue &span : spans) {
        const QList<uint> piece =
            points.mid(span.toArray().at(0).toInt(), span.toArray().at(1).toInt() - span.toArray().at(0).toInt());
        pieces << QString::fromUcs4(reinterpret_cast<const char32_t *>(piece.constData()), piece.size());
    }
    return pieces.isEmpty() ? QStringLiteral("nothing")
                            : QStringLiteral("«") + pieces.join(QStringLiteral("» «")) + QStringLiteral("»");
}

int compare(char **files)
{
    std::vector<QJsonObject> older;
    std::vector<QJsonObject> newer;
    std::vector<QJsonObject> corpus;
    if (!readObjects(files[0], older) || !readObjects(files[1], newer) || !readObjects(files[2], corpus))
        return 1;
    const auto byId = [](const std::vector<QJsonObject> &lines) {
        QHash<QString, QJsonArray> spans;
        for (const QJsonObject &line : lines)
            spans.insert(line.value(QLatin1String("id")).toString(), line.value(QLatin1String("spans")).toArray());
        return spans;
    };
    const auto before = byId(older);
    const auto after = byId(newer);
    int found = 0;
    int lost = 0;
    int moved = 0;
    for (const QJsonObject &line : corpus) {
        const QString id = line.value(QLatin1String("id")).toString();
        const QJsonArray was = before.value(id);
        const QJsonArray is = after.value(id);
        if (was == is)
            continue;
        const char *change = was.isEmpty() ? "found" : is.isEmpty() ? "lost " : "moved";
        (was.isEmpty() ? found : is.isEmpty() ? lost : moved) += 1;
        const QString text = line.value(QLatin1String("text")).toString();
        // Whether the change is for the better, where the corpus says.
        const bool labelled = line.contains(QLatin1String("label"));
        const bool contact = line.value(QLatin1String("label")).toInt() == 1;
        const char *verdict = !labelled || (!was.isEmpty() && !is.isEmpty()) ? ""
                              : contact != is.isEmpty()                      ? " better"
                                                                             : " WORSE";
        std::printf("%s%s %s %s %s: %s -> %s\n", change, verdict, qPrintable(id),
                    qPrintable(line.value(QLatin1String("kind")).toString()), qPrintable(text), qPrintable(piecesOf(text, was)),
                    qPrintable(piecesOf(text, is)));
    }
    std::printf("%d found, %d lost, %d moved of %zu\n", found, lost, moved, corpus.size());
    return 0;
}

// Of this thread: what else the machine does must not count.
qint64 processorTime()
{
    timespec spent{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &spent);
    return qint64(spent.tv_sec) * 1'000'000'000 + spent.tv_nsec;
}

int speed(const char *name, int rounds)
{
    QFile file(QString::fromLocal8Bit(name));
    if (!file.open(QIODevice::ReadOnly))
        return 1;
    std::vector<QString> messages;
    qint64 bytes = 0;
    while (!file.atEnd()) {
        QByteArray line = file.readLine().trimmed();
        if (const QJsonValue text = QJsonDocument::fromJson(line).object().value(QLatin1String("text")); text.isString())
            line = text.toString().toUtf8();
        bytes += line.size();
        messages.push_back(QString::fromUtf8(line));
    }
    qint64 best = std::numeric_limits<qint64>::max();
    size_t found = 0;
    for (int round = 0; round < rounds; ++round) {
        const qint64 begun = processorTime();
        found = 0;
        for (const QString &message : messages) {
            Input input;
            input.text = message;
            found += inspect(input).found() ? 1 : 0;
        }
        best = std::min(best, processorTime() - begun);
    }
    std::printf("{\"messages\":%zu,\"bytes\":%lld,\"found\":%zu,\"mb_per_s\":%.1f,\"us_per_message\":%.2f}\n", messages.size(),
                static_cast<long long>(bytes), found, double(bytes) * 1e3 / double(best),
                double(best) / 1e3 / double(messages.size()));
    return 0;
}
} // namespace

int main(int argc, char **argv)
{
    const QByteArray mode = argc > 1 ? argv[1] : "";
    if (mode == "--compare" && argc == 5)
        return compare(argv + 2);
    if (mode == "--speed" && argc >= 3)
        return speed(argv[2], argc == 5 ? atoi(argv[4]) : 5);
    if (argc == 1 || mode == "--explain")
        return filterLines(mode == "--explain");
    std::fprintf(stderr, "usage: cargo-filter [--explain] < LINES | --compare OLD NEW CORPUS | --speed FILE [--rounds N]\n");
    return 2;
}
