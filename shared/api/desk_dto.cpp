#include "shared/api/desk_dto.h"

namespace cargo::api {

namespace {
constexpr int kMostItems = 100;
const std::vector<QLatin1String> kActions{QLatin1String("claim"), QLatin1String("release"), QLatin1String("snooze"),
                                          QLatin1String("assign")};

// Null says something here, so a forgotten field is not taken for it.
void requireField(JsonReader &in, const QJsonObject &object, const char *name)
{
    if (!object.contains(QLatin1String(name)))
        in.fail(QLatin1String(name), ErrorCode::Required);
}
} // namespace

Parsed<DeskBulkDto> DeskBulkDto::parse(QByteArrayView body)
{
    const auto object = parseObject(body);
    if (!object)
        return {{}, {object.error()}};
    JsonReader in(*object);
    DeskBulkDto dto;
    for (const Id<struct DeskItemTag> &id : in.ids<Id<struct DeskItemTag>>("items", kMostItems, true))
        dto.items.push_back(id.uuid);
    dto.action = in.word("action", kActions);
    if (dto.action == QLatin1String("snooze"))
        requireField(in, *object, "until");
    if (dto.action == QLatin1String("assign"))
        requireField(in, *object, "staff_id");
    dto.until = in.timestamp("until");
    dto.staff = in.id<UserId>("staff_id", false);
    dto.dryRun = in.boolean("dry_run").value_or(false);
    return {dto, in.errors()};
}

Parsed<SnoozeDto> SnoozeDto::parse(QByteArrayView body)
{
    const auto object = parseObject(body);
    if (!object)
        return {{}, {object.error()}};
    JsonReader in(*object);
    requireField(in, *object, "until");
    return {{in.timestamp("until")}, in.errors()};
}

Parsed<AssignDto> AssignDto::parse(QByteArrayView body)
{
    const auto object = parseObject(body);
    if (!object)
        return {{}, {object.error()}};
    JsonReader in(*object);
    requireField(in, *object, "staff_id");
    return {{in.id<UserId>("staff_id", false)}, in.errors()};
}

} // namespace cargo::api
