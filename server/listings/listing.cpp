#include "server/listings/listing.h"

#include <QJsonDocument>

namespace cargo::listings {

QByteArray renderCard(const Listing &listing)
{
    const api::ListingInputDto &data = listing.data;
    api::JsonWriter out(768);
    out.beginObject().field("id", listing.id).field("status", listing::word(listing.status));
    out.field("brand", data.brand).field("model", data.model).field("year", data.year);
    out.field("mileage_km", data.mileageKm).field("country_from", data.countryFrom).field("price", data.price);
    out.field("delivery_eta_days", data.deliveryEtaDays).field("body_type", data.bodyType).field("fuel", data.fuel);
    out.field("transmission", data.transmission).field("drive", data.drive).field("engine_cc", data.engineCc);
    out.field("power_hp", data.powerHp).field("color", data.color).key("photo");
    if (listing.photos.empty())
        out.null();
    else
        out.value(api::mediaPath(listing.photos.front().id, api::MediaVariant::Card));
    out.field("photo_count", int(listing.photos.size())).field("published_at", listing.publishedAt);
    out.field("sold_at", listing.soldAt);
    if (listing.priceDrop) {
        out.key("price_drop");
        listing.priceDrop->write(out);
    }
    out.endObject();
    return out.take();
}

QByteArray renderDetail(const Listing &listing)
{
    api::JsonWriter out(1024);
    out.beginObject().field("driver_id", listing.driver).field("description", listing.data.description);
    out.key("vin");
    if (listing.data.vin.isEmpty())
        out.null();
    else
        out.value(listing.data.vin);
    out.key("photos").beginArray();
    for (const api::MediaDto &photo : listing.photos)
        api::MediaDto{photo.id, {}, photo.width, photo.height}.write(out);
    out.endArray().key("attributes");
    if (listing.data.attributes.isEmpty())
        out.beginObject().endObject();
    else
        out.raw(QJsonDocument(listing.data.attributes).toJson(QJsonDocument::Compact));
    out.field("created_at", listing.createdAt).field("updated_at", listing.updatedAt).endObject();
    return out.take();
}

QByteArray joinObjects(std::string_view first, std::string_view second)
{
    if (first.size() <= 2)
        return QByteArray(second.data(), qsizetype(second.size()));
    QByteArray joined;
    joined.reserve(qsizetype(first.size() + second.size() + 512));
    joined.append(first.data(), qsizetype(first.size()));
    if (second.size() > 2) {
        joined.back() = ',';
        joined.append(second.data() + 1, qsizetype(second.size()) - 1);
    }
    return joined;
}

} // namespace cargo::listings
