#pragma once

#include "server/db/pending_list.h"

#include <QVarLengthArray>

namespace cargo::db {

// Writes that are sent together with one Sync: one transaction of PostgreSQL, one commit.
class WriteGroup
{
public:
    static constexpr int kMost = 16;
    using Members = QVarLengthArray<PendingQuery *, kMost>;

    // Takes from what waits the first write and those behind it that have neither row nor owner in common with a taken one,
    // and puts them in the order of their rows.
    static Members takeFrom(PendingList &waiting);
};

} // namespace cargo::db
