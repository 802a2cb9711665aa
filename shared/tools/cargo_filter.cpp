// Runs the contact filter over labelled lines: reads JSON lines {"id","text","thread"?,"from"?} from stdin and prints
// {"id","spans":[[start,end]],"kinds":[…]} in code points. For measuring; it decides nothing.
#include "shared/domain/contact_filter/contact_filter.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <map>

int main()
{
    using namespace cargo::contact_filter;
    QFile in;
    QFile out;
    if (!in.open(stdin, QIODevice::ReadOnly) || !out.open(stdout, QIODevice::WriteOnly))
        return 1;
    std::map<QString, std::vector<QString>> before;
    while (!in.atEnd()) {
        const QJsonObject line = QJsonDocument::fromJson(in.readLine()).object();
        if (line.isEmpty())
            continue;
        const QString text = line.value(QLatin1String("text")).toString();
        const QString thread = line.value(QLatin1String("thread")).toString();
        Input input{text, {}, {}};
        std::vector<QString> *said = nullptr;
        if (!thread.isEmpty()) {
            said = &before[thread + QLatin1Char('/') + line.value(QLatin1String("from")).toString()];
            input.recent = *said;
        }
        const Verdict verdict = inspect(input);
        if (said)
            said->push_back(text);
        QJsonArray spans;
        for (const auto &[start, end] : toCodePoints(text, verdict.spans))
            spans.append(QJsonArray{start, end});
        QJsonArray kinds;
        for (const Kind kind : verdict.kinds)
            kinds.append(QString::fromLatin1(word(kind)));
        const QJsonObject answer{{QStringLiteral("id"), line.value(QLatin1String("id"))},
                                 {QStringLiteral("spans"), spans},
                                 {QStringLiteral("kinds"), kinds}};
        out.write(QJsonDocument(answer).toJson(QJsonDocument::Compact) + '\n');
    }
    return 0;
}
