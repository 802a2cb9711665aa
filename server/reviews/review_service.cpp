#include "server/reviews/review_service.h"

#include "shared/domain/contact_filter/contact_filter.h"

namespace cargo::reviews {

using deals::DealPtr;

namespace {
api::ReviewDto dtoOf(const Review &review)
{
    api::ReviewDto dto;
    dto.id = review.id;
    dto.dealId = review.deal;
    dto.authorId = review.author;
    dto.authorName = review.authorName;
    dto.subjectId = review.subject;
    dto.rating = review.rating;
    dto.comment = review.comment;
    dto.published = review.publishedAt.has_value();
    dto.createdAt = review.createdAt;
    dto.publishedAt = review.publishedAt;
    return dto;
}
} // namespace

QCoro::Task<Result<Answer>> ReviewService::create(CallContextPtr context, DealId id, api::ReviewBody body)
{
    const auto mine = co_await m_deals.lockMine(context, id);
    if (!mine.ok())
        co_return mine.error();
    const DealPtr deal = mine->deal;
    const bool buyer = mine->side == DealActor::Buyer;
    if ((buyer ? deal->buyerReviewedAt : deal->driverReviewedAt).has_value())
        co_return ErrorCode::AlreadyExists;
    if (!deal->isFinished() || !deal->reviewDueAt || *deal->reviewDueAt <= now())
        co_return ErrorCode::ReviewClosed;
    Review review;
    review.createdAt = now();
    review.id = ReviewId::make(now());
    review.deal = id;
    review.author = mine->user;
    review.subject = buyer ? deal->driverId : deal->buyerId;
    review.rating = body.rating;
    // Reviews are read by everybody: no contacts in them, whatever the deal has opened.
    review.comment = contact_filter::withoutContacts(body.comment, contact_filter::Place::Review);
    CARGO_CO_TRY(co_await m_store.insert(mine->tx, review));
    (buyer ? deal->buyerReviewedAt : deal->driverReviewedAt) = now();
    if (deal->buyerReviewedAt && deal->driverReviewedAt) {
        CARGO_CO_TRY(co_await publishAll(mine->tx, deal));
        deal->reviewDueAt.reset();
        review.publishedAt = now();
    }
    const auto told = co_await m_deals.transitions().touch(mine->tx, deal, "review", mine->side, mine->user, "{}");
    if (!told.ok())
        co_return told.error();
    api::JsonWriter out;
    dtoOf(review).write(out);
    Answer answer{201, out.take()};
    co_return co_await m_deals.finish(mine->tx, answer);
}

QCoro::Task<Outcome> ReviewService::publishAll(db::Transaction tx, DealPtr deal)
{
    const auto hidden = co_await m_store.hiddenOf(tx, deal->id);
    if (!hidden.ok())
        co_return hidden.error();
    for (const Review &review : *hidden) {
        CARGO_CO_TRY(co_await m_store.publish(tx, review.id, now()));
        const auto totals = co_await m_store.totalsOf(tx, review.subject);
        if (!totals.ok())
            co_return totals.error();
        CARGO_CO_TRY(co_await m_ratings.applyRating(tx, review.subject, totals->sum, totals->count));
    }
    co_return ok();
}

QCoro::Task<Result<ReviewService::Page>> ReviewService::about(CallContextPtr context, UserId user, std::optional<Uuid> before,
                                                              int limit, QString rating)
{
    const auto known = co_await m_store.userExists(context, user);
    if (!known.ok())
        co_return known.error();
    if (!*known)
        co_return ErrorCode::NotFound;
    const auto rows = co_await m_store.publishedAbout(context, user, before, limit + 1, rating);
    if (!rows.ok())
        co_return rows.error();
    Page page;
    for (const Review &review : *rows) {
        if (int(page.items.size()) == limit) {
            page.next = page.items.back().id.uuid;
            break;
        }
        page.items.push_back(dtoOf(review));
    }
    co_return page;
}

void ReviewService::registerOn(jobs::Registry &registry)
{
    registry.onTimer("deal.review_deadline",
                     [this](CallContextPtr context, Uuid deal, Timestamp) { return windowEnded(context, deal); });
}

QCoro::Task<Outcome> ReviewService::windowEnded(CallContextPtr context, Uuid id)
{
    const auto tx = co_await m_runtime.db.begin(context);
    if (!tx.ok())
        co_return tx.error();
    const auto locked = co_await m_deals.lock(*tx, DealId{id});
    if (!locked.ok())
        co_return locked.code() == ErrorCode::NotFound ? ok() : Outcome(locked.error());
    const DealPtr deal = *locked;
    if (!deal->reviewDueAt || *deal->reviewDueAt > now())
        co_return ok();
    CARGO_CO_TRY(co_await publishAll(*tx, deal));
    deal->reviewDueAt.reset();
    const auto told = co_await m_deals.transitions().touch(*tx, deal, QByteArray(), DealActor::Clock, std::nullopt, "{}");
    if (!told.ok())
        co_return told.error();
    co_return co_await tx->commit();
}

} // namespace cargo::reviews
