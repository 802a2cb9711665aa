#pragma once

#include "shared/domain/clock.h"

#include <QByteArray>

namespace cargo::payments::sandbox {

inline constexpr char kSignatureHeader[] = "x-sandbox-signature";

// The secret of the sandbox's webhooks, derived from the server's own key.
QByteArray webhookSecret(const QByteArray &serverSecret);

// "t=<unix seconds>,v1=<hex HMAC-SHA256 over t.body>".
QByteArray sign(const QByteArray &secret, Timestamp now, const QByteArray &body);

// True when the signature is right and at most 300 s away from `now`, in either direction.
bool verify(const QByteArray &secret, const QByteArray &header, const QByteArray &body, Timestamp now);

} // namespace cargo::payments::sandbox
