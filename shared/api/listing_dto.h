#pragma once

#include "shared/api/json_reader.h"
#include "shared/api/json_writer.h"
#include "shared/api/media_dto.h"
#include "shared/api/user_dto.h"
#include "shared/domain/clock.h"
#include "shared/domain/ids.h"
#include "shared/domain/money.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>

#include <optional>
#include <vector>

namespace cargo::api {

// What a driver writes about a car: the body of POST listings, and of the app's form. Words (body_type, fuel,
// transmission, drive, color) come from the vocabulary in shared/domain/listing and may be empty when not known.
struct ListingInputDto
{
    QString brand;
    QString model;
    int year = 0;
    int mileageKm = 0;
    QString countryFrom; // ISO 3166-1 alpha-2, upper case
    Money price;
    int deliveryEtaDays = 0;
    QString description; // line breaks allowed, at most 8000 characters
    QString bodyType;
    QString fuel;
    QString transmission;
    QString drive;
    std::optional<int> engineCc;
    std::optional<int> powerHp;
    QString color;
    QString vin;                 // 17 characters or empty
    std::vector<MediaId> photos; // in the order shown, the first one is the cover
    QJsonObject attributes;      // free facts: text, numbers and flags by name

    QByteArray toJson() const;
    static Parsed<ListingInputDto> parse(QByteArrayView body);
    static Parsed<ListingInputDto> read(const QJsonObject &json);
};

// PATCH listings/{id}: what is not there stays; null empties `engine_cc`, `power_hp`, `vin` and the words.
// Photos have their own route.
struct ListingPatchDto
{
    QJsonObject fields; // as sent, only known fields

    bool empty() const { return fields.isEmpty(); }
    // Applies the patch to what stands; the outcome is checked as a whole, as POST would.
    Parsed<ListingInputDto> applyTo(const ListingInputDto &current) const;
    static Parsed<ListingPatchDto> parse(QByteArrayView body);
};

// PUT listings/{id}/photos: {"photos":[media id]} is the new list in its order.
struct ListingPhotosDto
{
    std::vector<MediaId> photos;

    QByteArray toJson() const;
    static Parsed<ListingPhotosDto> parse(QByteArrayView body);
};

// POST listings/{id}/report.
struct ListingReportDto
{
    QString reason; // "fraud", "wrong_data", "duplicate", "contacts", "prohibited", "other"
    QString text;

    QByteArray toJson() const;
    static Parsed<ListingReportDto> parse(QByteArrayView body);
};

// A fall of the price below the lowest of the thirty days before it, so that a price that was raised first makes none.
struct PriceDropDto
{
    Money from;
    Money to;
    Timestamp at;

    void write(JsonWriter &out) const;
    static std::optional<PriceDropDto> read(const QJsonObject &json);
};

// GET listings/{id}/price-history: what it cost since when, oldest first.
struct PriceHistoryDto
{
    struct Point
    {
        Money price;
        Timestamp at;
    };
    std::vector<Point> items;
    std::optional<PriceDropDto> drop;

    void write(JsonWriter &out) const;
    static Parsed<PriceHistoryDto> read(const QJsonObject &json);
};

// A listing as lists show it (search, similar, favourites, a driver's own). The server prerenders it into listings.card
// and adds `driver` when it reads; fields that only some lists have are optional.
struct ListingCardDto
{
    ListingId id;
    QString status; // draft, in_review, published, paused, archived, blocked
    QString brand;
    QString model;
    int year = 0;
    int mileageKm = 0;
    QString countryFrom;
    Money price;
    int deliveryEtaDays = 0;
    QString bodyType;
    QString fuel;
    QString transmission;
    QString drive;
    std::optional<int> engineCc;
    std::optional<int> powerHp;
    QString color;
    QString photo; // path of the cover's card variant; empty: no photo
    int photoCount = 0;
    std::optional<Timestamp> publishedAt;
    std::optional<Timestamp> soldAt; // a deal about it was finished
    std::optional<PriceDropDto> priceDrop;

    std::optional<UserCardDto> driver;
    std::optional<qint64> version;   // me/listings
    std::optional<bool> favourite;   // signed in: whether it is among my favourites
    std::optional<Money> keptPrice;  // me/favourites: the price when it was kept
    std::optional<Timestamp> keptAt; // me/favourites

    static Parsed<ListingCardDto> read(const QJsonObject &json);
};

// GET listings/{id}: the card's fields and these.
struct ListingDto
{
    ListingCardDto card;
    qint64 version = 1; // for If-Match, as "<version>"
    QString description;
    QString vin;
    std::vector<MediaDto> photos;
    QJsonObject attributes;
    Timestamp createdAt;
    Timestamp updatedAt;

    static Parsed<ListingDto> read(const QJsonObject &json);
};

// A page of cards: {"items":[…],"next_cursor"}.
struct ListingPageDto
{
    std::vector<ListingCardDto> items;
    QString nextCursor; // empty: the last page

    static Parsed<ListingPageDto> read(const QJsonObject &json);
};

} // namespace cargo::api
