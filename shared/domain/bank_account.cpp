#include "shared/domain/bank_account.h"

#include <QString>

#include <algorithm>

namespace cargo {

namespace {
bool areDigits(QStringView text, qsizetype count)
{
    return text.size() == count && std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}
} // namespace

bool isBic(QStringView bic) { return areDigits(bic, 9); }

bool isBankAccount(QStringView bic, QStringView account)
{
    if (!isBic(bic) || !areDigits(account, 20))
        return false;
    // A bank stands for itself with its last three digits; accounts at the Bank of Russia's own offices go by the office.
    const QStringView last = bic.last(3);
    const bool ownOffice = last == u"000" || last == u"001" || last == u"002";
    const QString digits = ownOffice ? QString(u'0' + bic.sliced(4, 2) + account) : QString(last + account);
    constexpr int kWeights[] = {7, 1, 3};
    int sum = 0;
    for (qsizetype at = 0; at < digits.size(); ++at)
        sum += (digits[at].digitValue() * kWeights[at % 3]) % 10;
    return sum % 10 == 0;
}

} // namespace cargo
