#pragma once

#include "shared/domain/error.h"

#include <QtGlobal>

#include <utility>
#include <variant>

namespace cargo {

// A value or the reason why there is none. Errors are values: nothing below main() throws for a wrong input.
template <typename T>
class [[nodiscard]] Result
{
public:
    using Value = T;

    Result(T value) : m_state(std::in_place_index<0>, std::move(value)) {}     // NOLINT(google-explicit-constructor)
    Result(Error error) : m_state(std::in_place_index<1>, std::move(error)) {} // NOLINT(google-explicit-constructor)
    Result(ErrorCode code, QString field = {}, QString detail = {})
        : m_state(std::in_place_index<1>, Error{code, std::move(field), std::move(detail)})
    {
    }

    bool ok() const { return m_state.index() == 0; }
    explicit operator bool() const { return ok(); }

    T &value() &
    {
        Q_ASSERT(ok());
        return *std::get_if<0>(&m_state);
    }
    const T &value() const &
    {
        Q_ASSERT(ok());
        return *std::get_if<0>(&m_state);
    }
    T &&value() &&
    {
        Q_ASSERT(ok());
        return std::move(*std::get_if<0>(&m_state));
    }
    T &operator*() & { return value(); }
    const T &operator*() const & { return value(); }
    T &&operator*() && { return std::move(*this).value(); }
    T *operator->() { return &value(); }
    const T *operator->() const { return &value(); }

    const Error &error() const
    {
        Q_ASSERT(!ok());
        return *std::get_if<1>(&m_state);
    }
    ErrorCode code() const { return error().code; }

private:
    std::variant<T, Error> m_state;
};

// Success without a value, or the reason why not. `return {};` or `return ok();` is success.
template <>
class [[nodiscard]] Result<void>
{
public:
    using Value = void;

    Result() = default;
    Result(Error error) : m_error(std::move(error)), m_ok(false) {} // NOLINT(google-explicit-constructor)
    Result(ErrorCode code, QString field = {}, QString detail = {})
        : m_error{code, std::move(field), std::move(detail)}, m_ok(false)
    {
    }

    bool ok() const { return m_ok; }
    explicit operator bool() const { return m_ok; }
    const Error &error() const
    {
        Q_ASSERT(!m_ok);
        return m_error;
    }
    ErrorCode code() const { return error().code; }

private:
    Error m_error;
    bool m_ok = true;
};

using Outcome = Result<void>;
inline Outcome ok() { return {}; }

// Leaves the current function with the error of `result`, or goes on. In coroutines use CARGO_CO_TRY.
#define CARGO_TRY(result)                                                                                                        \
    do {                                                                                                                         \
        if (auto &&cargoTry_ = (result); !cargoTry_.ok())                                                                        \
            return cargoTry_.error();                                                                                            \
    } while (false)
#define CARGO_CO_TRY(result)                                                                                                     \
    do {                                                                                                                         \
        if (auto &&cargoTry_ = (result); !cargoTry_.ok())                                                                        \
            co_return cargoTry_.error();                                                                                         \
    } while (false)

} // namespace cargo
