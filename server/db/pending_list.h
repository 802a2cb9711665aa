#pragma once

#include "server/db/database.h"

namespace cargo::db {

// Statements in a row, linked through themselves: entering, leaving from the middle and moving on take no memory.
// A statement stands in one list at a time. The list never owns what stands in it.
class PendingList
{
public:
    bool empty() const { return m_first == nullptr; }
    int count() const { return m_count; }
    PendingQuery *first() const { return m_first; }
    static PendingQuery *next(const PendingQuery *query) { return query->m_next; }

    void append(PendingQuery *query)
    {
        query->m_previous = m_last;
        query->m_next = nullptr;
        (m_last ? m_last->m_next : m_first) = query;
        m_last = query;
        ++m_count;
    }
    void prepend(PendingQuery *query)
    {
        query->m_next = m_first;
        query->m_previous = nullptr;
        (m_first ? m_first->m_previous : m_last) = query;
        m_first = query;
        ++m_count;
    }
    void remove(PendingQuery *query)
    {
        (query->m_previous ? query->m_previous->m_next : m_first) = query->m_next;
        (query->m_next ? query->m_next->m_previous : m_last) = query->m_previous;
        query->m_previous = query->m_next = nullptr;
        --m_count;
    }
    PendingQuery *takeFirst()
    {
        PendingQuery *query = m_first;
        if (query)
            remove(query);
        return query;
    }

private:
    PendingQuery *m_first = nullptr;
    PendingQuery *m_last = nullptr;
    int m_count = 0;
};

} // namespace cargo::db
