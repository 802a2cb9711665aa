#pragma once

#include <QByteArray>

namespace cargo {

QByteArray hmacSha256(const QByteArray &key, const QByteArray &data);
// Same length, same bytes, in a time that does not depend on where they differ.
bool sameBytes(const QByteArray &a, const QByteArray &b);

} // namespace cargo
