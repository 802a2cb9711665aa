#pragma once

#include <QLatin1String>

#include <vector>

// What an inspection of a car at its pick-up and its handover is made of: the words that are stored, sent and shown.
namespace cargo::inspection {

// Sides to be photographed, in the order in which one walks around the car.
inline const std::vector<QLatin1String> &angles()
{
    static const std::vector<QLatin1String> kWords{
        QLatin1String("front"),    QLatin1String("front_right"), QLatin1String("right"),     QLatin1String("rear_right"),
        QLatin1String("rear"),     QLatin1String("rear_left"),   QLatin1String("left"),      QLatin1String("front_left"),
        QLatin1String("interior"), QLatin1String("odometer"),    QLatin1String("vin_plate"), QLatin1String("engine")};
    return kWords;
}

// Drawings on which damage is pinned.
inline const std::vector<QLatin1String> &views()
{
    static const std::vector<QLatin1String> kWords{QLatin1String("left"), QLatin1String("right"), QLatin1String("front"),
                                                   QLatin1String("rear"), QLatin1String("top")};
    return kWords;
}

inline const std::vector<QLatin1String> &damageKinds()
{
    static const std::vector<QLatin1String> kWords{QLatin1String("scratch"), QLatin1String("dent"), QLatin1String("chip"),
                                                   QLatin1String("crack"),   QLatin1String("rust"), QLatin1String("missing"),
                                                   QLatin1String("other")};
    return kWords;
}

// Why the photos may not show everything.
inline const std::vector<QLatin1String> &obstructions()
{
    static const std::vector<QLatin1String> kWords{QLatin1String("dirt"), QLatin1String("night"), QLatin1String("rain"),
                                                   QLatin1String("snow")};
    return kWords;
}

inline const std::vector<QLatin1String> &papers()
{
    static const std::vector<QLatin1String> kWords{QLatin1String("registration"),      QLatin1String("export_certificate"),
                                                   QLatin1String("invoice"),           QLatin1String("auction_sheet"),
                                                   QLatin1String("power_of_attorney"), QLatin1String("insurance"),
                                                   QLatin1String("service_book")};
    return kWords;
}

} // namespace cargo::inspection
