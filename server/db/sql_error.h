#pragma once

#include "shared/domain/error.h"

#include <string_view>

struct pg_result;

namespace cargo::db {

// What a failed statement means to a caller. `field` comes from the constraint's name, `<table>_<field>_<rule>`:
// users_email_unique → email, listings_price_positive → price, listings_driver_id_fkey → driver_id. Text of PostgreSQL
// never leaves: it may quote values. `detail` is one of our own words, made for logs.
Error errorOf(const pg_result *result, const char *queryName);

// The parts of errorOf(), apart for tests.
ErrorCode codeOfState(std::string_view sqlState);
QString fieldOfConstraint(std::string_view table, std::string_view constraint);

// True when the same transaction may simply be run again: serialization failure, deadlock.
bool isRetryable(const Error &error);

} // namespace cargo::db
