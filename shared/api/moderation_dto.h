#pragma once

#include "shared/api/json_reader.h"

namespace cargo::api {

// POST admin/queues/listings/{id}/decide and /edits/{id}/decide.
struct ListingDecisionDto
{
    QString decision;              // approve, changes, block
    QString reasonCode;            // for changes and block
    QString text;                  // what the driver reads; empty: the reason's own text
    QString note;                  // for staff alone
    std::optional<qint64> version; // as the moderator saw it

    static Parsed<ListingDecisionDto> parse(QByteArrayView body);
};

// POST admin/users/{id}/ban, /unban, /mute, /unmute.
struct SanctionDto
{
    QString reasonCode;             // "other" where none is given
    QString text;                   // what the user reads; empty: the reason's own text. Older clients call it `reason`.
    std::optional<Timestamp> until; // nothing: until it is lifted

    static Parsed<SanctionDto> parse(QByteArrayView body);
};

// POST admin/queues/conversations/{id}/decide.
struct ConversationDecisionDto
{
    QString decision;           // no_violation, warn, mute, ban
    std::optional<UserId> user; // against whom; nobody with no_violation
    SanctionDto order;          // `until` is set with mute
    QString note;               // for the journal

    static Parsed<ConversationDecisionDto> parse(QByteArrayView body);
};

// POST me/decisions/{id}/appeal.
struct AppealDto
{
    QString text;

    static Parsed<AppealDto> parse(QByteArrayView body);
};

// POST auth/ban/appeal.
struct BanAppealDto
{
    QString pass; // of the sign-in that was refused
    AppealDto appeal;

    static Parsed<BanAppealDto> parse(QByteArrayView body);
};

// POST admin/queues/appeals/{id}/decide.
struct AppealDecisionDto
{
    QString decision; // uphold, overturn
    QString text;     // what the user reads

    static Parsed<AppealDecisionDto> parse(QByteArrayView body);
};

} // namespace cargo::api
