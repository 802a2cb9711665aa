#pragma once

#include "shared/domain/error.h"

#include <QString>

namespace cargo::client {

// The one place where a code becomes a sentence: what happened, what is safe, what to do.
QString errorText(const Error &error);

} // namespace cargo::client
