#pragma once

#include <QByteArray>

namespace cargo {

// What a service hands to its route when the answer is part of the transaction: rendered once, stored for the idempotency
// key, sent as it is. A repeated request gets the same bytes.
struct Answer
{
    int status = 200;
    QByteArray body;
};

} // namespace cargo
