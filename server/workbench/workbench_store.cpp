#include "server/workbench/workbench_store.h"

namespace cargo::workbench {

namespace {
#define CARGO_NOTE                                                                                                               \
    "json_build_object('id', n.id, 'subject_kind', n.subject_kind, 'subject_id', n.subject_id, 'text', n.text, 'author', "       \
    "json_build_object('id', a.id, 'name', a.display_name), 'mentions', (select coalesce(json_agg(json_build_object('id', "      \
    "m.id, "                                                                                                                     \
    "'name', m.display_name) order by m.display_name), '[]') from users m where m.id = any(n.mentions)), "                       \
    "'created_at', "                                                                                                             \
    "rfc3339(n.created_at)"                                                                                                      \
    ")"
const db::Query kNotes{"workbench.notes",
                       "select n.id, " CARGO_NOTE " from staff_notes n join users a on a.id = n.author_id "
                       "where n.subject_kind = $1 and n.subject_id = $2 and ($3::uuid is null or n.id < $3::uuid) "
                       "order by n.id desc limit $4"};
const db::Query kInsertNote{
    "workbench.insert_note",
    "with n as (insert into staff_notes (id, subject_kind, subject_id, author_id, text, mentions, created_at) "
    "values ($1, $2, $3, $4, $5, $6::uuid[], $7) returning *) select " CARGO_NOTE " from n join users a on a.id = n.author_id"};
const db::Query kStaff{"workbench.staff", R"(
    select coalesce(json_agg(json_build_object('id', id, 'name', display_name, 'permissions', to_json(array_remove(array[
        case when permissions & 1 <> 0 then 'support' end, case when permissions & 2 <> 0 then 'moderate' end,
        case when permissions & 4 <> 0 then 'finance' end, case when permissions & 8 <> 0 then 'admin' end], null)))
        order by display_name, id), '[]')
    from users where role = 'staff' and status = 'active')"};
const db::Query kCountStaff{"workbench.count_staff",
                            "select count(*) from users where id = any($1::uuid[]) and role = 'staff' and status = 'active'"};
#define CARGO_MACRO                                                                                                              \
    "json_build_object('id', m.id, 'title', m.title, 'text', json_build_object('ru', m.text_ru, 'en', m.text_en), "              \
    "'variables', to_json(m.variables), 'updated_at', "                                                                          \
    "rfc3339(m.updated_at)"                                                                                                      \
    ")"
const db::Query kMacros{"workbench.macros",
                        "select coalesce(json_agg(" CARGO_MACRO " order by m.title, m.id), '[]') from staff_macros m"};
const db::Query kInsertMacro{
    "workbench.insert_macro",
    "with m as (insert into staff_macros (id, title, text_ru, text_en, variables, updated_by, updated_at) "
    "values ($1, $2, $3, $4, string_to_array($5, ','), $6, $7) returning *) select " CARGO_MACRO " from m"};
const db::Query kChangeMacro{
    "workbench.change_macro",
    "with m as (update staff_macros set title = $2, text_ru = $3, text_en = $4, variables = "
    "string_to_array($5, ','), updated_by = $6, updated_at = $7 where id = $1 returning *) select " CARGO_MACRO " from m"};
#undef CARGO_MACRO
#undef CARGO_NOTE
const db::Query kRemoveMacro{"workbench.remove_macro", "delete from staff_macros where id = $1"};
const db::Query kViews{"workbench.views", "select items from staff_views where staff_id = $1"};
const db::Query kPutViews{"workbench.put_views", R"(
    insert into staff_views (staff_id, items, updated_at) values ($1, $2, $3)
    on conflict (staff_id) do update set items = excluded.items, updated_at = excluded.updated_at)"};
} // namespace

QCoro::Task<Result<WorkbenchStore::Page>> WorkbenchStore::notes(CallContextPtr context, Subject subject,
                                                                std::optional<Uuid> before, int limit)
{
    const auto rows = co_await m_db.query(context, kNotes, subject.kind, subject.id, before, limit + 1);
    CARGO_CO_TRY(rows);
    co_return db::jsonPage<Uuid>(*rows, limit);
}

QCoro::Task<Result<QByteArray>> WorkbenchStore::insertNote(db::Transaction tx, Subject subject, api::NoteDto note, UserId author,
                                                           Timestamp now)
{
    const auto rows = co_await tx.run(kInsertNote, newUuid(now), subject.kind, subject.id, author, note.text, note.mentions, now);
    CARGO_CO_TRY(rows);
    co_return rows->bytes(0, 0);
}

QCoro::Task<Result<QByteArray>> WorkbenchStore::staff(CallContextPtr context)
{
    const auto rows = co_await m_db.query(context, kStaff);
    CARGO_CO_TRY(rows);
    co_return rows->bytes(0, 0);
}

QCoro::Task<Result<int>> WorkbenchStore::countStaff(db::Transaction tx, std::vector<UserId> ids)
{
    const auto rows = co_await tx.run(kCountStaff, ids);
    CARGO_CO_TRY(rows);
    co_return rows->int32(0, 0);
}

QCoro::Task<Result<QByteArray>> WorkbenchStore::macros(CallContextPtr context)
{
    const auto rows = co_await m_db.query(context, kMacros);
    CARGO_CO_TRY(rows);
    co_return rows->bytes(0, 0);
}

QCoro::Task<Result<QByteArray>> WorkbenchStore::putMacro(db::Transaction tx, std::optional<Uuid> id, api::MacroDto macro,
                                                         UserId by, Timestamp now)
{
    const QString variables = macro.variables.join(u',');
    const Uuid key = id.value_or(newUuid(now));
    const auto rows =
        co_await tx.run(id ? kChangeMacro : kInsertMacro, key, macro.title, macro.textRu, macro.textEn, variables, by, now);
    CARGO_CO_TRY(rows);
    if (rows->empty())
        co_return ErrorCode::NotFound;
    co_return rows->bytes(0, 0);
}

QCoro::Task<Result<bool>> WorkbenchStore::removeMacro(db::Transaction tx, Uuid id)
{
    const auto rows = co_await tx.run(kRemoveMacro, id);
    CARGO_CO_TRY(rows);
    co_return rows->affected() == 1;
}

QCoro::Task<Result<QByteArray>> WorkbenchStore::views(CallContextPtr context, UserId staff)
{
    const auto rows = co_await m_db.query(context, kViews, staff);
    CARGO_CO_TRY(rows);
    co_return rows->empty() ? QByteArray("[]") : rows->bytes(0, 0);
}

QCoro::Task<Outcome> WorkbenchStore::putViews(db::Transaction tx, UserId staff, QByteArray items, Timestamp now)
{
    CARGO_CO_TRY(co_await tx.run(kPutViews, staff, items, now));
    co_return ok();
}

} // namespace cargo::workbench
