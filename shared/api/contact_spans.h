#pragma once

#include "shared/domain/contact_filter/contact_filter.h"

#include <QByteArray>

namespace cargo::api {

// Where the contacts stand in a text, as JSON: [{"start","end","kind"}], in code points.
QByteArray contactSpans(const QString &text, contact_filter::Place place);

} // namespace cargo::api
