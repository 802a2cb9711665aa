#pragma once

#include "server/core/call_context.h"

#include <QByteArrayView>
#include <QString>

#include <span>

namespace cargo::desk {

// Why staff decide against somebody: what the user reads unless the moderator writes his own words, and the rule that it
// follows from (its anchor in the public rules). A code stands in decisions for ever: it may be retired, never renamed.
struct ReasonCode
{
    const char *queue; // listings (edits too), users (bans and mutes), conversations, kyc
    const char *code;
    const char *titleRu; // UTF-8
    const char *titleEn;
    const char *textRu;
    const char *textEn;
    const char *rule;
};

std::span<const ReasonCode> reasonCodes();
// Of edits as of listings. Null: there is none.
const ReasonCode *findReason(QByteArrayView queue, QByteArrayView code);
// In the language of who will read it.
QString reasonText(const ReasonCode &reason, Locale locale);

} // namespace cargo::desk
