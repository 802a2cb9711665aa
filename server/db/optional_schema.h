#pragma once

#include "server/db/blocking.h"

namespace cargo::db {

// A file of migrations/optional: tables that need something which not every database has. Applied at each start of who wants
// them, in one transaction, under the migrations' lock; doing it again changes nothing. They stand in no migration, and no other
// table may refer to them.
struct OptionalSchema
{
    const char *file;      // without ".sql"
    const char *extension; // that PostgreSQL must offer
};

inline constexpr OptionalSchema kEmbeddingSchema{"embeddings", "vector"};

// Errors: NotFound (PostgreSQL does not offer the extension), Forbidden (this role may not create it), else what the database
// says; each with a detail that says what to do.
Outcome apply(const OptionalSchema &schema, const QByteArray &url);
// What apply() would say, without changing anything.
Outcome examine(const OptionalSchema &schema, BlockingConnection &connection);

} // namespace cargo::db
