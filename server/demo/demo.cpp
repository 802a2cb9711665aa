#include "server/demo/demo.h"

#include "server/demo/demo_deals.h"
#include "server/demo/demo_queues.h"

namespace cargo::demo {

namespace {
Outcome keepFavourites(Market &market)
{
    market.tell(QStringLiteral("favourites"));
    for (size_t b = 0; b < market.buyers.size(); ++b) {
        for (size_t k = 0; k < 7; ++k) {
            const Offer &offer = market.offers[(b * 37 + k * 11) % market.offers.size()];
            CARGO_TRY(market.api.call("PUT", QStringLiteral("/me/favourites/") + offer.id, market.buyers[b].token));
        }
    }
    return ok();
}

Outcome talk(Market &market)
{
    market.tell(QStringLiteral("conversations"));
    for (size_t b = 0; b < market.buyers.size(); ++b) {
        for (size_t k = 0; k < 3; ++k)
            CARGO_TRY(market.talkAbout(market.offers[(b * 29 + k * 13) % market.offers.size()], b, b + k, "demo-talk"));
    }
    return ok();
}

} // namespace

Result<bool> runDemo(const DemoOptions &options, const std::function<void(const QString &)> &tell)
{
    Market market(options, tell);
    DemoDeals deals(market);
    CARGO_TRY(market.signIn());
    if (const auto there = deals.isEverythingThere(); !there || *there)
        return there ? Result<bool>(false) : Result<bool>(there.error());
    CARGO_TRY(market.bringCars());
    CARGO_TRY(keepFavourites(market));
    CARGO_TRY(talk(market));
    CARGO_TRY(DemoQueues(market).fill());
    CARGO_TRY(deals.makeAll());
    return true;
}

} // namespace cargo::demo
