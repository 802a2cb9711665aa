#pragma once

#include "server/core/call_context.h"
#include "server/deals/deal.h"

namespace cargo::deals {

// The delivery act as data: who brought which car to whom, for how much, past which checkpoints. The same deal in the same
// version gives the same bytes; their SHA-256 stands on the printed page, so that a page can be held to the data.
QByteArray actJson(const Deal &deal, const std::vector<api::CheckpointDto> &chain);

// The page for people, from the bytes of actJson(): HTML for QTextDocument, everything in it escaped. `qr` is the name of the
// image resource that shows the hash. Empty: not an act.
QString actPage(const QByteArray &act, Locale locale, const QString &qr);

// What the QR code says: "sha256:<hex>".
QByteArray actDigest(const QByteArray &act);

} // namespace cargo::deals
