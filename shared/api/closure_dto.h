#pragma once

#include "shared/api/json_reader.h"

namespace cargo::api {

// POST admin/queues/erasures/{id}/decide.
struct ErasureDecisionDto
{
    QString decision; // erase, refuse
    QString text;     // with refuse: why, as the user reads it

    static Parsed<ErasureDecisionDto> parse(QByteArrayView body);
};

} // namespace cargo::api
