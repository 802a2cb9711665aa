#pragma once

#include "server/core/runtime.h"

#include <QCoroTask>

namespace cargo::deals {

// Paints delivery acts in a process of their own (`cargod render-act`): a page needs a QGuiApplication with fonts, which a
// server has not, and whatever goes wrong while painting a text of strangers ends there. Few at once over the whole process,
// each with bounds of time, memory and size. Error Unavailable: too many wait, or it failed.
class ActRenderer
{
public:
    explicit ActRenderer(Runtime &runtime) : m_runtime(runtime) {}
    // The PDF of the bytes of an act.json.
    QCoro::Task<Result<QByteArray>> render(QByteArray act, Locale locale);

private:
    Runtime &m_runtime;
};

} // namespace cargo::deals
