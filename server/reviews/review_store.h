#pragma once

#include "server/core/runtime.h"

namespace cargo::reviews {

struct Review
{
    ReviewId id;
    DealId deal;
    UserId author;
    QString authorName;
    UserId subject;
    int rating = 0;
    QString comment;
    Timestamp createdAt;
    std::optional<Timestamp> publishedAt;
};

// SQL of reviews.
class ReviewStore
{
public:
    explicit ReviewStore(Runtime &runtime) : m_db(runtime.db) {}

    QCoro::Task<Outcome> insert(db::Transaction tx, Review review);
    QCoro::Task<Result<std::vector<Review>>> hiddenOf(db::Transaction tx, DealId deal);
    QCoro::Task<Outcome> publish(db::Transaction tx, ReviewId review, Timestamp now);
    QCoro::Task<Result<std::vector<Review>>> publishedAbout(CallContextPtr context, UserId subject, std::optional<Uuid> before,
                                                            int limit, QString rating);
    QCoro::Task<Result<bool>> userExists(CallContextPtr context, UserId user);

    // Over everything published about this user, whose row is locked until the transaction ends.
    struct Totals
    {
        int sum = 0;
        int count = 0;
    };
    QCoro::Task<Result<Totals>> totalsOf(db::Transaction tx, UserId subject);

private:
    db::Database &m_db;
};

} // namespace cargo::reviews
