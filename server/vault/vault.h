#pragma once

#include "server/vault/sealed_box.h"
#include "server/providers/files/file_provider.h"

namespace cargo::vault {

// Documents at rest: encrypted, in the file store. Thread-safe. Everything here blocks: call it on the CPU pool.
class Vault
{
public:
    struct Stored
    {
        QByteArray fileSha256;
        QByteArray wrappedKey;
        QByteArray keyId;
    };

    Vault(MasterKeys keys, files::FileProvider &files) : m_keys(std::move(keys)), m_files(files) {}

    const MasterKeys &keys() const { return m_keys; }
    // Errors: StorageFull, Unavailable, Internal.
    Result<Stored> put(const Uuid &document, const QByteArray &plain);
    // Errors: NotFound (the file is gone), Internal (it is not what was stored).
    Result<QByteArray> read(const Uuid &document, const Stored &stored) const;
    Outcome remove(const QByteArray &fileSha256) { return m_files.remove(fileSha256); }

private:
    MasterKeys m_keys;
    files::FileProvider &m_files;
};

} // namespace cargo::vault
