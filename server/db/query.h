#pragma once

#include <QByteArray>

#include <vector>

namespace cargo::db {

// A named SQL statement. Defined at namespace scope beside the row mapping that reads it:
//     const db::Query kFindListing{"listings.find", "select … from listings where id = $1"};
// It registers itself, so that one test prepares every statement against the migrated schema, and logs and metrics have
// names. Parameters are $1, $2, … in text format; cast them in the SQL where PostgreSQL cannot infer the type ($1::uuid).
class Query
{
public:
    enum class Takes {
        One,  // the parameters of one call
        Many, // each parameter an array with an element for each of the calls that go together, or for the one call; the last
              // column of its rows says whose they are, counted from 1
    };

    Query(const char *name, const char *text, Takes takes = Takes::One);
    Query(const Query &) = delete;
    Query &operator=(const Query &) = delete;

    const char *name() const { return m_name; }
    const char *text() const { return m_text; }
    bool takesMany() const { return m_takes == Takes::Many; }

    // Counted from 0 in the order of registration: an index for tables kept by connection.
    size_t number() const { return m_number; }

    static const std::vector<const Query *> &all();

private:
    const char *m_name;
    const char *m_text;
    Takes m_takes;
    size_t m_number;
};

} // namespace cargo::db
