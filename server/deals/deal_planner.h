#pragma once

#include "server/config/settings.h"
#include "server/providers/payments/payment_provider.h"

namespace cargo::deals {

// Whether the provider can carry a deal to its end: the sum in, the sum out, the time in between. Asked before a deal exists,
// so that nothing begins that cannot be finished. Error ProviderLimit; `detail` is a JSON object that says what can be done:
// {"currencies":[…],"max_amount":{money},"max_delivery_eta_days":n}.
Outcome planDeal(const payments::Capabilities &can, const config::Settings &settings, const Money &amount,
                 const Money &driverReceives, int deliveryEtaDays);

} // namespace cargo::deals
