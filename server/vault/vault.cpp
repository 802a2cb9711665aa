#include "server/vault/vault.h"

namespace cargo::vault {

Result<Vault::Stored> Vault::put(const Uuid &document, const QByteArray &plain)
{
    auto sealed = seal(m_keys, document, plain);
    CARGO_TRY(sealed);
    auto address = m_files.put(sealed->bytes);
    CARGO_TRY(address);
    return Stored{std::move(*address), std::move(sealed->wrappedKey), std::move(sealed->keyId)};
}

Result<QByteArray> Vault::read(const Uuid &document, const Stored &stored) const
{
    auto bytes = m_files.read(stored.fileSha256);
    CARGO_TRY(bytes);
    return open(m_keys, document, SealedDocument{std::move(*bytes), stored.wrappedKey, stored.keyId});
}

} // namespace cargo::vault
