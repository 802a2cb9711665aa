#pragma once

#include <QStringView>

namespace cargo::vehicle {

// World manufacturer identifiers (SAE J1044 assignments, public). `prefix` has two or three characters; the longer wins.
struct Wmi
{
    const char *prefix;
    const char *country; // ISO 3166
    const char *maker;
};
const Wmi *findWmi(QStringView vin);

// The country by the first two characters (ISO 3780), empty when not assigned; and its region.
const char *countryOf(QStringView vin);
const char *regionOf(QStringView vin);

} // namespace cargo::vehicle
