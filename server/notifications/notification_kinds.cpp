#include "server/notifications/notification_kinds.h"

#include <algorithm>

namespace cargo::notifications {

namespace {
struct Row
{
    QByteArrayView prefix;
    Category category;
};
constexpr Row kRows[] = {
    {"deal_", Category::Deals},    // deal_funded, deal_reminder …
    {"payment_", Category::Deals}, // payment_failed
    {"payout_", Category::Deals},  // payout_sent
    {"refund_", Category::Deals},       {"dispute_", Category::Deals},
    {"review_", Category::Deals},       // review_open, review_published
    {"chat_", Category::Chat},          // chat_muted
    {"listing_", Category::Listings},   // listing_published, listing_blocked
    {"favourite_", Category::Listings}, // favourite_price_dropped, favourite_sold, favourite_taken_off
    {"search_", Category::Listings},    // search_match
    {"account_", Category::Account},    // account_new_session
    {"kyc_", Category::Account},
};
} // namespace

const char *categoryWord(Category category)
{
    switch (category) {
    case Category::Deals: return "deals";
    case Category::Chat: return "chat";
    case Category::Listings: return "listings";
    case Category::Account: break;
    }
    return "account";
}

Category categoryOf(QByteArrayView kind)
{
    const auto row = std::find_if(std::begin(kRows), std::end(kRows), [&](const Row &r) { return kind.startsWith(r.prefix); });
    return row == std::end(kRows) ? Category::Account : row->category;
}

} // namespace cargo::notifications
