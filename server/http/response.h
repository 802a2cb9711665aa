#pragma once

#include "shared/domain/error.h"

#include <QByteArray>
#include <QString>

#include <optional>
#include <utility>
#include <vector>

namespace cargo::http {

// What goes back. A handler returns it; the server writes it in one buffer.
struct Response
{
    int status = 200;
    QByteArray contentType = QByteArrayLiteral("application/json");
    QByteArray body;
    std::vector<std::pair<QByteArray, QByteArray>> headers;
    // When set, the body is this file (media), sent in chunks at the client's pace; `body` is ignored. A file that is not
    // there answers 404. Ranges of bytes are served.
    QString filePath;
    qint64 fileOffset = 0; // filled by the server
    qint64 fileBytes = -1;
    // Set for errors: rendered as problem+json in the caller's language by the middleware, which knows it.
    std::optional<Error> problem;
    std::vector<Error> problemFields; // errors[] of a failed validation
    // More members of the problem: name and a valid JSON value, for example {"until", "\"2026-…Z\""}.
    std::vector<std::pair<QByteArray, QByteArray>> problemMembers;

    Response &header(QByteArray name, QByteArray value)
    {
        headers.emplace_back(std::move(name), std::move(value));
        return *this;
    }

    static Response json(int status, QByteArray body);
    static Response noContent();
    static Response error(Error error, std::vector<Error> fields = {});
    // What a reader of bodies found: ValidationFailed with errors[], or the one error of text that is no JSON object.
    static Response invalid(std::vector<Error> errors);
    Response &member(QByteArray name, QByteArray json)
    {
        problemMembers.emplace_back(std::move(name), std::move(json));
        return *this;
    }
    bool hasHeader(QByteArrayView name) const; // in the spelling of the one who set it
};

} // namespace cargo::http
