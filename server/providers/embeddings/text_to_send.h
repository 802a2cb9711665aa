#pragma once

#include "shared/domain/contact_filter/contact_filter.h"

namespace cargo::embeddings {

// What of a text leaves the house: its first so many characters, without contacts.
inline QString textToSend(const QString &text, qsizetype most)
{
    QString first = text.simplified().left(most);
    if (!first.isEmpty() && first.back().isHighSurrogate())
        first.chop(1);
    return contact_filter::withoutContacts(first, contact_filter::Place::Listing);
}

} // namespace cargo::embeddings
