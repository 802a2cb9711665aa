#include "qml/help/agreement_view_models.h"

#include <QJsonDocument>

namespace cargo::help {

using client::Answer;
using client::Call;

void AgreementsViewModel::reload()
{
    load({{}, QStringLiteral("me/agreements"), {}}, [this](const QJsonObject &answer) {
        m_items.clear();
        for (const QJsonValue &value : answer.value(QLatin1String("items")).toArray()) {
            const QJsonObject one = value.toObject();
            m_items.append(QVariantMap{{QStringLiteral("slug"), one.value(QLatin1String("slug")).toString()},
                                       {QStringLiteral("title"), one.value(QLatin1String("title")).toString()},
                                       {QStringLiteral("version"), one.value(QLatin1String("version")).toInt()},
                                       {QStringLiteral("needed"), one.value(QLatin1String("needed")).toBool()},
                                       {QStringLiteral("signed"), one.value(QLatin1String("signed_version")).toInt()},
                                       {QStringLiteral("changes"), one.value(QLatin1String("changes")).toString()}});
        }
        setPhase(m_items.isEmpty() ? Empty : Ready);
        Q_EMIT changed();
    });
}

void SignViewModel::sign(const QString &slug, int version)
{
    const QJsonObject body{{QStringLiteral("version"), version}};
    order(Call::post(QStringLiteral("me/agreements/") + slug, QJsonDocument(body).toJson(QJsonDocument::Compact)),
          [this, slug](const Answer &) { Q_EMIT signedNow(slug); });
}

bool SignViewModel::refused(const Call &, const Answer &answer, const client::ApiClient::Done &)
{
    if (answer.status != 409)
        return false;
    Q_EMIT renewed();
    return true;
}

} // namespace cargo::help
