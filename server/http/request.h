#pragma once

#include "server/core/call_context.h"

#include <QByteArray>
#include <QString>

#include <optional>
#include <utility>
#include <vector>

namespace cargo::http {

enum class Method { Get, Head, Post, Put, Patch, Delete, Options };
const char *methodWord(Method method); // "GET"

// One parsed request, a value of its own: nothing in it points into the socket. Path and query are checked for NUL and
// UTF-8 before a handler sees them. The byte arrays in `headers` point into `head`: copy what must outlive the request
// with header(), which makes a copy of its own.
struct Request
{
    Method method = Method::Get;
    QByteArray path;                                        // raw, begins with '/', without query
    QByteArray query;                                       // raw, after '?', still percent-encoded
    QByteArray head;                                        // as it came, names in lower case
    std::vector<std::pair<QByteArray, QByteArray>> headers; // names in lower case
    QByteArray body;
    QString uploadPath; // streamed uploads: the part `file`, in a nameless file that dies with the request
    qint64 uploadSize = 0;
    QByteArray uploadContentType;                          // as the client says: do not trust it
    QByteArray uploadFileName;                             // the same
    std::vector<std::pair<QByteArray, QByteArray>> params; // of the route's pattern: {"id", "0190…"}
    CallContextPtr context;

    QByteArray header(QByteArrayView lowerCaseName) const;
    QByteArrayView headerView(QByteArrayView lowerCaseName) const; // null when it is not there
    QByteArray param(QByteArrayView name) const;
    // Decoded first value; empty when it is not there.
    QString queryValue(QByteArrayView name) const;
    // Every value of a parameter that may repeat, in order.
    std::vector<QString> queryValues(QByteArrayView name) const;
    // A path parameter as an id. nullopt answers 404: an id that cannot exist does not exist.
    template <typename AnyId>
    std::optional<AnyId> id(QByteArrayView name = "id") const
    {
        return AnyId::fromText(QByteArrayView(param(name)));
    }
};

} // namespace cargo::http
