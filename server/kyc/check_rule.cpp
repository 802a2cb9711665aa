#include "server/kyc/check_rule.h"

namespace cargo::kyc {

RuleStep ruleStep(KycStatus ours, const ProviderView &before, const ProviderView &now)
{
    using Answer = ProviderView::Answer;
    if (now.stage != ProviderView::Stage::Completed || (before.stage == now.stage && before.answer == now.answer))
        return RuleStep::Nothing;
    if (ours == KycStatus::Approved)
        return now.answer == Answer::Retry || now.answer == Answer::Final ? RuleStep::Withdraw : RuleStep::Nothing;
    if (ours != KycStatus::InReview)
        return RuleStep::Nothing;
    switch (now.answer) {
    case Answer::Good: return RuleStep::Approve;
    case Answer::Retry: return RuleStep::AskAgain;
    case Answer::Final: return RuleStep::AskPerson;
    case Answer::None: break;
    }
    return RuleStep::AskPerson; // a word that we do not know
}

} // namespace cargo::kyc
