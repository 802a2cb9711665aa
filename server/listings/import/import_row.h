#pragma once

#include "server/listings/import/csv_reader.h"
#include "shared/api/listing_dto.h"

#include <QHash>

#include <utility>

namespace cargo::listings {

// What the values of a file become where the file itself does not say.
struct ImportDefaults
{
    QByteArray currency = "RUB";
    QString countryFrom; // empty: every row needs one
    int deliveryEtaDays = 30;
};

// Knows which column is which field, and makes a listing of a record.
class ImportMapping
{
public:
    // `overrides`: column name -> field name. Fields: external_id, source, brand, model, year, price, price_minor, currency,
    // mileage_km, country_from, delivery_eta_days, description, body_type, fuel, transmission, drive, engine_cc, engine_l,
    // power_hp, color, vin. Columns of other names are passed over; without overrides usual names are understood (price_rub is
    // a price in roubles, hp is power_hp). Errors: UnknownValue (field: the column), Required (field: what is missing).
    static Result<ImportMapping> make(const std::vector<QByteArray> &header,
                                      const std::vector<std::pair<QString, QString>> &overrides, ImportDefaults defaults);

    // A problem names the field and what is wrong with it.
    Result<api::ListingInputDto> read(const CsvRecord &record) const;
    QByteArray value(const CsvRecord &record, const char *field) const;

private:
    int columnOf(const QString &field) const;

    std::vector<QString> m_fields; // by column; empty: not used
    ImportDefaults m_defaults;
    bool m_pricesInRoubles = false;
};

// The record as a listing may stand, checked as a form would be. Errors: those of the reader (InvalidFormat), of
// ImportMapping::read and of the description.
Result<api::ListingInputDto> checkedRow(const ImportMapping &mapping, const CsvRecord &record, Timestamp now);

inline constexpr int kMaxExternalIdBytes = 200;

// By what the rows of one file are known when it comes again: the id in the file, or one that the same line of the same file
// always gets.
class ImportIds
{
public:
    QByteArray idOf(const ImportMapping &mapping, const CsvRecord &record);

private:
    QHash<QByteArray, int> m_occurrences;
};

} // namespace cargo::listings
