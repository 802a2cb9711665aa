#pragma once

namespace cargo::payments {

// The timer that carries an operation on at its next_try_at.
inline constexpr char kOpRetryTimer[] = "payments.op_retry";

} // namespace cargo::payments
