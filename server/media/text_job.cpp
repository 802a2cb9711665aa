#include "server/media/text_job.h"

#include "server/core/log.h"
#include "server/jobs/outbox.h"
#include "shared/domain/contact_filter/contact_filter.h"

#include <QPointer>

#include <sys/resource.h>

namespace cargo::media {

namespace {
constexpr int kPollMs = 500;
constexpr qint64 kCallMs = 20'000;
constexpr qint64 kTakeMs = 5 * kMinuteMs;
constexpr int kMostTries = 3;
constexpr int kNice = 10; // a tenth of a processor that others want

const db::Query kTake{"media.take_reading", R"(
    update photo_readings r set tries = tries + 1, taken_until = $2::timestamptz from media m
    where m.id = r.media_id and (r.media_id, r.subject_kind, r.subject_id) = (
        select media_id, subject_kind, subject_id from photo_readings where taken_until is null or taken_until <= $1::timestamptz
        order by queued_at limit 1 for update skip locked)
    returning r.media_id, r.subject_kind, r.subject_id, r.tries, m.sha256, m.text_state, m.text_reason)"};
const db::Query kGiveBack{"media.give_reading_back", "update photo_readings set taken_until = $4, tries = tries - 1 "
                                                     "where media_id = $1 and subject_kind = $2 and subject_id = $3"};
const db::Query kMark{"media.mark_read", "update media set text_state = $2, text_reason = $3, text_read_at = $4 "
                                         "where id = $1 and text_state in ('none', 'queued')"};
const db::Query kTold{"media.reading_told",
                      "delete from photo_readings where media_id = $1 and subject_kind = $2 and subject_id = $3"};

using Found = TextJob::Found;

// A picture is judged as a listing's text: a bare name in it is a brand or a plate.
Found judge(const QString &text)
{
    contact_filter::Input input;
    input.text = text;
    input.policy.place = contact_filter::Place::Listing;
    const contact_filter::Verdict verdict = contact_filter::inspect(input);
    if (!verdict.found())
        return {"clean", "nothing"};
    return {"contact", contact_filter::word(verdict.kinds.front()), verdict.contactAttempts};
}

// On the reader's own thread.
Result<Found> readPhoto(files::FileProvider &files, photo_text::PhotoTextProvider &reader, const QByteArray &sha256,
                        const std::atomic_bool &stop)
{
    ::setpriority(PRIO_PROCESS, 0, kNice); // Linux: of the calling thread
    const auto bytes = files.read(sha256);
    if (!bytes && bytes.code() == ErrorCode::NotFound)
        return Found{"clean", "missing"};
    CARGO_TRY(bytes);
    const auto text = reader.read(*bytes, stop);
    if (!text && text.code() == ErrorCode::Unavailable)
        return text.error();
    if (!text)
        return Found{"clean", errorWord(text.code())};
    return judge(*text);
}
} // namespace

TextJob::TextJob(Runtime &runtime, files::FileProvider &files, photo_text::PhotoTextProvider &reader)
    : m_runtime(runtime), m_files(files), m_reader(reader)
{
    m_poll.setInterval(kPollMs);
    connect(&m_poll, &QTimer::timeout, this, &TextJob::look);
}

TextJob::~TextJob() { m_stop->store(true); }

void TextJob::start()
{
    if (m_reader.active())
        m_poll.start();
}

CallContextPtr TextJob::newCall() const
{
    const Timestamp now = m_runtime.clock.now();
    return std::make_shared<CallContext>(now, now.plusMs(kCallMs));
}

void TextJob::look()
{
    if (!m_running)
        run();
}

QCoro::Task<void> TextJob::run()
{
    const QPointer<TextJob> self(this);
    m_running = true;
    bool more = true;
    while (more) {
        const auto done = co_await readNext();
        if (!self)
            co_return;
        if (!done)
            log::warning("photo_text.not_read", {{"detail", done.error().detail}});
        more = done && *done;
    }
    m_running = false;
}

QCoro::Task<Result<std::optional<TextJob::Waiting>>> TextJob::take(CallContextPtr context)
{
    const Timestamp now = m_runtime.clock.now();
    const auto rows = co_await m_runtime.db.write(context, kTake, now, now.plusMs(kTakeMs));
    CARGO_CO_TRY(rows);
    std::optional<Waiting> waiting;
    if (!rows->empty())
        waiting = Waiting{rows->id<MediaId>(0, 0), rows->bytes(0, 1), rows->uuid(0, 2), rows->int32(0, 3),
                          rows->blob(0, 4),        rows->bytes(0, 5), rows->bytes(0, 6)};
    co_return waiting;
}

QCoro::Task<Result<bool>> TextJob::readNext()
{
    const QPointer<TextJob> self(this);
    const auto taken = co_await take(newCall());
    CARGO_CO_TRY(taken);
    if (!*taken)
        co_return false;
    const Waiting waiting = **taken;
    Found found{waiting.state, waiting.reason, 1};
    if (waiting.state == "none" || waiting.state == "queued") {
        if (waiting.tries > kMostTries) {
            found = {"clean", "unreadable", 0};
        } else {
            files::FileProvider *files = &m_files;
            photo_text::PhotoTextProvider *reader = &m_reader;
            const auto stop = m_stop;
            const QByteArray sha256 = waiting.sha256;
            const auto work = [files, reader, sha256, stop] { return readPhoto(*files, *reader, sha256, *stop); };
            auto reading = m_thread.run(work);
            auto seen = co_await reading;
            if (!self)
                co_return false;
            if (!seen) {
                const Timestamp later = m_runtime.clock.now().plusMs(kMinuteMs);
                CARGO_CO_TRY(co_await m_runtime.db.write(newCall(), kGiveBack, waiting.media, waiting.subjectKind,
                                                         waiting.subject, later));
                co_return seen.error();
            }
            found = std::move(*seen);
        }
    }
    CARGO_CO_TRY(co_await keep(newCall(), waiting, found));
    co_return true;
}

QCoro::Task<Outcome> TextJob::keep(CallContextPtr context, Waiting waiting, Found found)
{
    const auto tx = co_await m_runtime.db.begin(context);
    CARGO_CO_TRY(tx);
    CARGO_CO_TRY(co_await tx->run(kMark, waiting.media, found.state, found.reason, m_runtime.clock.now()));
    if (found.state == "contact") {
        ContactRead read{waiting.media, waiting.subjectKind, waiting.subject, found.reason, found.attempts};
        jobs::OutboxEvent event{kContactReadTopic, waiting.subject.toText(), read.toJson()};
        CARGO_CO_TRY(co_await jobs::append(*tx, event));
    }
    CARGO_CO_TRY(co_await tx->run(kTold, waiting.media, waiting.subjectKind, waiting.subject));
    co_return co_await tx->commit();
}

} // namespace cargo::media
