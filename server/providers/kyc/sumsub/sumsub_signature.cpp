#include "server/providers/kyc/sumsub/sumsub_signature.h"

#include "server/core/signing.h"

namespace cargo::kyc::sumsub {

QByteArray sign(const QByteArray &secret, Timestamp now, const QByteArray &verb, const QUrl &url, const QByteArray &body)
{
    const QByteArray path = url.toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority);
    return hmacSha256(secret, QByteArray::number(now.unixMs / 1000) + verb + path + body).toHex();
}

bool digestFits(const QByteArray &secret, const QByteArray &algorithm, const QByteArray &digest, const QByteArray &body)
{
    return !secret.isEmpty() && algorithm == "HMAC_SHA256_HEX" && sameBytes(digest, hmacSha256(secret, body).toHex());
}

} // namespace cargo::kyc::sumsub
