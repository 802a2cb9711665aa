#pragma once

#include "shared/domain/clock.h"

#include <QByteArray>
#include <QUrl>

namespace cargo::kyc::sumsub {

// Lower-case hex HMAC-SHA256 over time, method, path with query as it goes over the wire, and body, nothing between.
QByteArray sign(const QByteArray &secret, Timestamp now, const QByteArray &verb, const QUrl &url, const QByteArray &body);
// Of a webhook: the hex digest of the raw body under the webhook's own secret. SHA-256 alone is taken: what the header says of
// the algorithm may not lower it.
bool digestFits(const QByteArray &secret, const QByteArray &algorithm, const QByteArray &digest, const QByteArray &body);

} // namespace cargo::kyc::sumsub
