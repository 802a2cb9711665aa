#pragma once

#include "server/assistant/pick_service.h"

namespace cargo::assistant {

// The body of POST assistant/pick. `sentence`: what places point into; they are told in code points.
QByteArray pickAnswer(const PickService::Pick &pick, const QString &sentence, Locale locale);

} // namespace cargo::assistant
