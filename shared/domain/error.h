#pragma once

#include <QString>
#include <QStringView>

#include <optional>

namespace cargo {

// Every way in which a request can fail, once, for server and apps. The word on the wire is the snake_case name.
// The HTTP status of a code stands in server/http/problem.cpp, the sentence for people in the apps' error texts.
#define CARGO_ERROR_CODES(X)                                                                                                     \
    X(Internal, "internal")                                                                                                      \
    X(Unavailable, "unavailable")                                                                                                \
    X(Timeout, "timeout")                                                                                                        \
    X(Cancelled, "cancelled")                                                                                                    \
    X(BadRequest, "bad_request")                                                                                                 \
    X(MalformedJson, "malformed_json")                                                                                           \
    X(ValidationFailed, "validation_failed")                                                                                     \
    X(Required, "required")                                                                                                      \
    X(WrongType, "wrong_type")                                                                                                   \
    X(UnknownField, "unknown_field")                                                                                             \
    X(UnknownValue, "unknown_value")                                                                                             \
    X(OutOfRange, "out_of_range")                                                                                                \
    X(TooLong, "too_long")                                                                                                       \
    X(TooShort, "too_short")                                                                                                     \
    X(InvalidFormat, "invalid_format")                                                                                           \
    X(InvalidEncoding, "invalid_encoding")                                                                                       \
    X(Unauthorized, "unauthorized")                                                                                              \
    X(TokenExpired, "token_expired")                                                                                             \
    X(TokenReused, "token_reused")                                                                                               \
    X(WrongCredentials, "wrong_credentials")                                                                                     \
    X(SecondFactorRequired, "second_factor_required")                                                                            \
    X(StepUpRequired, "step_up_required")                                                                                        \
    X(WrongCode, "wrong_code")                                                                                                   \
    X(Forbidden, "forbidden")                                                                                                    \
    X(AgreementRequired, "agreement_required")                                                                                   \
    X(KycRequired, "kyc_required")                                                                                               \
    X(Muted, "muted")                                                                                                            \
    X(Blocked, "blocked")                                                                                                        \
    X(Banned, "banned")                                                                                                          \
    X(NotFound, "not_found")                                                                                                     \
    X(MethodNotAllowed, "method_not_allowed")                                                                                    \
    X(NotAcceptable, "not_acceptable")                                                                                           \
    X(Conflict, "conflict")                                                                                                      \
    X(AlreadyExists, "already_exists")                                                                                           \
    X(StateConflict, "state_conflict")                                                                                           \
    X(VersionMismatch, "version_mismatch")                                                                                       \
    X(PreconditionRequired, "precondition_required")                                                                             \
    X(IdempotencyKeyReused, "idempotency_key_reused")                                                                            \
    X(IdempotencyReplay, "idempotency_replay")                                                                                   \
    X(PayloadTooLarge, "payload_too_large")                                                                                      \
    X(HeaderTooLarge, "header_too_large")                                                                                        \
    X(UriTooLong, "uri_too_long")                                                                                                \
    X(RequestTimeout, "request_timeout")                                                                                         \
    X(UpgradeRequired, "upgrade_required")                                                                                       \
    X(RangeNotSatisfiable, "range_not_satisfiable")                                                                              \
    X(LengthRequired, "length_required")                                                                                         \
    X(Infected, "infected")                                                                                                      \
    X(UnsupportedMediaType, "unsupported_media_type")                                                                            \
    X(ExpectationFailed, "expectation_failed")                                                                                   \
    X(NotImplemented, "not_implemented")                                                                                         \
    X(VersionNotSupported, "http_version_not_supported")                                                                         \
    X(RateLimited, "rate_limited")                                                                                               \
    X(StorageFull, "storage_full")                                                                                               \
    X(CurrencyMismatch, "currency_mismatch")                                                                                     \
    X(AmountOverflow, "amount_overflow")                                                                                         \
    X(ProviderLimit, "provider_limit")                                                                                           \
    X(ProviderDeclined, "provider_declined")                                                                                     \
    X(ListingUnavailable, "listing_unavailable")                                                                                 \
    X(OwnListing, "own_listing")                                                                                                 \
    X(ReviewClosed, "review_closed")                                                                                             \
    X(SignatureInvalid, "signature_invalid")                                                                                     \
    X(CursorInvalid, "cursor_invalid")

enum class ErrorCode {
#define CARGO_X(name, word) name,
    CARGO_ERROR_CODES(CARGO_X)
#undef CARGO_X
};

// The word on the wire, for example "state_conflict".
const char *errorWord(ErrorCode code);
std::optional<ErrorCode> errorCodeFromWord(QStringView word);

// Why something was refused. `field` is a path in the input ("price.amount") or empty; `detail` is for engineers and
// logs, in English, and never holds personal data or text from the database.
struct Error
{
    ErrorCode code = ErrorCode::Internal;
    QString field;
    QString detail;

    bool operator==(const Error &) const = default;
};

} // namespace cargo
