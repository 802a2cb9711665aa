#include "server/media/text_events.h"

#include "shared/api/json_reader.h"
#include "shared/api/json_writer.h"

namespace cargo::media {

namespace {
const db::Query kQueue{"media.queue_reading", R"(
    with wanted as (select id from media where id = any($1::uuid[]) and text_state <> 'clean' order by id for no key update),
    marked as (update media set text_state = 'queued' where id in (select id from wanted) and text_state = 'none')
    insert into photo_readings (media_id, subject_kind, subject_id, queued_at)
    select id, $2, $3::uuid, $4::timestamptz from wanted on conflict do nothing)"};
} // namespace

QByteArray ContactRead::toJson() const
{
    api::JsonWriter out(200);
    out.beginObject().field("media_id", media).field("subject_kind", subjectKind).field("subject_id", subject.toText());
    out.field("kind", kind).field("attempts", attempts).endObject();
    return out.take();
}

Result<ContactRead> ContactRead::parse(const QByteArray &json)
{
    const auto payload = api::parseObject(json);
    CARGO_TRY(payload);
    api::JsonReader in(*payload);
    ContactRead read;
    const auto media = in.id<MediaId>("media_id");
    const auto subject = in.id<MessageId>("subject_id");
    read.subjectKind = in.text("subject_kind", {.min = 1, .max = 20}).toLatin1();
    read.kind = in.text("kind", {.min = 1, .max = 40}).toLatin1();
    read.attempts = payload->value(QLatin1String("attempts")).toInt(1);
    if (!media || !subject)
        return in.errors().front();
    read.media = *media;
    read.subject = subject->uuid;
    return read;
}

QCoro::Task<Outcome> queueReading(db::Transaction tx, std::vector<MediaId> photos, QByteArray subjectKind, Uuid subject)
{
    if (photos.empty())
        co_return ok();
    CARGO_CO_TRY(co_await tx.run(kQueue, photos, subjectKind, subject, tx.context()->startedAt));
    co_return ok();
}

} // namespace cargo::media
