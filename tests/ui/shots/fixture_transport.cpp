#include "fixture_transport.h"

#include "shared/domain/clock.h"
#include "tests/paths.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFile>
#include <QRegularExpression>
#include <QTimer>

namespace cargo::shots {

QByteArray FixtureTransport::fixture(const QString &name)
{
    QFile file(test::sourceDir() + QStringLiteral("/tests/ui/fixtures/") + name + QStringLiteral(".json"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QString text = QString::fromUtf8(file.readAll());
    static const QRegularExpression moment(QStringLiteral("@([+-]\\d+)([mhd])"));
    for (auto match = moment.match(text); match.hasMatch(); match = moment.match(text)) {
        const qint64 unit = match.captured(2) == QLatin1String("m")   ? kMinuteMs
                            : match.captured(2) == QLatin1String("h") ? kHourMs
                                                                      : kDayMs;
        const Timestamp at{QDateTime::currentMSecsSinceEpoch() + match.captured(1).toInt() * unit};
        text.replace(match.capturedStart(), match.capturedLength(), QString::fromLatin1(at.toRfc3339()));
    }
    return text.toUtf8();
}

QString FixtureTransport::fileOf(const QString &path) const
{
    if (path.contains(QLatin1String("/timeline")))
        return m_deal == QLatin1String("created") ? QStringLiteral("timeline_created") : QStringLiteral("timeline");
    if (path.contains(QLatin1String("/messages")))
        return QStringLiteral("messages");
    if (path.contains(QLatin1String("/conversations/")))
        return QStringLiteral("conversation");
    if (path.endsWith(QLatin1String("/conversations")))
        return QStringLiteral("conversations");
    if (path.contains(QLatin1String("/deals/")) && !path.endsWith(QLatin1String("/dispute")))
        return QStringLiteral("deal_") + m_deal;
    if (path.endsWith(QLatin1String("/deals")))
        return QStringLiteral("deals");
    if (path.endsWith(QLatin1String("/similar")))
        return QStringLiteral("search");
    if (path.endsWith(QLatin1String("/reviews")))
        return QStringLiteral("reviews");
    if (path.endsWith(QLatin1String("/dispute")))
        return QStringLiteral("dispute");
    if (path.contains(QLatin1String("/listings/")))
        return QStringLiteral("listing");
    return path.section(QLatin1Char('/'), -1); // search, favourites, notifications, sessions
}

void FixtureTransport::send(const client::HttpRequest &request, std::function<void(const client::HttpAnswer &)> done)
{
    const QString path = request.url.path();
    const bool single = path.contains(QLatin1String("/listings/"))
                        || (path.contains(QLatin1String("/deals/")) && !path.contains(QLatin1String("/timeline")))
                        || (path.contains(QLatin1String("/conversations/")) && !path.contains(QLatin1String("/messages")));
    if (m_mode == Mode::Loading)
        return;
    client::HttpAnswer answer{200, {}, false, 0};
    if (m_mode == Mode::Error)
        answer = {400, R"({"code":"internal"})", false, 0};
    else if (m_mode == Mode::Offline)
        answer = {0, {}, false, 0};
    else if (m_mode == Mode::Empty && !single)
        answer.body = R"({"items":[],"total":0,"next_cursor":null})";
    else
        answer.body = fixture(fileOf(path));
    QTimer::singleShot(0, qApp, [answer, done = std::move(done)] { done(answer); });
}

} // namespace cargo::shots
