#include "qml/profile/decision_words.h"
#include "qml/profile/profile_view_models.h"

namespace cargo::profile {

namespace {
// Rows are known by the first.
QStringList roles()
{
    QStringList names = decisionRow({}).keys();
    names.removeOne(QStringLiteral("decisionId"));
    return QStringList{QStringLiteral("decisionId")} + names;
}
} // namespace

DecisionModel::DecisionModel(QObject *parent) : RowModel(roles(), parent) {}

void DecisionsViewModel::reload()
{
    load({QStringLiteral("decisions"), QStringLiteral("me/decisions"), {{QStringLiteral("limit"), QStringLiteral("100")}}},
         [this](const QJsonObject &body) {
             m_items = body.value(QLatin1String("items")).toArray();
             show();
         });
}

void DecisionsViewModel::show()
{
    QList<QVariantMap> rows;
    for (const QJsonValue &item : std::as_const(m_items))
        rows.append(decisionRow(item.toObject()));
    m_model.sync(rows);
    setPhase(rows.isEmpty() ? Empty : Ready);
}

} // namespace cargo::profile
