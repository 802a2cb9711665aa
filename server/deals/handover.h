#pragma once

#include "server/deals/deal.h"

namespace cargo::deals {

// The buyer's proof that the car stands before him: six digits that he tells, and a QR code that the driver's app reads.
// Both are new at arrival and after every lock.
void giveHandoverCode(Deal &deal);
void takeHandoverCode(Deal &deal);

// "cargo://handover/<deal>/<token>"; nullopt: there is none now.
std::optional<QString> handoverQr(const Deal &deal);

enum class HandoverProof { Wrong, Digits, Qr, OtherDeal };
// What the driver typed or scanned: digits, a QR code's whole text, or its token alone. Compared in constant time.
HandoverProof judgeHandover(const Deal &deal, const QString &given);

} // namespace cargo::deals
