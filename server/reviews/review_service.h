#pragma once

#include "server/deals/deal_service.h"
#include "server/reviews/review_store.h"
#include "shared/api/review_dto.h"

namespace cargo::reviews {

// What reviews need of users: their rating is the totals over all published reviews. Called in the publishing transaction.
class RatingBook
{
public:
    virtual ~RatingBook() = default;
    virtual QCoro::Task<Outcome> applyRating(db::Transaction tx, UserId user, int sum, int count) = 0;
};

// Reviews of both sides of a finished deal, once each and double-blind: nobody sees one before both are in or the window is
// over, so nobody answers a review with a review.
class ReviewService
{
public:
    ReviewService(Runtime &runtime, ReviewStore &store, deals::DealService &deals, RatingBook &ratings)
        : m_runtime(runtime), m_store(store), m_deals(deals), m_ratings(ratings)
    {
    }
    void registerOn(jobs::Registry &registry);

    // Errors: NotFound, ReviewClosed (not finished, or too late), AlreadyExists.
    QCoro::Task<Result<Answer>> create(CallContextPtr context, DealId deal, api::ReviewBody body);
    struct Page
    {
        std::vector<api::ReviewDto> items;
        std::optional<Uuid> next;
    };
    QCoro::Task<Result<Page>> about(CallContextPtr context, UserId user, std::optional<Uuid> before, int limit, QString rating);

private:
    QCoro::Task<Outcome> publishAll(db::Transaction tx, deals::DealPtr deal);
    QCoro::Task<Outcome> windowEnded(CallContextPtr context, Uuid deal);
    Timestamp now() const { return m_runtime.clock.now(); }

    Runtime &m_runtime;
    ReviewStore &m_store;
    deals::DealService &m_deals;
    RatingBook &m_ratings;
};

} // namespace cargo::reviews
