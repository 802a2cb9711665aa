#include "server/search/changed_listings.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace cargo::search {

std::vector<ListingId> changedListings(const QByteArray &payload)
{
    const QJsonObject object = QJsonDocument::fromJson(payload).object();
    QJsonArray texts = object.value(QLatin1String("ids")).toArray();
    texts.append(object.value(QLatin1String("id")));
    std::vector<ListingId> ids;
    for (const QJsonValue &text : std::as_const(texts)) {
        if (const auto id = ListingId::fromText(QStringView(text.toString())))
            ids.push_back(*id);
    }
    return ids;
}

} // namespace cargo::search
