#include "server/db/write_group.h"

#include <libpq-fe.h>

#include <algorithm>
#include <charconv>

namespace cargo::db {

namespace {
constexpr int kLooks = 4 * WriteGroup::kMost; // many writes to one row do not make the search for others long

void appendElement(QByteArray &array, const QByteArray &value)
{
    array += array.size() > 1 ? "," : "";
    if (value.isNull()) {
        array += "NULL";
        return;
    }
    const qsizetype size = array.size();
    array.resize(size + 2 * value.size() + 2); // all of it may be signs
    char *out = array.data() + size;
    *out++ = '"';
    for (const char c : value) {
        if (c == '"' || c == '\\')
            *out++ = '\\';
        *out++ = c;
    }
    *out++ = '"';
    array.resize(out - array.constData());
}

size_t placeOf(const PGresult *result, int row)
{
    const int column = PQnfields(result) - 1;
    const char *text = PQgetvalue(result, row, column);
    size_t place = 0;
    std::from_chars(text, text + PQgetlength(result, row, column), place);
    return place;
}
} // namespace

WriteGroup::Members WriteGroup::takeFrom(PendingList &waiting)
{
    Members members;
    int looks = 0;
    const Query *statement = waiting.empty() ? nullptr : waiting.first()->m_query;
    for (PendingQuery *query = waiting.first(), *next = nullptr; query && looks < kLooks && members.size() < kMost;
         query = next) {
        next = PendingList::next(query);
        ++looks;
        if (query->m_query != statement)
            continue;
        const GroupKey &key = *query->m_group;
        const bool clashes = std::any_of(members.begin(), members.end(), [&](const PendingQuery *member) {
            return member->m_group->row == key.row || member->m_group->owner == key.owner;
        });
        if (clashes)
            continue;
        waiting.remove(query);
        members.append(query);
    }
    std::sort(members.begin(), members.end(),
              [](const PendingQuery *a, const PendingQuery *b) { return a->m_group->row < b->m_group->row; });
    return members;
}

std::vector<QByteArray> WriteGroup::arraysOf(std::span<PendingQuery *const> calls)
{
    const size_t count = calls.front()->m_params.values().size();
    std::vector<QByteArray> arrays;
    arrays.reserve(count);
    for (size_t column = 0; column < count; ++column) {
        QByteArray array("{");
        for (const PendingQuery *call : calls)
            appendElement(array, call->m_params.values()[column]);
        arrays.push_back(array + '}');
    }
    return arrays;
}

std::vector<Rows> WriteGroup::share(const pg_result *result, size_t calls)
{
    std::vector<PGresult *> shares(calls);
    for (int row = 0; row < PQntuples(result); ++row) {
        PGresult *&mine = shares.at(placeOf(result, row) - 1);
        if (!mine)
            mine = PQcopyResult(result, PG_COPYRES_ATTRS);
        const int at = PQntuples(mine);
        for (int column = 0; column < PQnfields(result); ++column) {
            if (PQgetisnull(result, row, column) == 0)
                PQsetvalue(mine, at, column, PQgetvalue(result, row, column), PQgetlength(result, row, column));
            else
                PQsetvalue(mine, at, column, nullptr, -1);
        }
    }
    return {shares.begin(), shares.end()};
}

} // namespace cargo::db
