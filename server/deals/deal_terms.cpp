#include "server/deals/deal_terms.h"

#include "shared/domain/deal/fee.h"

namespace cargo::deals {

Result<DealTerms> dealTerms(const config::Settings &settings, const Money &amount)
{
    DealTerms terms;
    terms.feeBasisPoints = settings.feeBasisPoints;
    terms.feeMinimumMinor = settings.feeMinimumMinor;
    const auto fee = platformFee(amount, terms.feeBasisPoints, Money{terms.feeMinimumMinor, amount.currency});
    CARGO_TRY(fee);
    terms.fee = *fee;
    terms.driverReceives = Money{amount.amountMinor - fee->amountMinor, amount.currency};
    // The limit of tier 1 is in roubles; there is no rate here to compare other currencies with.
    const bool withinLimit = amount.currency == Currency::rub() && amount.amountMinor <= settings.tier1DealLimitMinor;
    terms.kycTierNeeded = withinLimit ? 1 : 2;
    return terms;
}

} // namespace cargo::deals
