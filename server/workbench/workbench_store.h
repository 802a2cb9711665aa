#pragma once

#include "server/db/json_page.h"
#include "server/core/runtime.h"
#include "shared/api/workbench_dto.h"

#include <QCoroTask>

namespace cargo::workbench {

struct Subject
{
    QString kind;
    Uuid id;
};

// SQL of what staff keep for themselves: notes, macros, views. All answers are JSON.
class WorkbenchStore
{
public:
    explicit WorkbenchStore(Runtime &runtime) : m_db(runtime.db) {}

    using Page = db::JsonPage<Uuid>;
    // The newest first.
    QCoro::Task<Result<Page>> notes(CallContextPtr context, Subject subject, std::optional<Uuid> before, int limit);
    QCoro::Task<Result<QByteArray>> insertNote(db::Transaction tx, Subject subject, api::NoteDto note, UserId author,
                                               Timestamp now);
    QCoro::Task<Result<QByteArray>> staff(CallContextPtr context);
    // How many of these are active staff.
    QCoro::Task<Result<int>> countStaff(db::Transaction tx, std::vector<UserId> ids);

    QCoro::Task<Result<QByteArray>> macros(CallContextPtr context);
    // Error NotFound for one that is to be changed and is not there.
    QCoro::Task<Result<QByteArray>> putMacro(db::Transaction tx, std::optional<Uuid> id, api::MacroDto macro, UserId by,
                                             Timestamp now);
    QCoro::Task<Result<bool>> removeMacro(db::Transaction tx, Uuid id);

    QCoro::Task<Result<QByteArray>> views(CallContextPtr context, UserId staff);
    QCoro::Task<Outcome> putViews(db::Transaction tx, UserId staff, QByteArray items, Timestamp now);

private:
    db::Database &m_db;
};

} // namespace cargo::workbench
