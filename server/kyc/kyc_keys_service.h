#pragma once

#include "server/kyc/kyc_store.h"

namespace cargo::kyc {

// Changing the master key: the keys of all documents, wrapped with the newest. The documents themselves stay as they are.
class KycKeysService
{
public:
    explicit KycKeysService(Runtime &runtime) : m_store(runtime) {}

    struct Rewrapped
    {
        int done = 0;
        int failed = 0; // their master key is not among ours
    };
    // May be stopped and run again at any time.
    QCoro::Task<Result<Rewrapped>> rewrapAll(CallContextPtr context, MasterKeys keys);

private:
    KycStore m_store;
};

} // namespace cargo::kyc
