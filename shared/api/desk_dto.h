#pragma once

#include "shared/api/json_reader.h"

namespace cargo::api {

// POST admin/queues/{name}/bulk: one order for many items.
struct DeskBulkDto
{
    std::vector<Uuid> items;        // at most 100
    QString action;                 // claim, release, snooze, assign
    std::optional<Timestamp> until; // snooze; nothing: bring it back
    std::optional<UserId> staff;    // assign; nothing: nobody's
    bool dryRun = false;

    static Parsed<DeskBulkDto> parse(QByteArrayView body);
};

// POST admin/queues/{name}/{item}/snooze: {"until"}, null brings it back.
struct SnoozeDto
{
    std::optional<Timestamp> until;

    static Parsed<SnoozeDto> parse(QByteArrayView body);
};

// POST admin/queues/{name}/{item}/assign: {"staff_id"}, null is nobody.
struct AssignDto
{
    std::optional<UserId> staff;

    static Parsed<AssignDto> parse(QByteArrayView body);
};

} // namespace cargo::api
