#pragma once

#include "server/db/database.h"

namespace cargo::media {

// Topic: a contact was read in a photo that is shown somewhere. Told at least once for each place.
inline constexpr char kContactReadTopic[] = "media.contact_read";

struct ContactRead
{
    MediaId media;
    QByteArray subjectKind; // listing, message
    Uuid subject;
    QByteArray kind;  // the first one found: a word of contact_filter::Kind
    int attempts = 1; // contact_filter::Verdict::contactAttempts

    QByteArray toJson() const;
    static Result<ContactRead> parse(const QByteArray &json);
};

// These photos are shown in a listing or a message: what was not read yet will be. Twice is once.
QCoro::Task<Outcome> queueReading(db::Transaction tx, std::vector<MediaId> photos, QByteArray subjectKind, Uuid subject);

} // namespace cargo::media
