#pragma once

#include "server/proposals/proposal_service.h"
#include "server/settings/changeable.h"
#include "server/settings/setting_store.h"
#include "shared/api/json_writer.h"

namespace cargo::settings {

// What admins want to change, and why.
struct Wish
{
    std::optional<QString> value; // nothing: the operator's again
    QString reason;
    std::optional<QString> seen; // the value that they saw; another one by now is a conflict
};

// Settings that are changed while the server runs: in force in every thread after the commit, with their history, and by two
// where money or bans hang on them.
class SettingService final : public proposals::Order
{
public:
    // `operators`: what the server was started with.
    SettingService(Runtime &runtime, const config::Settings &operators, SettingStore &store,
                   proposals::ProposalService &proposals)
        : m_runtime(runtime), m_operators(operators), m_store(store), m_proposals(proposals)
    {
        m_proposals.add(*this);
    }

    // Publishes what is in force, for threads that may have missed a change.
    QCoro::Task<Outcome> tellAgain(CallContextPtr context);
    QCoro::Task<Result<QByteArray>> list(CallContextPtr context);
    QCoro::Task<Result<SettingStore::Page>> history(CallContextPtr context, QByteArray name, std::optional<qint64> before,
                                                    int limit);
    // The setting, or status 202 and the proposal. Errors: NotFound, Forbidden (the operator's alone), what reading the value
    // says (field "value"), StateConflict (another value by now; a proposal is open; it is so already).
    QCoro::Task<Result<Answer>> change(CallContextPtr context, QByteArray name, Wish wish);
    struct Fee
    {
        qint64 basisPoints = 0;
        qint64 minimumMinor = 0;
    };
    // What another commission would mean: for a few sums, and for the newest deals by currency.
    QCoro::Task<Result<QByteArray>> previewFee(CallContextPtr context, Fee fee);

    QByteArray kind() const override { return "setting"; }
    Permission deciders() const override { return Permission::Admin; }
    QCoro::Task<Outcome> carryOut(db::Transaction tx, proposals::Proposal proposal, UserId approver) override;
    QCoro::Task<Outcome> rejected(db::Transaction tx, proposals::Proposal proposal) override;

private:
    struct Checked
    {
        QString before; // what is in force
        QString after;
    };
    QCoro::Task<Result<Checked>> check(db::Transaction tx, const config::SettingRow *row, Wish wish);
    QCoro::Task<Outcome> store(db::Transaction tx, NewChange change);
    QCoro::Task<Result<Answer>> propose(db::Transaction tx, QByteArray name, Wish wish, QString before, UserId by);
    void write(api::JsonWriter &out, const config::SettingRow &row, const Stored &stored) const;
    Timestamp now() const { return m_runtime.clock.now(); }

    Runtime &m_runtime;
    const config::Settings &m_operators;
    SettingStore &m_store;
    proposals::ProposalService &m_proposals;
};

} // namespace cargo::settings
