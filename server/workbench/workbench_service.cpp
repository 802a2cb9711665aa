#include "server/workbench/workbench_service.h"

#include "server/audit/audit.h"
#include "server/jobs/idempotency.h"
#include "server/jobs/outbox.h"
#include "shared/api/json_writer.h"

#include <QJsonDocument>

#include <algorithm>

namespace cargo::workbench {

QCoro::Task<Result<Answer>> WorkbenchService::note(CallContextPtr context, Subject subject, api::NoteDto note)
{
    const UserId me = context->principal->user;
    std::sort(note.mentions.begin(), note.mentions.end());
    note.mentions.erase(std::unique(note.mentions.begin(), note.mentions.end()), note.mentions.end());
    const auto tx = co_await m_runtime.db.begin(context);
    CARGO_CO_TRY(tx);
    const auto known = co_await m_store.countStaff(*tx, note.mentions);
    CARGO_CO_TRY(known);
    if (*known != int(note.mentions.size()))
        co_return Error{ErrorCode::UnknownValue, QStringLiteral("mentions"), {}};
    auto json = co_await m_store.insertNote(*tx, subject, note, me, m_runtime.clock.now());
    CARGO_CO_TRY(json);
    const QString id = QJsonDocument::fromJson(*json).object().value(QLatin1String("id")).toString();
    api::JsonWriter data;
    data.beginObject().field("note_id", id).field("subject_kind", subject.kind).field("subject_id", subject.id).endObject();
    const QByteArray told = data.take();
    const QByteArray key = "desk_mentioned:" + id.toLatin1();
    for (const UserId &colleague : note.mentions) {
        if (colleague != me)
            CARGO_CO_TRY(co_await jobs::notifyUser(*tx, colleague, "desk_mentioned", told, key));
    }
    Answer answer{201, *json};
    CARGO_CO_TRY(co_await jobs::remember(*tx, answer.status, answer.body));
    CARGO_CO_TRY(co_await tx->commit());
    co_return answer;
}

QCoro::Task<Result<Answer>> WorkbenchService::putMacro(CallContextPtr context, std::optional<Uuid> id, api::MacroDto macro)
{
    const UserId me = context->principal->user;
    const auto tx = co_await m_runtime.db.begin(context);
    CARGO_CO_TRY(tx);
    const auto json = co_await m_store.putMacro(*tx, id, macro, me, m_runtime.clock.now());
    CARGO_CO_TRY(json);
    audit::AuditEvent event{me.uuid, id ? "macro.changed" : "macro.made", me, *json};
    CARGO_CO_TRY(co_await audit::append(*tx, event));
    Answer answer{id ? 200 : 201, *json};
    CARGO_CO_TRY(co_await jobs::remember(*tx, answer.status, answer.body));
    CARGO_CO_TRY(co_await tx->commit());
    co_return answer;
}

QCoro::Task<Outcome> WorkbenchService::removeMacro(CallContextPtr context, Uuid id)
{
    const UserId me = context->principal->user;
    const auto tx = co_await m_runtime.db.begin(context);
    CARGO_CO_TRY(tx);
    const auto removed = co_await m_store.removeMacro(*tx, id);
    CARGO_CO_TRY(removed);
    if (!*removed)
        co_return ErrorCode::NotFound;
    audit::AuditEvent event{me.uuid, "macro.removed", me, "{\"id\":\"" + id.toText() + "\"}"};
    CARGO_CO_TRY(co_await audit::append(*tx, event));
    co_return co_await tx->commit();
}

QCoro::Task<Outcome> WorkbenchService::putViews(CallContextPtr context, api::ViewsDto views)
{
    const auto tx = co_await m_runtime.db.begin(context);
    CARGO_CO_TRY(tx);
    CARGO_CO_TRY(co_await m_store.putViews(*tx, context->principal->user, views.items, m_runtime.clock.now()));
    co_return co_await tx->commit();
}

} // namespace cargo::workbench
