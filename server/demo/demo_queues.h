#pragma once

#include "server/demo/demo_market.h"

namespace cargo::demo {

// Something to do for staff: questions, reports, what rules stop, and one who wants to meet outside.
class DemoQueues
{
public:
    explicit DemoQueues(Market &market) : m_market(market) {}
    Outcome fill();

private:
    Outcome offerWhatRulesStop();
    Outcome changeWhatIsOnSale();
    Outcome tryToMeetOutside();

    Market &m_market;
};

} // namespace cargo::demo
