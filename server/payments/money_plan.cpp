#include "server/payments/money_plan.h"

#include <algorithm>

namespace cargo::payments {

namespace {
using ledger::Account;
using ledger::EntryKind;

class Plan
{
public:
    explicit Plan(qint64 inEscrowMinor) : m_inEscrow(inEscrowMinor) {}

    void capture(qint64 amount)
    {
        add(EntryKind::Capture, {{Account::HoldPending, amount},
                                 {Account::BuyerExternal, -amount},
                                 {Account::ProviderClearing, amount},
                                 {Account::Escrow, -amount}});
        m_inEscrow += amount;
    }
    void voidHold(qint64 amount)
    {
        add(EntryKind::HoldReleased, {{Account::HoldPending, amount}, {Account::BuyerExternal, -amount}});
    }
    void refund(qint64 amount)
    {
        add(EntryKind::RefundDecided, {{Account::Escrow, amount}, {Account::RefundPayable, -amount}});
        add(EntryKind::RefundConfirmed, {{Account::RefundPayable, amount}, {Account::ProviderClearing, -amount}});
        m_inEscrow -= amount;
    }
    void payOut(qint64 feeMinor, qint64 largest)
    {
        const qint64 fee = std::min(feeMinor, m_inEscrow);
        qint64 left = m_inEscrow - fee;
        add(EntryKind::Release, {{Account::Escrow, m_inEscrow}, {Account::DriverPayable, -left}, {Account::PlatformFee, -fee}});
        while (left > 0) {
            const qint64 piece = largest > 0 ? std::min(left, largest) : left;
            add(EntryKind::PayoutConfirmed, {{Account::DriverPayable, piece}, {Account::ProviderClearing, -piece}});
            left -= piece;
        }
        m_inEscrow = 0;
    }
    qint64 inEscrow() const { return m_inEscrow; }
    std::vector<PlannedEntry> take() { return std::move(m_entries); }

private:
    void add(EntryKind kind, std::vector<ledger::Entry::Line> lines)
    {
        std::erase_if(lines, [](const ledger::Entry::Line &line) { return line.amountMinor == 0; });
        m_entries.push_back({kind, std::move(lines)});
    }

    qint64 m_inEscrow;
    std::vector<PlannedEntry> m_entries;
};
} // namespace

std::vector<PlannedEntry> planMoney(Disposition disposition, Standing standing, qint64 refundMinor, qint64 feeMinor,
                                    qint64 largestPayoutMinor)
{
    Plan plan(standing.inEscrowMinor);
    const bool held = standing.status == MoneyStatus::Held;
    if (!held && standing.status != MoneyStatus::KeepQueued && standing.status != MoneyStatus::Kept)
        return {};
    if (held && disposition == Disposition::GiveBack) {
        plan.voidHold(standing.amountMinor);
        return plan.take();
    }
    if (standing.status != MoneyStatus::Kept)
        plan.capture(standing.amountMinor);
    if (disposition == Disposition::GiveBack)
        plan.refund(plan.inEscrow());
    if (disposition == Disposition::Split)
        plan.refund(refundMinor);
    if (disposition == Disposition::Split || disposition == Disposition::Release)
        plan.payOut(feeMinor, largestPayoutMinor);
    return plan.take();
}

} // namespace cargo::payments
