#pragma once

#include "shared/domain/result.h"

#include <QSslConfiguration>

#include <memory>

namespace cargo::net {

// TLS that trusts the authorities in a PEM file and no others; null where `path` is empty: the system's are trusted. Errors:
// NotFound with `field`: no certificate is there.
Result<std::shared_ptr<const QSslConfiguration>> trustingOnly(const QString &path, const QString &field);

} // namespace cargo::net
