#include "server/auth/events.h"

#include "shared/api/json_writer.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace cargo::auth {

QByteArray SessionEnded::toJson() const
{
    api::JsonWriter out(256);
    out.beginObject().field("user_id", user).field("reason", reason);
    out.field("session", session);
    out.field("ended_at_ms", endedAt.unixMs).endObject();
    return out.take();
}

std::optional<SessionEnded> SessionEnded::fromJson(const QByteArray &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    const auto user = UserId::fromText(QStringView(object.value(QLatin1String("user_id")).toString()));
    const auto session = SessionId::fromText(QStringView(object.value(QLatin1String("session")).toString()));
    if (!user || !session)
        return std::nullopt;
    SessionEnded event;
    event.user = *user;
    event.session = *session;
    event.reason = object.value(QLatin1String("reason")).toString().toUtf8();
    event.endedAt = {object.value(QLatin1String("ended_at_ms")).toInteger()};
    return event;
}

} // namespace cargo::auth
