#include "app-driver/listings/my_listing_view_model.h"

#include "qml/client/fields.h"
#include "qml/listings/listing_model.h"
#include "qml/profile/rule_words.h"

#include <QDate>
#include <QLocale>

namespace cargo::driver {

using client::Answer;
using client::Call;
using client::word;

void MyListingViewModel::begin()
{
    connect(client()->ws(), &client::WsClient::frameArrived, this, [this](const QString &type) {
        if (type == QLatin1String("notification"))
            reload(); // perhaps what staff decided about it
    });
    reload();
}

void MyListingViewModel::reload()
{
    load({QStringLiteral("mine/") + m_id, QStringLiteral("listings/") + m_id, {}, Source::Thing},
         [this](const QJsonObject &listing) {
             m_listing = listing;
             Q_EMIT changed();
             setPhase(Ready);
         });
    get(QStringLiteral("me/listings/%1/stats").arg(m_id), {}, [this](const Answer &answer) {
        if (answer.ok)
            m_numbers = answer.body;
        Q_EMIT changed();
    });
}

QVariantMap MyListingViewModel::car() const
{
    if (m_listing.isEmpty())
        return {};
    return listings::ListingModel::rowOf(client()->api(), m_listing);
}

QVariantMap MyListingViewModel::moderation() const
{
    QVariantMap said = m_listing.value(QLatin1String("moderation")).toObject().toVariantMap();
    if (!said.isEmpty())
        said.insert(QStringLiteral("rule"), profile::ruleText(said.value(QStringLiteral("rule")).toString()));
    return said;
}

QVariantList MyListingViewModel::days() const
{
    QVariantList values;
    const QJsonArray days = m_numbers.value(QLatin1String("days")).toArray();
    for (const QJsonValue &day : days)
        values.append(day.toObject().value(QLatin1String("views")).toDouble());
    return values;
}

QStringList MyListingViewModel::dayNames() const
{
    QStringList names;
    const QJsonArray days = m_numbers.value(QLatin1String("days")).toArray();
    for (const QJsonValue &day : days)
        names << QLocale().toString(QDate::fromString(word(day.toObject(), "day"), Qt::ISODate), QStringLiteral("d MMM"));
    return names;
}

void MyListingViewModel::move(const char *order_)
{
    order(Call::post(QStringLiteral("listings/%1/%2").arg(m_id, QLatin1String(order_))), [this](const Answer &answer) {
        m_listing = answer.body;
        Q_EMIT changed();
    });
}

bool MyListingViewModel::refused(const Call &, const Answer &answer, const client::ApiClient::Done &)
{
    const bool identity = answer.error.code == ErrorCode::KycRequired;
    const bool agreement = answer.error.code == ErrorCode::AgreementRequired;
    if (identity)
        Q_EMIT identityNeeded();
    else if (agreement)
        Q_EMIT agreementNeeded(word(answer.body.value(QLatin1String("agreement")).toObject(), "slug"));
    else if (answer.status == 409)
        reload(); // it stands somewhere else meanwhile
    return identity || agreement;
}

void MyListingViewModel::duplicate()
{
    order(Call::post(QStringLiteral("listings/%1/duplicate").arg(m_id)),
          [this](const Answer &answer) { Q_EMIT duplicated(word(answer.body, "id")); });
}

void MyListingViewModel::remove()
{
    order(Call::remove(QStringLiteral("listings/") + m_id), [this](const Answer &) { Q_EMIT removed(); });
}

} // namespace cargo::driver
