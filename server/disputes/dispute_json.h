#pragma once

#include "server/disputes/dispute_store.h"
#include "shared/api/json_writer.h"

namespace cargo::disputes {

// The fields of a dispute, into an object that is open. `english`: who reads has English.
void writeDispute(api::JsonWriter &out, const Dispute &dispute, Currency currency, bool english);

} // namespace cargo::disputes
