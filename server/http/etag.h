#pragma once

#include "server/http/request.h"
#include "server/http/response.h"

namespace cargo::http {

// Validators of answers. Reads that apps repeat: `return withEtag(*request, Response::json(200, body), etagOf(version))`.

QByteArray etagOf(qint64 version);           // "7", with the quotes
QByteArray etagOfBytes(QByteArrayView body); // a hash of what is sent
// Adds ETag; answers 304 without a body when If-None-Match names it.
Response withEtag(const Request &request, Response response, const QByteArray &etag);
// The version in If-Match. Errors: PreconditionRequired (no header), VersionMismatch (not one of our validators).
Result<qint64> ifMatchVersion(const Request &request);

} // namespace cargo::http
