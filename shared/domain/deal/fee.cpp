#include "shared/domain/deal/fee.h"

#include <algorithm>

namespace cargo {

Result<Money> platformFee(const Money &amount, qint64 basisPoints, const Money &minimum)
{
    if (amount.amountMinor < 0)
        return {ErrorCode::OutOfRange, QStringLiteral("amount")};
    if (basisPoints < 0)
        return {ErrorCode::OutOfRange, QStringLiteral("fee_basis_points")};
    if (minimum.amountMinor < 0)
        return {ErrorCode::OutOfRange, QStringLiteral("fee_minimum")};
    if (minimum.currency != amount.currency)
        return {ErrorCode::CurrencyMismatch, QStringLiteral("fee_minimum")};
    auto share = amount.share(basisPoints);
    // A share beyond 64 bits is far above the amount, which is the cap anyway.
    const qint64 wanted = share ? std::max(share->amountMinor, minimum.amountMinor) : amount.amountMinor;
    return Money{std::min(wanted, amount.amountMinor), amount.currency};
}

FeeRule feeRule(const Money &fee, const Money &amount, qint64 basisPoints)
{
    const auto share = amount.share(basisPoints);
    if (share && share->amountMinor == fee.amountMinor)
        return FeeRule::Rate;
    return fee.amountMinor == amount.amountMinor ? FeeRule::WholeAmount : FeeRule::Minimum;
}

} // namespace cargo
