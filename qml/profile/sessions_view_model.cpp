#include "qml/profile/profile_view_models.h"

#include "qml/client/format.h"

namespace cargo::profile {

using client::Answer;
using client::Call;
using client::Format;

SessionModel::SessionModel(QObject *parent)
    : RowModel({QStringLiteral("sessionId"), QStringLiteral("name"), QStringLiteral("detail"), QStringLiteral("current")}, parent)
{
}

void SessionsViewModel::reload()
{
    load({{}, QStringLiteral("auth/sessions")}, [this](const QJsonObject &body) { // not kept: an old list of devices misleads
        m_items = body.value(QLatin1String("items")).toArray();
        show();
    });
}

void SessionsViewModel::show()
{
    QList<QVariantMap> rows;
    for (const QJsonValue &value : std::as_const(m_items)) {
        const QJsonObject item = value.toObject();
        const bool current = item.value(QLatin1String("current")).toBool();
        rows.append({{QStringLiteral("sessionId"), item.value(QLatin1String("id")).toString()},
                     {QStringLiteral("name"), current ? tr("This device") : item.value(QLatin1String("user_agent")).toString()},
                     {QStringLiteral("detail"),
                      QString(item.value(QLatin1String("address")).toString() + QStringLiteral(" · ")
                              + Format::moment(double(Format::millis(item.value(QLatin1String("last_used_at"))))))},
                     {QStringLiteral("current"), current}});
    }
    m_model.sync(rows);
    setPhase(rows.isEmpty() ? Empty : Ready);
}

void SessionsViewModel::end(const QString &sessionId)
{
    order(Call::remove(QStringLiteral("auth/sessions/") + sessionId), [this](const Answer &) { reload(); });
}

void SessionsViewModel::endOthers()
{
    order(Call::remove(QStringLiteral("auth/sessions")), [this](const Answer &) { reload(); });
}

} // namespace cargo::profile
