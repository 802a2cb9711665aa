#pragma once

#include "server/config/settings.h"
#include "shared/domain/result.h"

#include <QByteArray>

#include <vector>

namespace cargo::vault {

// The keys that wrap the keys of documents. The last one wraps what comes; older ones only open. Immutable, shared by threads.
class MasterKeys
{
public:
    struct Key
    {
        QByteArray id;  // eight hex digits, made of the key itself
        QByteArray key; // 32 bytes
    };

    // From the setting kycKeys (hex, with commas, the newest last), or from <dataDir>/keys/kyc.keys, which is made on first
    // use (mode 0600). Errors: InvalidFormat, Unavailable.
    static Result<MasterKeys> load(const config::Settings &settings);
    // Adds a new key to the file; every server has to be started again before documents are wrapped anew.
    // Error: StateConflict where the keys stand in the setting.
    static Result<MasterKeys> addTo(const config::Settings &settings);

    explicit MasterKeys(std::vector<Key> keys) : m_keys(std::move(keys)) {}
    const Key &current() const { return m_keys.back(); }
    // Null for a key that we do not have.
    const Key *find(const QByteArray &id) const;

private:
    std::vector<Key> m_keys; // never empty
};

} // namespace cargo::vault
