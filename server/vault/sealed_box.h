#pragma once

#include "server/vault/master_keys.h"
#include "shared/domain/ids.h"

namespace cargo::vault {

// A document as it lies in the file store: AES-256-GCM with a key of its own, that key wrapped by a master key. Both are bound
// to the document's id, so that neither can stand in for another's.
struct SealedDocument
{
    QByteArray bytes;      // nonce (12), what was sealed, tag (16)
    QByteArray wrappedKey; // nonce (12), key (32), tag (16)
    QByteArray keyId;      // of the master key
};

Result<SealedDocument> seal(const MasterKeys &keys, const Uuid &document, const QByteArray &plain);
// Errors: Internal with what failed: an unknown master key, or bytes that are not what was sealed.
Result<QByteArray> open(const MasterKeys &keys, const Uuid &document, const SealedDocument &sealed);
// The same document's key under the current master key; its bytes stay as they are.
Result<SealedDocument> wrapAnew(const MasterKeys &keys, const Uuid &document, SealedDocument sealed);

} // namespace cargo::vault
