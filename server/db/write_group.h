#pragma once

#include "server/db/pending_list.h"

#include <QVarLengthArray>

#include <span>

namespace cargo::db {

// Calls of one statement that takes many (Query::Takes::Many): they run as one statement, in one transaction.
class WriteGroup
{
public:
    static constexpr int kMost = 64;
    using Members = QVarLengthArray<PendingQuery *, kMost>;

    // Takes from what waits the first write and those behind it that are of the same statement and have neither row nor owner
    // in common with a taken one, and puts them in the order of their rows.
    static Members takeFrom(PendingList &waiting);

    // Their parameters, each as an array literal of PostgreSQL. All are of one statement.
    static std::vector<QByteArray> arraysOf(std::span<PendingQuery *const> calls);

    // Each call's rows of their result.
    static std::vector<Rows> share(const pg_result *result, size_t calls);
};

} // namespace cargo::db
