#include "server/search/changed_listings.h"

#include "shared/api/json_writer.h"

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

QByteArray changedPayload(const std::vector<ListingId> &ids)
{
    api::JsonWriter out(64 + 40 * ids.size());
    out.beginObject().key("ids").beginArray();
    for (const ListingId &id : ids)
        out.value(id);
    return out.endArray().endObject().take();
}

} // namespace cargo::search
