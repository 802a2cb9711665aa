#include "shared/domain/listing/attributes.h"

#include "shared/domain/listing/listing.h"

#include <QJsonValue>

#include <cmath>

namespace cargo::listing {

namespace {
using Kind = Attribute::Kind;

std::optional<ErrorCode> check(const Attribute &attribute, const QJsonValue &value)
{
    switch (attribute.kind) {
    case Kind::Flag: return value.isBool() ? std::nullopt : std::optional(ErrorCode::WrongType);
    case Kind::Number: {
        const double number = value.toDouble();
        if (!value.isDouble() || std::floor(number) != number)
            return ErrorCode::WrongType;
        if (number < double(attribute.min) || number > double(attribute.max))
            return ErrorCode::OutOfRange;
        return std::nullopt;
    }
    case Kind::Text:
        if (!value.isString())
            return ErrorCode::WrongType;
        if (value.toString().size() > attribute.max)
            return ErrorCode::TooLong;
        return value.toString().size() < attribute.min ? std::optional(ErrorCode::TooShort) : std::nullopt;
    }
    return ErrorCode::WrongType;
}
} // namespace

const std::vector<Attribute> &attributes()
{
    static const std::vector<Attribute> kAttributes = {
        {"seats", Kind::Number, "", 1, 60},
        {"doors", Kind::Number, "", 1, 8},
        {"owners", Kind::Number, "", 0, 50},
        {"battery_kwh", Kind::Number, "kWh", 1, 500},
        {"range_km", Kind::Number, "km", 1, 3000},
        {"consumption_ml_per_km", Kind::Number, "ml/km", 1, 1000},
        {"auction_grade", Kind::Text, "", 1, 10},
        {"auction_lot", Kind::Text, "", 1, 40},
        {"trim", Kind::Text, "", 1, 80},
        {"generation", Kind::Text, "", 1, 80},
        {"interior_color", Kind::Text, "", 1, 40},
        {"right_hand_drive", Kind::Flag, "", 0, 0},
        {"accident_free", Kind::Flag, "", 0, 0},
        {"service_history", Kind::Flag, "", 0, 0},
        {"leather", Kind::Flag, "", 0, 0},
        {"panoramic_roof", Kind::Flag, "", 0, 0},
        {"heated_seats", Kind::Flag, "", 0, 0},
        {"heated_steering_wheel", Kind::Flag, "", 0, 0},
        {"ventilated_seats", Kind::Flag, "", 0, 0},
        {"climate_control", Kind::Flag, "", 0, 0},
        {"cruise_control", Kind::Flag, "", 0, 0},
        {"adaptive_cruise", Kind::Flag, "", 0, 0},
        {"rear_camera", Kind::Flag, "", 0, 0},
        {"surround_camera", Kind::Flag, "", 0, 0},
        {"parking_sensors", Kind::Flag, "", 0, 0},
        {"navigation", Kind::Flag, "", 0, 0},
        {"keyless", Kind::Flag, "", 0, 0},
        {"tow_bar", Kind::Flag, "", 0, 0},
        {"roof_rails", Kind::Flag, "", 0, 0},
        {"isofix", Kind::Flag, "", 0, 0},
        {"winter_tyres", Kind::Flag, "", 0, 0},
        {"customs_cleared", Kind::Flag, "", 0, 0},
    };
    return kAttributes;
}

const Attribute *findAttribute(QStringView name)
{
    for (const Attribute &attribute : attributes()) {
        if (name == QLatin1String(attribute.name))
            return &attribute;
    }
    return nullptr;
}

std::vector<Error> checkAttributes(const QJsonObject &object)
{
    std::vector<Error> errors;
    if (object.size() > kAttributesMaxCount)
        errors.push_back({ErrorCode::TooLong, QStringLiteral("attributes"), {}});
    for (auto it = object.begin(); it != object.end(); ++it) {
        const Attribute *attribute = findAttribute(it.key());
        const auto problem = attribute ? check(*attribute, it.value()) : std::optional(ErrorCode::UnknownField);
        if (problem)
            errors.push_back({*problem, QStringLiteral("attributes.") + it.key().left(40), {}});
    }
    return errors;
}

} // namespace cargo::listing
