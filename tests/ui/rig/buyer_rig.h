#pragma once

#include "tests/ui/rig/stage.h"

namespace cargo::test {

// A person at the real buyer app. The driver's and the staff's side is played over HTTP. Chapters of a story derive from it.
class BuyerRig : public Stage, protected AppHand
{
    Q_OBJECT

protected:
    using AppHand::kStepMs;
    // Starts the server with a driver who offers one car, and the app. False: one of them does not start.
    bool begin();
    void end() override;

    QString m_listingId;

private:
    void prepareListing();
};

} // namespace cargo::test

#define ONCE(what, name) ONCE_IN(*this, what, name)
#define CLICK(name) CLICK_IN(*this, name)
#define TYPE(name, text) TYPE_IN(*this, name, text)
#define SEE(name) SEE_IN(*this, name)
#define READ(name, expected) READ_IN(*this, name, expected)
