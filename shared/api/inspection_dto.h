#pragma once

#include "shared/api/json_reader.h"
#include "shared/api/json_writer.h"

#include <optional>
#include <vector>

namespace cargo::api {

// How a car looked when somebody walked around it. Words as in shared/domain/deal/inspection.h; every photo is one of the
// record that it belongs to.
struct InspectionDto
{
    struct Angle
    {
        QString angle;
        MediaId photo;
    };
    struct Damage
    {
        QString view;
        int x = 0; // ten-thousandths of the drawing, from its left and its top; 0 to 1 on the wire
        int y = 0;
        QString kind;
        QString note;
        std::optional<MediaId> photo;
        std::optional<bool> isNew; // at a handover: it was not there at the pick-up; the word of whoever recorded it
    };
    std::vector<Angle> angles;
    std::vector<Damage> damages;
    std::vector<QString> obstructions;
    std::optional<int> keys;
    std::vector<QString> papers;

    // One form for one inspection, so that it can be hashed: keys sorted, places with at most four digits.
    void write(JsonWriter &out) const;
    QByteArray toJson() const;
    // Errors at `inspection.damages[2].x` and the like. `photos`: those of the record.
    static InspectionDto read(const QJsonObject &json, const std::vector<MediaId> &photos, std::vector<Error> &errors);
    bool operator==(const InspectionDto &other) const { return toJson() == other.toJson(); }
};

} // namespace cargo::api
