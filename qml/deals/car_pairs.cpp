#include "qml/deals/car_pairs.h"

#include "qml/deals/car_compared.h"

namespace cargo::deals {

QVariantMap CarPairs::compared() const
{
    client::Client *client = client::Client::of(qmlEngine(this));
    if (!client)
        return {};
    return carCompared(QJsonArray::fromVariantList(m_timeline),
                       [client](const QString &path) { return client->api()->mediaUrl(path); });
}

} // namespace cargo::deals
