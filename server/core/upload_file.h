#pragma once

#include "shared/domain/result.h"

#include <QByteArray>
#include <QString>

namespace cargo {

// The bytes of an upload that was streamed to `path`. Blocks: call it on the CPU pool. Errors: PayloadTooLarge (field "file"),
// Internal (it is not there).
Result<QByteArray> readUpload(const QString &path, qint64 maxBytes);

} // namespace cargo
