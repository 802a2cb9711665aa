#include "server/bus/redis_address.h"

#include <QUrl>
#include <QUrlQuery>

namespace cargo {

namespace {
constexpr int kMostDatabases = 1024;

Error wrong(const char *why) { return {ErrorCode::InvalidFormat, {}, QLatin1String(why)}; }
} // namespace

Result<RedisAddress> RedisAddress::fromUrl(const QByteArray &text)
{
    const QUrl url(QString::fromUtf8(text), QUrl::StrictMode);
    RedisAddress address;
    QString database;
    if (url.scheme() == QLatin1String("unix") && url.host().isEmpty() && url.path().size() > 1) {
        address.socket = url.path(QUrl::FullyDecoded).toLocal8Bit();
        database = QUrlQuery(url).queryItemValue(QStringLiteral("db"));
    } else if (url.scheme() == QLatin1String("redis") && !url.host().isEmpty()) {
        address.host = url.host(QUrl::FullyEncoded).toLatin1();
        address.port = url.port(address.port);
        database = url.path().mid(1);
    } else {
        return wrong("redis://[user][:password]@host[:port][/database] or unix:///socket[?db=number] is expected");
    }
    if (!url.isValid() || address.port <= 0)
        return wrong("an address of Redis is expected");
    bool isNumber = true;
    address.database = database.isEmpty() ? 0 : database.toInt(&isNumber);
    if (!isNumber || address.database < 0 || address.database >= kMostDatabases)
        return wrong("the database of Redis is a number");
    address.user = url.userName(QUrl::FullyDecoded).toUtf8();
    address.password = url.password(QUrl::FullyDecoded).toUtf8();
    return address;
}

} // namespace cargo
