#include "server/vault/master_keys.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QSaveFile>

#include <openssl/rand.h>

namespace cargo::vault {

namespace {
constexpr qsizetype kKeyBytes = 32;

Error problem(const char *detail, ErrorCode code = ErrorCode::InvalidFormat)
{
    return {code, QStringLiteral("kycKeys"), QString::fromLatin1(detail)};
}

MasterKeys::Key keyOf(const QByteArray &bytes)
{
    return {QCryptographicHash::hash(QByteArray("cargo kyc key " + bytes), QCryptographicHash::Sha256).toHex().left(8), bytes};
}

Result<std::vector<MasterKeys::Key>> parse(const QByteArrayList &texts)
{
    std::vector<MasterKeys::Key> keys;
    for (const QByteArray &text : texts) {
        const QByteArray hex = text.trimmed();
        if (hex.isEmpty())
            continue;
        const QByteArray bytes = QByteArray::fromHex(hex);
        if (bytes.size() != kKeyBytes || bytes.toHex() != hex.toLower())
            return problem("a key is 64 hex digits");
        keys.push_back(keyOf(bytes));
    }
    return keys;
}

QString fileOf(const config::Settings &settings) { return settings.dataDir + QStringLiteral("/keys/kyc.keys"); }

Result<std::vector<MasterKeys::Key>> readFile(const config::Settings &settings)
{
    QFile file(fileOf(settings));
    if (!file.exists())
        return std::vector<MasterKeys::Key>();
    if (!file.open(QIODevice::ReadOnly))
        return problem("keys/kyc.keys cannot be read", ErrorCode::Unavailable);
    return parse(file.readAll().split('\n'));
}

Result<MasterKeys> append(const config::Settings &settings, std::vector<MasterKeys::Key> keys)
{
    QByteArray bytes(kKeyBytes, Qt::Uninitialized);
    if (RAND_bytes(reinterpret_cast<unsigned char *>(bytes.data()), int(bytes.size())) != 1)
        return problem("no random bytes", ErrorCode::Unavailable);
    keys.push_back(keyOf(bytes));
    QDir().mkpath(settings.dataDir + QStringLiteral("/keys"));
    QSaveFile file(fileOf(settings));
    bool written = file.open(QIODevice::WriteOnly) && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    for (const MasterKeys::Key &key : keys)
        written = written && file.write(key.key.toHex() + '\n') > 0;
    if (!written || !file.commit())
        return problem("keys/kyc.keys cannot be written", ErrorCode::Unavailable);
    return MasterKeys(std::move(keys));
}
} // namespace

Result<MasterKeys> MasterKeys::load(const config::Settings &settings)
{
    auto keys = settings.kycKeys.isEmpty() ? readFile(settings) : parse(settings.kycKeys.split(','));
    CARGO_TRY(keys);
    if (!keys->empty())
        return MasterKeys(std::move(*keys));
    if (!settings.kycKeys.isEmpty())
        return problem("a key is 64 hex digits");
    return append(settings, {});
}

Result<MasterKeys> MasterKeys::addTo(const config::Settings &settings)
{
    if (!settings.kycKeys.isEmpty())
        return problem("the keys stand in the setting: add one there", ErrorCode::StateConflict);
    auto keys = readFile(settings);
    CARGO_TRY(keys);
    return append(settings, std::move(*keys));
}

const MasterKeys::Key *MasterKeys::find(const QByteArray &id) const
{
    for (const Key &key : m_keys) {
        if (key.id == id)
            return &key;
    }
    return nullptr;
}

} // namespace cargo::vault
