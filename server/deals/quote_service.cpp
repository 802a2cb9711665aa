#include "server/deals/quote_service.h"

#include "server/deals/deal_planner.h"
#include "server/deals/deal_terms.h"
#include "shared/domain/deal/landed_cost.h"

namespace cargo::deals {

QCoro::Task<Result<api::QuoteDto>> QuoteService::quote(CallContextPtr context, ListingId id, std::optional<qint64> amountMinor,
                                                       std::optional<int> deliveryEtaDays)
{
    const auto found = co_await m_store.listingForQuote(context, id);
    CARGO_CO_TRY(found);
    if (!found->has_value())
        co_return ErrorCode::NotFound;
    const QuoteListing listing = **found;
    if (!listing.available)
        co_return ErrorCode::ListingUnavailable;

    const config::Settings &settings = m_runtime.settings;
    const payments::Capabilities &can = m_payments.capabilities();
    api::QuoteDto quote;
    quote.listingId = id;
    quote.amount = Money{amountMinor.value_or(listing.price.amountMinor), listing.price.currency};
    quote.deliveryEtaDays = deliveryEtaDays.value_or(listing.deliveryEtaDays);
    const auto terms = dealTerms(settings, quote.amount);
    CARGO_CO_TRY(terms);
    CARGO_CO_TRY(planDeal(can, settings, quote.amount, terms->driverReceives, quote.deliveryEtaDays));
    quote.buyerPays = quote.amount; // the fee is the driver's: it is taken out of what he gets
    quote.fee = terms->fee;
    quote.feeBasisPoints = terms->feeBasisPoints;
    quote.feeMinimum = Money{terms->feeMinimumMinor, quote.amount.currency};
    quote.feeRule = feeRule(quote.fee, quote.amount, quote.feeBasisPoints);
    quote.driverReceives = terms->driverReceives;
    quote.kycTierNeeded = terms->kycTierNeeded;
    quote.lines = {{QStringLiteral("car"), DealActor::Buyer, quote.amount},
                   {QStringLiteral("car"), DealActor::Driver, quote.amount},
                   {QStringLiteral("platform_fee"), DealActor::Driver, Money{-quote.fee.amountMinor, quote.fee.currency}}};
    quote.provider = QString::fromUtf8(can.name);
    quote.clocks = {settings.paymentDeadlineMs / 1000, settings.startDeadlineMs / 1000, settings.confirmationDeadlineMs / 1000,
                    settings.disputeWindowMs / 1000, settings.evidenceWindowMs / 1000};
    quote.endings = dealEndings();
    for (const QLatin1String cost : costsBesidesThePrice())
        quote.notIncluded.append(cost);
    quote.notices = {QStringLiteral("customs_are_the_buyers"), QStringLiteral("escrow_at_provider"),
                     QStringLiteral("no_payment_outside")};
    co_return quote;
}

} // namespace cargo::deals
