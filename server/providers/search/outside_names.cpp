#include "server/providers/search/outside_names.h"

#include "server/providers/search/outside_form.h"

#include <QDeadlineTimer>

namespace cargo::search {

namespace {
qint64 monotonicMs() { return QDeadlineTimer::current().deadline(); }
} // namespace

bool OutsideNames::isDue()
{
    const std::lock_guard guard(m_mutex);
    if (m_counting || monotonicMs() < m_dueAt)
        return false;
    m_counting = true;
    return true;
}

void OutsideNames::put(const std::optional<std::vector<std::pair<QString, qint64>>> &pairs)
{
    std::shared_ptr<NameIndex> made;
    if (pairs) {
        made = std::make_shared<NameIndex>();
        quint32 key = 0;
        for (const auto &[pair, count] : *pairs) {
            const auto [brand, model] = fromPair(pair);
            made->count(key++, brand, model, int(count));
        }
    }
    const std::lock_guard guard(m_mutex);
    m_counting = false;
    m_dueAt = monotonicMs() + kKeptMs;
    if (made)
        m_names = std::move(made);
}

void OutsideNames::renewSoon()
{
    const std::lock_guard guard(m_mutex);
    m_dueAt = 0;
}

std::vector<Suggestion> OutsideNames::suggest(const QString &text, int limit) const
{
    std::shared_ptr<const NameIndex> names;
    {
        const std::lock_guard guard(m_mutex);
        names = m_names;
    }
    return names->suggest(text, limit);
}

} // namespace cargo::search
