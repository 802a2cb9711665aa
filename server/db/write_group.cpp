#include "server/db/write_group.h"

#include <algorithm>

namespace cargo::db {

namespace {
constexpr int kLooks = 4 * WriteGroup::kMost; // many writes to one row do not make the search for others long
}

WriteGroup::Members WriteGroup::takeFrom(PendingList &waiting)
{
    Members members;
    int looks = 0;
    for (PendingQuery *query = waiting.first(), *next = nullptr; query && looks < kLooks && members.size() < kMost;
         query = next) {
        next = PendingList::next(query);
        ++looks;
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

} // namespace cargo::db
