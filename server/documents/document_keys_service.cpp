#include "server/documents/document_keys_service.h"

namespace cargo::documents {

QCoro::Task<Result<vault::Rewrapped>> DocumentKeysService::rewrapAll(CallContextPtr context, vault::MasterKeys keys)
{
    co_return co_await vault::rewrapAll(m_store, context, keys, [](const Document &document) {
        return vault::SealedDocument{{}, document.stored.wrappedKey, document.stored.keyId};
    });
}

} // namespace cargo::documents
