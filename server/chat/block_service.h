#pragma once

#include "server/core/runtime.h"

#include <QCoroTask>

namespace cargo::chat {

// Who wants no messages of whom. A block closes every conversation of the two for both sides, but for one whose deal is
// running: until it ends they need one another. Blocking twice and unblocking whom nobody blocked are no errors.
class BlockService
{
public:
    explicit BlockService(Runtime &runtime) : m_runtime(runtime) {}

    // A JSON array of {"user": public card, "created_at"}, the last one first; at most kMax are kept.
    QCoro::Task<Result<QByteArray>> blocks(CallContextPtr context);
    // Errors: NotFound (no such person, or staff), StateConflict (oneself), OutOfRange (kMax are blocked).
    QCoro::Task<Outcome> block(CallContextPtr context, UserId other);
    // NotFound: no such person.
    QCoro::Task<Outcome> unblock(CallContextPtr context, UserId other);

    static constexpr int kMax = 1000;

private:
    Runtime &m_runtime;
};

} // namespace cargo::chat
