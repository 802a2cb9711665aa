#pragma once

#include "shared/domain/money.h"
#include "shared/domain/words.h"

namespace cargo {

// What CarGo takes of a deal: the larger of `basisPoints` × amount (rounded half to even) and the minimum, but never more
// than the amount. Both numbers are copied onto the deal when it is created. Errors: OutOfRange for an amount, rate or
// minimum below zero (field "amount", "fee_basis_points", "fee_minimum"), CurrencyMismatch.
Result<Money> platformFee(const Money &amount, qint64 basisPoints, const Money &minimum);

// Which of the three made the fee what it is, for whoever explains it.
enum class FeeRule { Rate, Minimum, WholeAmount };
inline constexpr auto kFeeRuleWords = wordTable<FeeRule>("rate", "minimum", "whole_amount");
inline const char *word(FeeRule rule) { return kFeeRuleWords.word(rule); }
inline std::optional<FeeRule> feeRuleFromWord(QStringView text) { return kFeeRuleWords.find(text); }
// Of a fee that platformFee() answered for the same amount and rate.
FeeRule feeRule(const Money &fee, const Money &amount, qint64 basisPoints);

} // namespace cargo
