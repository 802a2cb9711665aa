#pragma once

#include "server/behaviour/personal_profile.h"
#include "server/core/runtime.h"
#include "shared/api/interest_dto.h"

namespace cargo::behaviour {

struct Choice
{
    bool personal = true;
    std::optional<Timestamp> changedAt; // nothing from before counts
};

// SQL of what people did with cars and searched for, and of whether they let it be used.
class BehaviourStore
{
public:
    explicit BehaviourStore(Runtime &runtime) : m_db(runtime.db) {}

    // Holds the person, so that his choice stays until the transaction ends. `changing`: nobody else adds meanwhile.
    QCoro::Task<Result<Choice>> lockChoice(db::Transaction tx, UserId user, bool changing);
    QCoro::Task<Result<Choice>> choice(CallContextPtr context, UserId user);
    QCoro::Task<Outcome> choose(db::Transaction tx, UserId user, bool personal, Timestamp now);

    // One statement each for all of them. Cars that are not on the market, or his own, are passed over, and what is beyond the
    // day's most.
    QCoro::Task<Outcome> add(db::Transaction tx, UserId user, std::vector<api::InterestsBody::Event> events,
                             std::optional<Timestamp> since, Timestamp now);
    // Looks once more, a row a car: what recommendations and the drivers' figures read.
    QCoro::Task<Outcome> addLooks(db::Transaction tx, UserId user, std::vector<ListingId> listings, Timestamp now);
    QCoro::Task<Outcome> addSearches(db::Transaction tx, UserId user, std::vector<QString> queries, Timestamp now);

    // What he did something with, the heaviest first; a car that he no longer keeps counts as if he had not.
    QCoro::Task<Result<std::vector<Liked>>> liked(CallContextPtr context, UserId user, Timestamp now);

    QCoro::Task<Outcome> forget(db::Transaction tx, UserId user); // but for his choice
    QCoro::Task<Outcome> forgetChoice(db::Transaction tx, UserId user);
    // Those before a moment; the moment of the oldest that is left, if any is.
    QCoro::Task<Result<std::optional<Timestamp>>> forgetBefore(db::Transaction tx, UserId user, Timestamp moment);

private:
    db::Database &m_db;
};

} // namespace cargo::behaviour
