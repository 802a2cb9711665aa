#include "server/vault/sealed_box.h"

#include <openssl/evp.h>
#include <openssl/rand.h>

#include <memory>

namespace cargo::vault {

namespace {
constexpr int kKeyBytes = 32;
constexpr int kNonceBytes = 12;
constexpr int kTagBytes = 16;

struct FreeContext
{
    void operator()(EVP_CIPHER_CTX *context) const { EVP_CIPHER_CTX_free(context); }
};
using Context = std::unique_ptr<EVP_CIPHER_CTX, FreeContext>;

unsigned char *bytesOf(QByteArray &array) { return reinterpret_cast<unsigned char *>(array.data()); }
const unsigned char *bytesOf(const QByteArray &array) { return reinterpret_cast<const unsigned char *>(array.constData()); }

Error failed(const char *detail) { return {ErrorCode::Internal, {}, QString::fromLatin1(detail)}; }

bool fillRandom(QByteArray &bytes) { return RAND_bytes(bytesOf(bytes), int(bytes.size())) == 1; }

// nonce, ciphertext, tag. `about` is bound to it and not stored.
Result<QByteArray> encrypt(const QByteArray &key, const QByteArray &about, const QByteArray &plain)
{
    QByteArray nonce(kNonceBytes, Qt::Uninitialized);
    QByteArray sealed(kNonceBytes + plain.size() + kTagBytes, Qt::Uninitialized);
    const Context context(EVP_CIPHER_CTX_new());
    int length = 0;
    unsigned char *out = bytesOf(sealed) + kNonceBytes;
    const bool done = context && fillRandom(nonce)
                      && EVP_EncryptInit_ex(context.get(), EVP_aes_256_gcm(), nullptr, bytesOf(key), bytesOf(nonce)) == 1
                      && EVP_EncryptUpdate(context.get(), nullptr, &length, bytesOf(about), int(about.size())) == 1
                      && EVP_EncryptUpdate(context.get(), out, &length, bytesOf(plain), int(plain.size())) == 1
                      && EVP_EncryptFinal_ex(context.get(), out + length, &length) == 1
                      && EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_GCM_GET_TAG, kTagBytes, out + plain.size()) == 1;
    if (!done)
        return failed("a document cannot be encrypted");
    std::copy_n(nonce.constData(), kNonceBytes, sealed.data());
    return sealed;
}

Result<QByteArray> decrypt(const QByteArray &key, const QByteArray &about, const QByteArray &sealed)
{
    const qsizetype size = sealed.size() - kNonceBytes - kTagBytes;
    if (size < 0)
        return failed("a sealed document is cut off");
    QByteArray plain(size, Qt::Uninitialized);
    QByteArray tag = sealed.right(kTagBytes);
    const unsigned char *nonce = bytesOf(sealed);
    const Context context(EVP_CIPHER_CTX_new());
    int length = 0;
    const bool done = context && EVP_DecryptInit_ex(context.get(), EVP_aes_256_gcm(), nullptr, bytesOf(key), nonce) == 1
                      && EVP_DecryptUpdate(context.get(), nullptr, &length, bytesOf(about), int(about.size())) == 1
                      && EVP_DecryptUpdate(context.get(), bytesOf(plain), &length, nonce + kNonceBytes, int(size)) == 1
                      && EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_GCM_SET_TAG, kTagBytes, tag.data()) == 1
                      && EVP_DecryptFinal_ex(context.get(), bytesOf(plain) + length, &length) == 1;
    if (!done)
        return failed("a document is not what was sealed");
    return plain;
}

QByteArray aboutKey(const Uuid &document) { return "cargo kyc key of " + document.toText(); }
QByteArray aboutBytes(const Uuid &document) { return "cargo kyc document " + document.toText(); }

Result<QByteArray> unwrap(const MasterKeys &keys, const Uuid &document, const SealedDocument &sealed)
{
    const MasterKeys::Key *master = keys.find(sealed.keyId);
    if (!master)
        return failed("the master key of a document is not here");
    return decrypt(master->key, aboutKey(document), sealed.wrappedKey);
}
} // namespace

Result<SealedDocument> seal(const MasterKeys &keys, const Uuid &document, const QByteArray &plain)
{
    QByteArray key(kKeyBytes, Qt::Uninitialized);
    if (!fillRandom(key))
        return failed("no random bytes");
    auto bytes = encrypt(key, aboutBytes(document), plain);
    CARGO_TRY(bytes);
    auto wrapped = encrypt(keys.current().key, aboutKey(document), key);
    CARGO_TRY(wrapped);
    return SealedDocument{std::move(*bytes), std::move(*wrapped), keys.current().id};
}

Result<QByteArray> open(const MasterKeys &keys, const Uuid &document, const SealedDocument &sealed)
{
    const auto key = unwrap(keys, document, sealed);
    CARGO_TRY(key);
    return decrypt(*key, aboutBytes(document), sealed.bytes);
}

Result<SealedDocument> wrapAnew(const MasterKeys &keys, const Uuid &document, SealedDocument sealed)
{
    const auto key = unwrap(keys, document, sealed);
    CARGO_TRY(key);
    auto wrapped = encrypt(keys.current().key, aboutKey(document), *key);
    CARGO_TRY(wrapped);
    sealed.wrappedKey = std::move(*wrapped);
    sealed.keyId = keys.current().id;
    return sealed;
}

} // namespace cargo::vault
