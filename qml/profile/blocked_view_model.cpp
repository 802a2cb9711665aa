#include "qml/profile/blocked_view_model.h"

#include "qml/client/format.h"

namespace cargo::profile {

using client::Answer;
using client::Call;
using client::Format;

BlockedModel::BlockedModel(QObject *parent)
    : RowModel({QStringLiteral("userId"), QStringLiteral("name"), QStringLiteral("detail")}, parent)
{
}

void BlockedViewModel::reload()
{
    load({{}, QStringLiteral("me/blocks")}, [this](const QJsonObject &body) {
        m_items = body.value(QLatin1String("items")).toArray();
        show();
    });
}

void BlockedViewModel::show()
{
    QList<QVariantMap> rows;
    for (const QJsonValue &value : std::as_const(m_items)) {
        const QJsonObject item = value.toObject(), user = item.value(QLatin1String("user")).toObject();
        rows.append({{QStringLiteral("userId"), user.value(QLatin1String("id")).toString()},
                     {QStringLiteral("name"), user.value(QLatin1String("display_name")).toString()},
                     {QStringLiteral("detail"),
                      tr("Since %1").arg(Format::date(double(Format::millis(item.value(QLatin1String("created_at"))))))}});
    }
    m_model.sync(rows);
    setPhase(rows.isEmpty() ? Empty : Ready);
}

void BlockedViewModel::unblock(const QString &userId)
{
    order(Call::remove(QStringLiteral("me/blocks/") + userId), [this](const Answer &) { reload(); });
}

} // namespace cargo::profile
