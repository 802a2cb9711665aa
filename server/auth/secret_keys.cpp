#include "server/auth/secret_keys.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>

#include <sodium.h>

#include <fcntl.h>
#include <unistd.h>

namespace cargo::auth {

namespace {

constexpr qsizetype kSecretBytes = 32;

// Creates the file or gives up when it is there: two processes that start at once end with one key.
bool writeNewSecret(const QByteArray &path, const QByteArray &text)
{
    const int fd = ::open(path.constData(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (fd < 0)
        return false;
    const bool written = ::write(fd, text.constData(), size_t(text.size())) == text.size() && ::fsync(fd) == 0;
    ::close(fd);
    return written;
}

} // namespace

QByteArray randomSecret()
{
    QByteArray bytes(kSecretBytes, Qt::Uninitialized);
    randombytes_buf(bytes.data(), size_t(bytes.size()));
    return bytes;
}

QByteArray sha256(const QByteArray &data) { return QCryptographicHash::hash(data, QCryptographicHash::Sha256); }

SecretKeys::SecretKeys(const QByteArray &secret)
    : m_accessToken(hmacSha256(secret, "cargo access token v1")), m_appealPass(hmacSha256(secret, "cargo appeal pass v1")),
      m_refreshToken(hmacSha256(secret, "cargo refresh token v1")), m_code(hmacSha256(secret, "cargo one-time code v1")),
      m_box(hmacSha256(secret, "cargo sealed secret v1"))
{
}

Result<SecretKeys> SecretKeys::load(const config::Settings &settings)
{
    if (sodium_init() < 0)
        return Error{ErrorCode::Internal, QStringLiteral("secretKey"), QStringLiteral("libsodium cannot start")};
    if (!settings.secretKey.isEmpty()) {
        if (settings.secretKey.size() < kSecretBytes)
            return Error{ErrorCode::TooShort, QStringLiteral("secretKey"), QStringLiteral("at least 32 characters")};
        return SecretKeys(settings.secretKey);
    }
    const QString folder = settings.dataDir + QStringLiteral("/keys");
    const QString path = folder + QStringLiteral("/server.key");
    QDir().mkpath(folder);
    if (!QFile::exists(path))
        writeNewSecret(QFile::encodeName(path), randomSecret().toHex());
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::Unavailable, QStringLiteral("dataDir"), QStringLiteral("keys/server.key cannot be read")};
    const QByteArray secret = file.readAll().trimmed();
    if (secret.size() < kSecretBytes)
        return Error{ErrorCode::InvalidFormat, QStringLiteral("dataDir"), QStringLiteral("keys/server.key is damaged")};
    return SecretKeys(secret);
}

QByteArray SecretKeys::deriveRefreshToken(const QByteArray &purpose, const QByteArray &data) const
{
    return hmacSha256(m_refreshToken, purpose + '\0' + data);
}

QByteArray SecretKeys::codeDigits(const Uuid &codeId) const
{
    const QByteArray mac = hmacSha256(m_code, "digits:" + codeId.toText());
    quint64 number = 0;
    for (int i = 0; i < 8; ++i)
        number = number << 8 | quint8(mac[i]);
    return QByteArray::number(number % 1'000'000).rightJustified(6, '0');
}

QByteArray SecretKeys::codeHash(const Uuid &codeId, const QByteArray &digits) const
{
    return hmacSha256(m_code, "hash:" + codeId.toText() + ':' + digits);
}

QByteArray SecretKeys::seal(const QByteArray &plain) const
{
    QByteArray sealed(crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES + plain.size(), Qt::Uninitialized);
    auto *nonce = reinterpret_cast<unsigned char *>(sealed.data());
    randombytes_buf(nonce, crypto_secretbox_NONCEBYTES);
    crypto_secretbox_easy(nonce + crypto_secretbox_NONCEBYTES, reinterpret_cast<const unsigned char *>(plain.constData()),
                          size_t(plain.size()), nonce, reinterpret_cast<const unsigned char *>(m_box.constData()));
    return sealed;
}

QByteArray SecretKeys::open(const QByteArray &sealed) const
{
    constexpr qsizetype kOverhead = crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES;
    if (sealed.size() <= kOverhead)
        return {};
    QByteArray plain(sealed.size() - kOverhead, Qt::Uninitialized);
    const auto *nonce = reinterpret_cast<const unsigned char *>(sealed.constData());
    const int opened = crypto_secretbox_open_easy(
        reinterpret_cast<unsigned char *>(plain.data()), nonce + crypto_secretbox_NONCEBYTES,
        size_t(sealed.size()) - crypto_secretbox_NONCEBYTES, nonce, reinterpret_cast<const unsigned char *>(m_box.constData()));
    return opened == 0 ? plain : QByteArray();
}

} // namespace cargo::auth
