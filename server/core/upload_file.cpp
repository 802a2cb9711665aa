#include "server/core/upload_file.h"

#include <QFile>

namespace cargo {

Result<QByteArray> readUpload(const QString &path, qint64 maxBytes)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {ErrorCode::Internal, {}, QStringLiteral("the upload cannot be opened")};
    if (file.size() > maxBytes)
        return {ErrorCode::PayloadTooLarge, QStringLiteral("file"), {}};
    return file.readAll();
}

} // namespace cargo
