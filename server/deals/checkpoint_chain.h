#pragma once

#include "server/deals/deal_store.h"

namespace cargo::deals {

// The canonical form of a checkpoint: one JSON object, keys sorted, no spaces, photos with their SHA-256, and the hash of the
// link before. Who has the rows can compute every hash again; who changes one breaks all that follow.
QByteArray canonicalCheckpoint(DealId deal, int seq, const api::CheckpointDto &checkpoint);

// SHA-256 of the canonical form, in hex.
QByteArray checkpointHash(DealId deal, int seq, const api::CheckpointDto &checkpoint);

} // namespace cargo::deals
