#include "server/reviews/review_store.h"

namespace cargo::reviews {

namespace {

const db::Query kInsert{
    "reviews.insert",
    R"(insert into reviews (id, deal_id, author_id, subject_id, rating, comment, created_at) values ($1, $2, $3, $4, $5, $6, $7))"};
#define REVIEW_SELECT                                                                                                            \
    "select r.id, r.deal_id, r.author_id, u.display_name, r.subject_id, r.rating, r.comment, r.created_at, r.published_at "      \
    "from reviews r join users u on u.id = r.author_id "
const db::Query kHiddenOf{"reviews.hidden_of", REVIEW_SELECT
                          "where r.deal_id = $1 and r.published_at is null order by r.subject_id for no key update of r"};
const db::Query kPublish{"reviews.publish", "update reviews set published_at = $2 where id = $1 and published_at is null"};
const db::Query kPublishedAbout{
    "reviews.published_about",
    REVIEW_SELECT "where r.subject_id = $1 and r.published_at is not null and ($2::uuid is null or r.id < $2::uuid) "
                  "and ($4 = '' or (r.rating >= 4) = ($4 = 'high')) order by r.id desc limit $3"};
// Two deals of one driver may end at once: who comes second waits here and then counts the first one's review too.
const db::Query kLockSubject{"reviews.lock_subject", "select 1 from users where id = $1 for no key update"};
const db::Query kTotals{
    "reviews.totals",
    "select coalesce(sum(rating), 0), count(*) from reviews where subject_id = $1 and published_at is not null"};
const db::Query kUserExists{"reviews.user_exists", "select 1 from users where id = $1 and status <> 'deleted'"};

Result<std::vector<Review>> reviewsIn(const Result<db::Rows> &rows)
{
    if (!rows.ok())
        return rows.error();
    std::vector<Review> list;
    for (int row = 0; row < rows->count(); ++row) {
        list.push_back({rows->id<ReviewId>(row, 0), rows->id<DealId>(row, 1), rows->id<UserId>(row, 2), rows->text(row, 3),
                        rows->id<UserId>(row, 4), rows->int32(row, 5), rows->text(row, 6), rows->timestamp(row, 7),
                        rows->optionalTimestamp(row, 8)});
    }
    return list;
}

} // namespace

QCoro::Task<Outcome> ReviewStore::insert(db::Transaction tx, Review review)
{
    CARGO_CO_TRY(co_await tx.run(kInsert, review.id, review.deal, review.author, review.subject, review.rating, review.comment,
                                 review.createdAt));
    co_return ok();
}

QCoro::Task<Result<std::vector<Review>>> ReviewStore::hiddenOf(db::Transaction tx, DealId deal)
{
    const auto rows = co_await tx.run(kHiddenOf, deal);
    co_return reviewsIn(rows);
}

QCoro::Task<Outcome> ReviewStore::publish(db::Transaction tx, ReviewId review, Timestamp now)
{
    CARGO_CO_TRY(co_await tx.run(kPublish, review, now));
    co_return ok();
}

QCoro::Task<Result<std::vector<Review>>> ReviewStore::publishedAbout(CallContextPtr context, UserId subject,
                                                                     std::optional<Uuid> before, int limit, QString rating)
{
    const auto rows = co_await m_db.query(context, kPublishedAbout, subject, before, limit, rating);
    co_return reviewsIn(rows);
}

QCoro::Task<Result<bool>> ReviewStore::userExists(CallContextPtr context, UserId user)
{
    const auto rows = co_await m_db.query(context, kUserExists, user);
    if (!rows.ok())
        co_return rows.error();
    co_return !rows->empty();
}

QCoro::Task<Result<ReviewStore::Totals>> ReviewStore::totalsOf(db::Transaction tx, UserId subject)
{
    const auto locked = co_await tx.run(kLockSubject, subject);
    if (!locked.ok())
        co_return locked.error();
    const auto rows = co_await tx.run(kTotals, subject);
    if (!rows.ok())
        co_return rows.error();
    co_return Totals{rows->int32(0, 0), rows->int32(0, 1)};
}

} // namespace cargo::reviews
