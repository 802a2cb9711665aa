#include "qml/client/error_texts.h"

#include <QCoreApplication>

namespace cargo::client {
namespace {

struct ErrorTexts
{
    Q_DECLARE_TR_FUNCTIONS(ErrorTexts)
};

QString ofField(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Required: return ErrorTexts::tr("Please fill this in.");
    case ErrorCode::TooLong: return ErrorTexts::tr("This is too long.");
    case ErrorCode::TooShort: return ErrorTexts::tr("This is too short.");
    case ErrorCode::OutOfRange: return ErrorTexts::tr("This number is outside the limits.");
    case ErrorCode::InvalidFormat: return ErrorTexts::tr("Please check how this is written.");
    case ErrorCode::AlreadyExists: return ErrorTexts::tr("This is already taken.");
    default: return ErrorTexts::tr("Please check this field.");
    }
}

} // namespace

QString errorText(const Error &error)
{
    switch (error.code) {
    case ErrorCode::Unavailable:
        return ErrorTexts::tr("CarGo does not answer. Nothing is lost: check the network and try again.");
    case ErrorCode::Timeout: return ErrorTexts::tr("The answer took too long. Nothing is lost: try again.");
    case ErrorCode::WrongCredentials: return ErrorTexts::tr("The e-mail and the password do not match.");
    case ErrorCode::SecondFactorRequired: return ErrorTexts::tr("Staff sign in to the console, not here.");
    case ErrorCode::StepUpRequired: return ErrorTexts::tr("Enter the code of your authenticator app to go on.");
    case ErrorCode::WrongCode: return ErrorTexts::tr("This code does not fit. Check the digits.");
    case ErrorCode::Unauthorized:
    case ErrorCode::TokenExpired:
    case ErrorCode::TokenReused: return ErrorTexts::tr("Please sign in again. Your deals and chats are safe.");
    case ErrorCode::Forbidden: return ErrorTexts::tr("You cannot do this here.");
    case ErrorCode::AgreementRequired: return ErrorTexts::tr("Please accept the current agreement first.");
    case ErrorCode::KycRequired: return ErrorTexts::tr("Confirm your identity first: it protects both sides.");
    case ErrorCode::Muted: return ErrorTexts::tr("Writing is paused here because of repeated contacts in messages.");
    case ErrorCode::Infected: return ErrorTexts::tr("A virus scanner found something in this file. It was not kept.");
    case ErrorCode::Blocked: return ErrorTexts::tr("One of you has blocked the other: no messages go here.");
    case ErrorCode::Banned: return ErrorTexts::tr("This account is blocked. Support will tell the reason and how to appeal.");
    case ErrorCode::NotFound: return ErrorTexts::tr("This is no longer here.");
    case ErrorCode::StateConflict:
    case ErrorCode::VersionMismatch:
    case ErrorCode::Conflict:
        return ErrorTexts::tr("Something changed meanwhile. We have refreshed the page: please look again.");
    case ErrorCode::AlreadyExists: return ErrorTexts::tr("This is already taken.");
    case ErrorCode::RateLimited: return ErrorTexts::tr("Too many attempts. Wait a minute and try again.");
    case ErrorCode::PayloadTooLarge: return ErrorTexts::tr("This file is too large.");
    case ErrorCode::ProviderLimit:
        return ErrorTexts::tr("The bank cannot carry this sum for this time. Try another sum or a shorter delivery.");
    case ErrorCode::ProviderDeclined:
        return ErrorTexts::tr("The bank declined the payment. No money was taken: try another card.");
    case ErrorCode::ListingUnavailable: return ErrorTexts::tr("This car is no longer offered.");
    case ErrorCode::OwnListing: return ErrorTexts::tr("This is your own listing.");
    case ErrorCode::ReviewClosed: return ErrorTexts::tr("The time for reviews is over.");
    case ErrorCode::IdempotencyKeyReused: return ErrorTexts::tr("This was already sent. Please look at the page again.");
    case ErrorCode::ValidationFailed: return ErrorTexts::tr("Please check what you filled in.");
    case ErrorCode::Internal: return ErrorTexts::tr("Something broke on our side. Nothing is lost: try again in a minute.");
    default: return error.field.isEmpty() ? ErrorTexts::tr("This did not work. Please try again.") : ofField(error.code);
    }
}

} // namespace cargo::client
