#pragma once

#include "shared/domain/result.h"

#include <QByteArray>
#include <QUrl>

#include <functional>

namespace cargo::demo {

struct DemoOptions
{
    QUrl base;      // of a running server whose rate limits are off and where everybody is trusted (kyc auto)
    int cars = 330; // with those that deals take off the market, more than 300 stay in it
    // Gives the access token of a member of staff, who decides disputes. Asked once at most.
    std::function<Result<QByteArray>()> signInStaff;
};

// Fills a market through its public API: drivers, buyers, cars with pictures, favourites, conversations, and deals in every
// state. Running it again adds nothing; after a kill it goes on (every order has an Idempotency-Key).
// `tell` gets one line for people at each step. Answers false when everything was there already.
Result<bool> runDemo(const DemoOptions &options, const std::function<void(const QString &)> &tell);

} // namespace cargo::demo
