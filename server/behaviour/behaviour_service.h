#pragma once

#include "server/behaviour/behaviour_store.h"
#include "server/behaviour/profile_shelf.h"
#include "server/jobs/registry.h"

namespace cargo::behaviour {

// What people did with cars, kept for ninety days and used to choose for them alone, unless they said no: then nothing of it is
// kept and nothing used, on whatever device. Guests have no profile at all. What an app tells is taken for looks, how long they
// lasted and searches; cars kept and talks begun the server hears from the features where they happen.
class BehaviourService
{
public:
    BehaviourService(Runtime &runtime, BehaviourStore &store, ProfileShelf &shelf)
        : m_runtime(runtime), m_store(store), m_shelf(shelf)
    {
    }

    QCoro::Task<Outcome> note(CallContextPtr context, api::InterestsBody body);
    QCoro::Task<Result<Choice>> choice(CallContextPtr context, UserId user);
    // Off: what was kept goes in the same transaction.
    QCoro::Task<Outcome> choose(CallContextPtr context, UserId user, bool personal);
    // From the shelf or the database.
    QCoro::Task<Result<Known>> known(CallContextPtr context, UserId user);

    // Takes in what other features tell, forgets closed accounts and what is older than ninety days.
    void registerJobs(jobs::Registry &registry);

private:
    QCoro::Task<Outcome> noteKnown(CallContextPtr context, jobs::StoredEvent event, api::InterestKind kind);
    // Takes away what is too old, and sets the clock for the next.
    QCoro::Task<Outcome> tidy(db::Transaction tx, UserId user);
    QCoro::Task<Outcome> tidyLater(CallContextPtr context, UserId user);
    QCoro::Task<Outcome> forget(CallContextPtr context, UserId user);
    void tellShelves(UserId user) { m_runtime.bus.publish(kBehaviourChanged, user.toText()); }

    Runtime &m_runtime;
    BehaviourStore &m_store;
    ProfileShelf &m_shelf;
};

} // namespace cargo::behaviour
