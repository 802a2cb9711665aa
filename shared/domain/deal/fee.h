#pragma once

#include "shared/domain/money.h"

namespace cargo {

// What CarGo takes of a deal: the larger of `basisPoints` × amount (rounded half to even) and the minimum, but never more
// than the amount. Both numbers are copied onto the deal when it is created. Errors: OutOfRange for an amount, rate or
// minimum below zero (field "amount", "fee_basis_points", "fee_minimum"), CurrencyMismatch.
Result<Money> platformFee(const Money &amount, qint64 basisPoints, const Money &minimum);

} // namespace cargo
