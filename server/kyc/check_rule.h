#pragma once

#include "server/providers/kyc/kyc_provider.h"

namespace cargo::kyc {

// What our rule makes of a provider's word. Only the desk rejects for good.
enum class RuleStep {
    Nothing,
    Approve,
    AskAgain,  // some pictures have to be taken again
    AskPerson, // the desk decides
    Withdraw,  // he was approved and the provider says otherwise now
};

// `before`: what the provider said when we looked last; a word that is not new changes nothing.
RuleStep ruleStep(KycStatus ours, const ProviderView &before, const ProviderView &now);

} // namespace cargo::kyc
