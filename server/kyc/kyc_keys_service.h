#pragma once

#include "server/kyc/kyc_store.h"
#include "server/vault/rewrap.h"

namespace cargo::kyc {

// The pictures of identities under the newest master key; see vault::rewrapAll.
class KycKeysService
{
public:
    explicit KycKeysService(Runtime &runtime) : m_store(runtime) {}

    QCoro::Task<Result<vault::Rewrapped>> rewrapAll(CallContextPtr context, vault::MasterKeys keys);

private:
    KycStore m_store;
};

} // namespace cargo::kyc
