#pragma once

#include "shared/api/json_reader.h"

namespace cargo::api {

// POST messages/{id}/report.
struct MessageReportDto
{
    // "fraud", "abuse", "contacts", "spam", "other" of the other side's; "not_a_contact" of a masked one, also one's own
    QString reason;
    QString text;

    static Parsed<MessageReportDto> parse(QByteArrayView body);
};

// What a moderator made of a report, for the journal and for who reported.
struct ReportDecisionDto
{
    QString decision; // "no_violation", "warned", "removed", "restricted"; of kind filter "filter_right", "filter_wrong"
    QString text;     // why, for staff

    static Parsed<ReportDecisionDto> parse(QByteArrayView body);
};

} // namespace cargo::api
