#pragma once

#include "server/http/router.h"

#include <QByteArray>
#include <QList>

namespace cargo::ws {

// What the opening request must say (RFC 6455, section 4.2) and whose pages may open a socket.
struct HandshakePolicy
{
    // "https://cargo.example": pages of these origins may connect. A request without Origin comes from an app, not from
    // a page, and is let in; it still needs a token.
    QList<QByteArray> origins;

    // Pages of the address under which people know the server ("https://cargo.example/"); nothing for an empty one.
    static HandshakePolicy forPublicUrl(const QByteArray &publicUrl);
};

// The bytes to answer with: a 101, or a refusal after which the socket is closed.
struct HandshakeAnswer
{
    bool accepted = false;
    QByteArray bytes;
};

HandshakeAnswer answerHandshake(const http::Request &head, const HandshakePolicy &policy);
// 503: too many sockets, or the server is going away.
HandshakeAnswer answerBusy(const http::Request &head);

} // namespace cargo::ws
