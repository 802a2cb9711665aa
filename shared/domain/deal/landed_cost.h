#pragma once

#include <QLatin1String>

#include <vector>

namespace cargo {

// What a car costs its buyer besides the price: he pays it himself and not through CarGo. Words of the wire.
inline const std::vector<QLatin1String> &costsBesidesThePrice()
{
    static const std::vector<QLatin1String> kWords{QLatin1String("customs_duty"), QLatin1String("recycling_fee"),
                                                   QLatin1String("broker"), QLatin1String("registration")};
    return kWords;
}

} // namespace cargo
