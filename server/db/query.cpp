#include "server/db/query.h"

namespace cargo::db {

namespace {
// A function's static, so that it exists before the first Query of any translation unit.
std::vector<const Query *> &registered()
{
    static std::vector<const Query *> queries;
    return queries;
}
} // namespace

Query::Query(const char *name, const char *text, Takes takes)
    : m_name(name), m_text(text), m_takes(takes), m_number(registered().size())
{
    registered().push_back(this);
}

const std::vector<const Query *> &Query::all() { return registered(); }

} // namespace cargo::db
