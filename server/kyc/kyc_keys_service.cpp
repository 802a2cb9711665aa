#include "server/kyc/kyc_keys_service.h"

namespace cargo::kyc {

namespace {
constexpr int kAtOnce = 200;
}

QCoro::Task<Result<KycKeysService::Rewrapped>> KycKeysService::rewrapAll(CallContextPtr context, MasterKeys keys)
{
    Rewrapped count;
    Uuid last;
    while (true) {
        const auto documents = co_await m_store.wrappedByOthers(context, keys.current().id, last, kAtOnce);
        CARGO_CO_TRY(documents);
        if (documents->empty())
            co_return count;
        for (const DocumentRow &document : *documents) {
            const auto sealed = wrapAnew(keys, document.id, SealedDocument{{}, document.wrappedKey, document.keyId});
            last = document.id;
            if (!sealed) {
                ++count.failed;
                continue;
            }
            CARGO_CO_TRY(co_await m_store.rewrap(context, document.id, document.keyId, *sealed));
            ++count.done;
        }
    }
}

} // namespace cargo::kyc
