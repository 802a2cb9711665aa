#pragma once

#include "server/core/answer.h"
#include "server/workbench/workbench_store.h"

namespace cargo::workbench {

// What staff keep beside a case, and never show to users: notes with mentions of colleagues, answers that are given often, and
// one's own views of the queues.
class WorkbenchService
{
public:
    explicit WorkbenchService(Runtime &runtime) : m_runtime(runtime), m_store(runtime) {}

    WorkbenchStore &read() { return m_store; }
    // 201 with the note; who is mentioned is notified. Error: UnknownValue (mentions: no colleague).
    QCoro::Task<Result<Answer>> note(CallContextPtr context, Subject subject, api::NoteDto note);
    // 201 with a new macro, 200 with a changed one. Error NotFound.
    QCoro::Task<Result<Answer>> putMacro(CallContextPtr context, std::optional<Uuid> id, api::MacroDto macro);
    QCoro::Task<Outcome> removeMacro(CallContextPtr context, Uuid id);
    QCoro::Task<Outcome> putViews(CallContextPtr context, api::ViewsDto views);

private:
    Runtime &m_runtime;
    WorkbenchStore m_store;
};

} // namespace cargo::workbench
