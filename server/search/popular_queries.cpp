#include "server/search/popular_queries.h"

#include "server/providers/search/text_analysis.h"
#include "shared/domain/search_query/keyboard_layout.h"

#include <algorithm>

namespace cargo::search {

namespace {
constexpr qsizetype kTypedLeast = 2; // letters

bool begins(const std::vector<QString> &typed, const std::vector<QString> &whole)
{
    return std::all_of(typed.begin(), typed.end(), [&whole](const QString &word) {
        return std::any_of(whole.begin(), whole.end(), [&word](const QString &known) { return known.startsWith(word); });
    });
}

PopularList find(const PopularList &all, const std::vector<QString> &typed, size_t most)
{
    PopularList found;
    for (const auto &query : all) {
        if (found.size() == most)
            break;
        if (begins(typed, query->words))
            found.push_back(query);
    }
    return found;
}
} // namespace

PopularQuery::PopularQuery(QString text_) : text(std::move(text_)), words(search::words(text)) {}

void PopularQueries::set(std::vector<QString> queries)
{
    PopularList list;
    list.reserve(queries.size());
    for (QString &query : queries)
        list.push_back(std::make_shared<const PopularQuery>(std::move(query)));
    auto made = std::make_shared<const PopularList>(std::move(list));
    const std::lock_guard lock(m_mutex);
    m_list.swap(made);
}

std::shared_ptr<const PopularList> PopularQueries::list() const
{
    const std::lock_guard lock(m_mutex);
    return m_list;
}

PopularList PopularQueries::begunBy(const QString &typed, size_t most) const
{
    const std::vector<QString> written = words(typed);
    if (written.empty() || written.back().size() < kTypedLeast || most == 0)
        return {};
    const auto all = list();
    PopularList found = find(*all, written, most);
    return found.empty() ? find(*all, words(inOtherLayout(typed)), most) : found;
}

} // namespace cargo::search
