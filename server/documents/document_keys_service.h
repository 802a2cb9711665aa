#pragma once

#include "server/documents/document_store.h"
#include "server/vault/rewrap.h"

namespace cargo::documents {

// Papers of deals under the newest master key; see vault::rewrapAll.
class DocumentKeysService
{
public:
    explicit DocumentKeysService(Runtime &runtime) : m_store(runtime) {}

    QCoro::Task<Result<vault::Rewrapped>> rewrapAll(CallContextPtr context, vault::MasterKeys keys);

private:
    DocumentStore m_store;
};

} // namespace cargo::documents
