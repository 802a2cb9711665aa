#include "qml/deals/deal_view_models.h"

#include "qml/listings/listing_model.h"

#include "shared/api/deal_dto.h"

namespace cargo::deals {

using client::Answer;
using client::Call;

void CheckoutViewModel::reload()
{
    setPhase(Loading);
    get(QStringLiteral("listings/") + m_listingId, {}, [this](const Answer &answer) {
        if (!answer.ok) {
            setFailed(answer);
            return;
        }
        m_listing = answer.body;
        Q_EMIT changed();
        setPhase(Ready);
    });
}

QVariantMap CheckoutViewModel::car() const
{
    if (m_listing.isEmpty())
        return {};
    QVariantMap car = listings::ListingModel::rowOf(client()->api(), m_listing);
    car.insert(QStringLiteral("etaDays"), m_listing.value(QLatin1String("delivery_eta_days")).toInt());
    return car;
}

void CheckoutViewModel::create(const QString &place)
{
    const QJsonObject price = m_listing.value(QLatin1String("price")).toObject();
    const auto id = ListingId::fromText(m_listingId);
    const auto currency = Currency::fromCode(price.value(QLatin1String("currency")).toString());
    if (busy() || !id || !currency)
        return;
    if (m_call.path.isEmpty() || place != m_place) {
        api::CreateDealBody body;
        body.listingId = *id;
        body.amount = {qint64(price.value(QLatin1String("amount")).toDouble()), *currency};
        body.deliveryPlace = place.trimmed();
        body.deliveryEtaDays = m_listing.value(QLatin1String("delivery_eta_days")).toInt();
        m_call = Call::post(QStringLiteral("deals"), body.toJson());
        m_place = place;
    }
    m_fieldErrors.clear();
    setBusy(true);
    client()->api()->send(m_call, this, [this](const Answer &answer) {
        setBusy(false);
        if (answer.ok) {
            Q_EMIT created(answer.body.value(QLatin1String("id")).toString());
            return;
        }
        for (const Error &field : answer.fields)
            m_fieldErrors.insert(field.field, client::errorText(field));
        if (!answer.unreachable())
            m_call = {};
        Q_EMIT changed();
        if (answer.fields.empty())
            Q_EMIT failed(client::errorText(answer.error));
    });
}

} // namespace cargo::deals
