#pragma once

#include "shared/api/json_reader.h"

namespace cargo::api {

// POST messages/{id}/report.
struct MessageReportDto
{
    QString reason; // "fraud", "abuse", "contacts", "spam", "other"
    QString text;

    static Parsed<MessageReportDto> parse(QByteArrayView body);
};

// What a moderator made of a report, for the journal and for who reported.
struct ReportDecisionDto
{
    QString decision; // "no_violation", "warned", "removed", "restricted"
    QString text;     // why, for staff

    static Parsed<ReportDecisionDto> parse(QByteArrayView body);
};

} // namespace cargo::api
