#include "server/kyc/kyc_keys_service.h"

namespace cargo::kyc {

QCoro::Task<Result<vault::Rewrapped>> KycKeysService::rewrapAll(CallContextPtr context, vault::MasterKeys keys)
{
    co_return co_await vault::rewrapAll(m_store, context, keys, [](const DocumentRow &document) {
        return vault::SealedDocument{{}, document.wrappedKey, document.keyId};
    });
}

} // namespace cargo::kyc
