#pragma once

#include "server/core/runtime.h"
#include "shared/domain/money.h"

#include <QCoroTask>

#include <vector>

namespace cargo::assistant {

// What a found car is weighed by.
struct CarFacts
{
    ListingId id;
    QString brand;
    QString model;
    QString bodyType;
    QString fuel;
    QString transmission;
    QString drive;
    QString color;
    QString countryFrom;
    QString description;
    std::vector<QString> features; // flags of shared/domain/listing/attributes that it has
    int seats = 0;                 // 0: not told
    int year = 0;
    int mileageKm = 0;
    int etaDays = 0;
    int powerHp = 0;  // 0: not told
    int engineCc = 0; // the same
    Money price;
    int ratingHundredths = 0; // of the driver; 0: no reviews yet
    int reviews = 0;
    int dealsDone = 0;
    Money median; // of comparable cars: the same model, two years either way, this one not counted
    int comparable = 0;
};

// SQL of the picker. It never filters or sorts: search does.
class PickStore
{
public:
    explicit PickStore(db::Database &db) : m_db(db) {}
    // Those of `ids` that are published now, in their order.
    QCoro::Task<Result<std::vector<CarFacts>>> facts(CallContextPtr context, std::vector<ListingId> ids);

private:
    db::Database &m_db;
};

} // namespace cargo::assistant
