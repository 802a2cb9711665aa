#pragma once

#include "server/deals/deal_store.h"
#include "server/payments/payment_service.h"
#include "shared/api/quote_dto.h"

namespace cargo::deals {

// Says what a deal would cost and how it could end, before it exists. It promises nothing: the deal is made by DealService,
// from the same terms.
class QuoteService
{
public:
    QuoteService(Runtime &runtime, DealStore &store, payments::PaymentService &payments)
        : m_runtime(runtime), m_store(store), m_payments(payments)
    {
    }
    // Absent: the listing's own. Errors: NotFound, ListingUnavailable, ProviderLimit, OutOfRange.
    QCoro::Task<Result<api::QuoteDto>> quote(CallContextPtr context, ListingId listing, std::optional<qint64> amountMinor,
                                             std::optional<int> deliveryEtaDays);

    // Of a deal that is made now, in minor units of its own currency.
    struct FeeTerms
    {
        qint64 basisPoints;
        qint64 minimumMinor;
    };
    FeeTerms feeTerms() const { return {m_runtime.settings.feeBasisPoints, m_runtime.settings.feeMinimumMinor}; }

private:
    Runtime &m_runtime;
    DealStore &m_store;
    payments::PaymentService &m_payments;
};

} // namespace cargo::deals
