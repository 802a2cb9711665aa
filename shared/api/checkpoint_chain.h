#pragma once

#include "shared/api/deal_dto.h"

namespace cargo::api {

// The canonical form of a checkpoint: one JSON object, keys sorted, no spaces, photos with their SHA-256, and the hash of the
// link before. Who has the rows can compute every hash again, the buyer's app too; who changes one breaks all that follow.
// `seq` counts from 1.
QByteArray canonicalCheckpoint(DealId deal, int seq, const CheckpointDto &checkpoint);

// SHA-256 of the canonical form, in hex.
QByteArray checkpointHash(DealId deal, int seq, const CheckpointDto &checkpoint);

// How many of these, oldest first, hold together from the first on: all of them, or the place where the chain is broken.
size_t checkpointsThatHold(DealId deal, const std::vector<CheckpointDto> &chain);

} // namespace cargo::api
