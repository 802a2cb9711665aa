#pragma once

#include "server/config/settings.h"
#include "shared/domain/money.h"

namespace cargo::deals {

// What a deal of this amount would be held to. The quote shows them, create() freezes them on the deal: both ask here, so
// that they cannot differ.
struct DealTerms
{
    Money fee;
    qint64 feeBasisPoints = 0;
    qint64 feeMinimumMinor = 0;
    Money driverReceives;
    int kycTierNeeded = 1; // of the buyer
};

// Whether the provider can carry it is planDeal()'s word. Error OutOfRange.
Result<DealTerms> dealTerms(const config::Settings &settings, const Money &amount);

} // namespace cargo::deals
