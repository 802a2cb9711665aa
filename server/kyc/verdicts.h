#pragma once

#include "server/kyc/kyc_store.h"
#include "server/users/user_service.h"

namespace cargo::kyc {

// Our verdict on an application, given by staff or by the rule: what hangs on it happens in the same transaction.
class Verdicts
{
public:
    Verdicts(Runtime &runtime, users::UserService &users) : m_runtime(runtime), m_users(users), m_store(runtime) {}

    // `application` as it is from now on: status, decidedBy (nobody: the rule), reasonCode, text, note, and a fault at each
    // document that has to be taken again. Saves it, moves the tier, sets the retention, writes the journal, tells the user.
    QCoro::Task<Outcome> give(db::Transaction tx, Application application);
    // Of somebody who was approved: back to the desk, without the rights that he had. Deals that run go on.
    QCoro::Task<Outcome> withdraw(db::Transaction tx, Application application, QByteArray reasonCode);

private:
    Runtime &m_runtime;
    users::UserService &m_users;
    KycStore m_store;
};

} // namespace cargo::kyc
