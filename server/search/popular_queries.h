#pragma once

#include "shared/domain/clock.h"

#include <QString>

#include <atomic>
#include <memory>
#include <mutex>
#include <vector>

namespace cargo::search {

// What many people searched for lately, the most popular first; never changes but for the count of cars, which is looked up when
// it is asked for and remembered for a while.
struct PopularQuery
{
    explicit PopularQuery(QString text);

    static constexpr qint64 kCountKeptMs = 5 * 60'000;

    QString text;
    std::vector<QString> words;
    mutable std::atomic<qint64> countedAtMs{0};
    mutable std::atomic<int> cars{0}; // 0: it is not offered
};
using PopularList = std::vector<std::shared_ptr<const PopularQuery>>;

// The list of this process, which PopularQueryJob brings from the database. Thread-safe.
class PopularQueries
{
public:
    void set(std::vector<QString> queries);
    // Those in which every typed word begins one, in either layout of the keyboard; at least two letters must be typed.
    PopularList begunBy(const QString &typed, size_t most) const;

private:
    std::shared_ptr<const PopularList> list() const;

    mutable std::mutex m_mutex; // of the pointer alone
    std::shared_ptr<const PopularList> m_list = std::make_shared<const PopularList>();
};

} // namespace cargo::search
