#pragma once

#include "shared/domain/result.h"

#include <QJsonObject>

#include <vector>

namespace cargo::listing {

// The dictionary of a listing's extra facts ("attributes"): known names with their kind and range. Unknown names are
// refused, so that the same fact is never stored under two names and can become a facet later.
struct Attribute
{
    enum class Kind { Flag, Number, Text };
    const char *name; // snake_case, as in JSON
    Kind kind;
    const char *unit; // "" when there is none
    qint64 min = 0;   // of a number; of a text: characters
    qint64 max = 0;
};

const std::vector<Attribute> &attributes();
const Attribute *findAttribute(QStringView name);

// Every problem, with fields like "attributes.seats": UnknownField, WrongType, OutOfRange, TooLong; more than
// kAttributesMaxCount is TooLong on "attributes".
std::vector<Error> checkAttributes(const QJsonObject &attributes);

} // namespace cargo::listing
