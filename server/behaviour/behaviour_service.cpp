#include "server/behaviour/behaviour_service.h"

#include "server/jobs/idempotency.h"
#include "server/jobs/scheduler.h"
#include "shared/domain/search_query/common_query.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace cargo::behaviour {

namespace {
constexpr char kTidyTimer[] = "recommendations.tidy"; // subject: a user
constexpr qint64 kKeepMs = kKeptDays * kDayMs;

struct Sorted
{
    std::vector<api::InterestsBody::Event> acts; // views and dwells
    std::vector<ListingId> looks;
    std::vector<QString> searches;
};

// What an app claims of favourites and chats is left out, and searches that nobody else may read.
Sorted sorted(std::vector<api::InterestsBody::Event> events)
{
    Sorted told;
    for (api::InterestsBody::Event &event : events) {
        switch (event.kind) {
        case api::InterestKind::View: told.looks.push_back(event.listing); [[fallthrough]];
        case api::InterestKind::Dwell: told.acts.push_back(std::move(event)); break;
        case api::InterestKind::Search:
            if (auto query = commonQuery(event.text))
                told.searches.push_back(std::move(*query));
            break;
        case api::InterestKind::Favourite:
        case api::InterestKind::ChatStart: break;
        }
    }
    return told;
}

template <typename AnyId>
std::optional<AnyId> idIn(const QJsonObject &object, const char *name)
{
    return AnyId::fromText(QStringView(object.value(QLatin1String(name)).toString()));
}
} // namespace

QCoro::Task<Outcome> BehaviourService::note(CallContextPtr context, api::InterestsBody body)
{
    const UserId user = context->principal->user;
    const Timestamp now = m_runtime.clock.now();
    Sorted told = sorted(std::move(body.events));
    const auto tx = co_await m_runtime.db.begin(context);
    CARGO_CO_TRY(tx);
    const auto choice = co_await m_store.lockChoice(*tx, user, false);
    CARGO_CO_TRY(choice);
    if (choice->personal) {
        if (!told.acts.empty())
            CARGO_CO_TRY(co_await m_store.add(*tx, user, std::move(told.acts), choice->changedAt, now));
        if (!told.looks.empty())
            CARGO_CO_TRY(co_await m_store.addLooks(*tx, user, std::move(told.looks), now));
        if (!told.searches.empty())
            CARGO_CO_TRY(co_await m_store.addSearches(*tx, user, std::move(told.searches), now));
        CARGO_CO_TRY(co_await tidy(*tx, user));
    }
    CARGO_CO_TRY(co_await jobs::remember(*tx, 204, ""));
    CARGO_CO_TRY(co_await tx->commit());
    tellShelves(user);
    co_return ok();
}

QCoro::Task<Result<Choice>> BehaviourService::choice(CallContextPtr context, UserId user)
{
    return m_store.choice(std::move(context), user);
}

QCoro::Task<Outcome> BehaviourService::choose(CallContextPtr context, UserId user, bool personal)
{
    const auto tx = co_await m_runtime.db.begin(context);
    CARGO_CO_TRY(tx);
    CARGO_CO_TRY(co_await m_store.lockChoice(*tx, user, true));
    CARGO_CO_TRY(co_await m_store.choose(*tx, user, personal, m_runtime.clock.now()));
    if (!personal)
        CARGO_CO_TRY(co_await m_store.forget(*tx, user));
    CARGO_CO_TRY(co_await tx->commit());
    tellShelves(user);
    co_return ok();
}

QCoro::Task<Result<Known>> BehaviourService::known(CallContextPtr context, UserId user)
{
    const Timestamp now = m_runtime.clock.now();
    if (auto held = m_shelf.find(user, now))
        co_return *held;
    const quint64 moment = m_shelf.moment();
    const auto choice = co_await m_store.choice(context, user);
    CARGO_CO_TRY(choice);
    Known known;
    known.personal = choice->personal;
    if (known.personal) {
        const auto cars = co_await m_store.liked(context, user, now);
        CARGO_CO_TRY(cars);
        if (!cars->empty())
            known.profile = std::make_shared<const Profile>(*cars);
    }
    m_shelf.put(user, known, now, moment);
    co_return known;
}

QCoro::Task<Outcome> BehaviourService::noteKnown(CallContextPtr context, jobs::StoredEvent event, api::InterestKind kind)
{
    const QJsonObject payload = QJsonDocument::fromJson(event.event.payload).object();
    const auto user = idIn<UserId>(payload, "user_id");
    const auto listing = idIn<ListingId>(payload, "listing_id");
    if (!user || !listing)
        co_return ok();
    const auto tx = co_await m_runtime.db.begin(context);
    CARGO_CO_TRY(tx);
    const auto choice = co_await m_store.lockChoice(*tx, *user, false);
    CARGO_CO_TRY(choice);
    if (!choice->personal)
        co_return ok();
    // By the moment of the event itself: one that is read twice is one row.
    api::InterestsBody::Event act;
    act.kind = kind;
    act.listing = *listing;
    const std::vector<api::InterestsBody::Event> acts{act};
    CARGO_CO_TRY(co_await m_store.add(*tx, *user, acts, choice->changedAt, event.createdAt));
    CARGO_CO_TRY(co_await tidy(*tx, *user));
    CARGO_CO_TRY(co_await tx->commit());
    tellShelves(*user);
    co_return ok();
}

QCoro::Task<Outcome> BehaviourService::tidy(db::Transaction tx, UserId user)
{
    const auto oldest = co_await m_store.forgetBefore(tx, user, m_runtime.clock.now().plusMs(-kKeepMs));
    CARGO_CO_TRY(oldest);
    if (*oldest)
        CARGO_CO_TRY(co_await jobs::setTimer(tx, kTidyTimer, user.uuid, (*oldest)->plusMs(kKeepMs + kDayMs)));
    co_return ok();
}

QCoro::Task<Outcome> BehaviourService::tidyLater(CallContextPtr context, UserId user)
{
    const auto tx = co_await m_runtime.db.begin(context);
    CARGO_CO_TRY(tx);
    CARGO_CO_TRY(co_await tidy(*tx, user));
    co_return co_await tx->commit();
}

QCoro::Task<Outcome> BehaviourService::forget(CallContextPtr context, UserId user)
{
    const auto tx = co_await m_runtime.db.begin(context);
    CARGO_CO_TRY(tx);
    CARGO_CO_TRY(co_await m_store.forget(*tx, user));
    CARGO_CO_TRY(co_await m_store.forgetChoice(*tx, user));
    CARGO_CO_TRY(co_await tx->commit());
    tellShelves(user);
    co_return ok();
}

void BehaviourService::registerJobs(jobs::Registry &registry)
{
    registry.onTimer(kTidyTimer,
                     [this](CallContextPtr context, Uuid user, Timestamp) { return tidyLater(context, UserId{user}); });
    registry.onEvent("user.closed", "recommendations.interests", [this](CallContextPtr context, jobs::StoredEvent event) {
        return forget(context, UserId::fromText(QByteArrayView(event.event.key)).value_or(UserId{}));
    });
    registry.onEvent("favourite.kept", "behaviour.favourite", [this](CallContextPtr context, jobs::StoredEvent event) {
        return noteKnown(context, event, api::InterestKind::Favourite);
    });
    registry.onEvent("conversation.opened", "behaviour.chat", [this](CallContextPtr context, jobs::StoredEvent event) {
        return noteKnown(context, event, api::InterestKind::ChatStart);
    });
}

} // namespace cargo::behaviour
