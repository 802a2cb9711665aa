#pragma once

#include <QStringView>

namespace cargo {

// A bank of Russia by its nine digits, and an account of its twenty: the ninth digit of the account is a key over both (Bank of
// Russia, order of computing the check digit of 8 September 1997, No. 515).
bool isBic(QStringView bic);
bool isBankAccount(QStringView bic, QStringView account);

} // namespace cargo
