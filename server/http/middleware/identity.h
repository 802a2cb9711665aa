#pragma once

#include "server/core/call_context.h"
#include "server/http/request.h"

#include <QStringList>

namespace cargo::http {

// First links of the chain: what a call is called, in whose language, and from where. They never refuse.

// A sane X-Request-Id of the client is kept (letters, digits, '-', '_', '.'), so that logs of both sides meet; else a new one.
QByteArray requestIdFor(QByteArrayView offered, Timestamp now);
// The traceparent as it came when it is well-formed (W3C Trace Context, version 00), else empty.
QByteArray traceparentFor(QByteArrayView offered);
// Russian or English, by the weights of Accept-Language; Russian when nothing is said, English when neither is wanted.
Locale localeFor(QByteArrayView acceptLanguage);
// The peer, or what a trusted proxy says of it: the rightmost address of X-Forwarded-For that is no proxy of ours.
QByteArray callerAddress(const QByteArray &peer, const Request &request, const QStringList &trustedProxies);

} // namespace cargo::http
