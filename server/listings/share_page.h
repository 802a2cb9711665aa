#pragma once

#include "server/core/call_context.h"
#include "shared/api/listing_dto.h"

namespace cargo::listings {

// The page behind a link that somebody sends to a friend: what a car is, what it costs, how its driver is rated, and a button
// that opens it in the app. For people without an account and for the previews of messengers (OpenGraph). It is XML besides
// HTML, holds no script and no personal data, and everything that a person wrote is escaped.
// `base`: as the server is reached from outside, without a slash at the end.
QByteArray sharePage(const api::ListingDto &listing, const QByteArray &base, Locale locale);
// For what is not public, does not exist, or never did: it cannot be told apart.
QByteArray missingPage(const QByteArray &base, Locale locale);
// The Content-Security-Policy of both: nothing but our pictures and this one style.
QByteArray sharePolicy();

} // namespace cargo::listings
