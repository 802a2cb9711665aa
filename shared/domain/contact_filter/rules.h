#pragma once

#include "shared/domain/contact_filter/findings.h"
#include "shared/domain/contact_filter/gates.h"

#include <array>

namespace cargo::contact_filter {

// A rule, and what must stand in a text for it to find anything.
struct Rule
{
    const char *name;
    bool (*mayHold)(const Presence &);
    void (*find)(Context &);
};

// In the order in which they are asked: a token belongs to the first that takes it.
inline constexpr std::array<Rule, 7> kAddressRules = {{
    {"addresses", mayHoldAddresses, findAddresses},
    {"turned addresses", mayHoldTurned, findTurnedAddresses},
    {"spelled names", mayHoldSpelledNames, findSpelledNames},
    {"handles", mayHoldHandles, findHandles},
    {"told names", mayHoldToldNames, findToldNames},
    {"search hints", mayHoldSearchHints, findSearchHints},
    {"acrostics", mayHoldAcrostics, findAcrostics},
}};

inline constexpr Rule kPhoneRule = {"phones", mayHoldPhones, findPhones};

} // namespace cargo::contact_filter
