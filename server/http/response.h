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
    // When set, the body is this file (media); read in a worker, sent with its length. `body` is ignored.
    QString filePath;
    // Set for errors: rendered as problem+json in the caller's language by the middleware, which knows it.
    std::optional<Error> problem;
    std::vector<Error> problemFields;      // errors[] of a failed validation

    Response &header(QByteArray name, QByteArray value)
    {
        headers.emplace_back(std::move(name), std::move(value));
        return *this;
    }

    static Response json(int status, QByteArray body);
    static Response noContent();
    static Response error(Error error, std::vector<Error> fields = {});
};

} // namespace cargo::http
