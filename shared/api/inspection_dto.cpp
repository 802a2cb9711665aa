#include "shared/api/inspection_dto.h"

#include "shared/domain/deal/inspection.h"

#include <algorithm>
#include <cmath>

namespace cargo::api {

namespace {

constexpr int kMaxAngles = 30;
constexpr int kMaxDamages = 60;
constexpr int kPlaceParts = 10'000;

class Reading
{
public:
    Reading(const std::vector<MediaId> &photos, std::vector<Error> &errors) : m_photos(photos), m_errors(errors) {}

    void fail(const QString &field, ErrorCode code) { m_errors.push_back({code, QStringLiteral("inspection.") + field, {}}); }

    // Objects of a list, each with the path of its place.
    template <typename Read>
    void each(const QJsonObject &json, const char *name, int maxCount, Read read)
    {
        const QJsonValue value = json.value(QLatin1String(name));
        if (value.isUndefined() || value.isNull())
            return;
        if (!value.isArray())
            return fail(QLatin1String(name), ErrorCode::WrongType);
        const QJsonArray list = value.toArray();
        if (list.size() > maxCount)
            return fail(QLatin1String(name), ErrorCode::TooLong);
        for (qsizetype at = 0; at < list.size(); ++at) {
            const QString path = QStringLiteral("%1[%2]").arg(QLatin1String(name)).arg(at);
            if (!list.at(at).isObject()) {
                fail(path, ErrorCode::WrongType);
                continue;
            }
            JsonReader in(list.at(at).toObject(), QStringLiteral("inspection.") + path + u'.');
            read(in, path, list.at(at).toObject());
            m_errors.insert(m_errors.end(), in.errors().begin(), in.errors().end());
        }
    }

    std::vector<QString> words(const QJsonObject &json, const char *name, const std::vector<QLatin1String> &known)
    {
        std::vector<QString> found;
        const QJsonValue value = json.value(QLatin1String(name));
        if (!value.isUndefined() && !value.isNull() && !value.isArray())
            fail(QLatin1String(name), ErrorCode::WrongType);
        for (const QJsonValue &entry : value.toArray()) {
            const QString word = entry.toString();
            if (std::find(known.begin(), known.end(), word) == known.end()) {
                fail(QLatin1String(name), ErrorCode::UnknownValue);
                break;
            }
            if (std::find(found.begin(), found.end(), word) == found.end())
                found.push_back(word);
        }
        return found;
    }

    int place(const QJsonObject &json, const char *name, const QString &path)
    {
        const QJsonValue value = json.value(QLatin1String(name));
        const double part = value.toDouble(-1);
        if (!value.isDouble())
            fail(path + u'.' + QLatin1String(name), ErrorCode::WrongType);
        else if (!(part >= 0 && part <= 1))
            fail(path + u'.' + QLatin1String(name), ErrorCode::OutOfRange);
        else
            return int(std::lround(part * kPlaceParts));
        return 0;
    }

    void mustBeOurs(const std::optional<MediaId> &photo, const QString &path)
    {
        if (photo && std::find(m_photos.begin(), m_photos.end(), *photo) == m_photos.end())
            fail(path + QStringLiteral(".photo"), ErrorCode::UnknownValue);
    }

private:
    const std::vector<MediaId> &m_photos;
    std::vector<Error> &m_errors;
};

void writeWords(JsonWriter &out, const char *name, const std::vector<QString> &words)
{
    out.key(name).beginArray();
    for (const QString &word : words)
        out.value(word);
    out.endArray();
}

} // namespace

void InspectionDto::write(JsonWriter &out) const
{
    out.beginObject().key("angles").beginArray();
    for (const Angle &angle : angles)
        out.beginObject().field("angle", angle.angle).field("photo", angle.photo).endObject();
    out.endArray().key("damages").beginArray();
    for (const Damage &damage : damages) {
        out.beginObject().field("kind", damage.kind);
        if (damage.isNew) // older records have no such key: their hashes stay what they were
            out.field("new", *damage.isNew);
        out.field("note", damage.note).field("photo", damage.photo);
        out.field("view", damage.view);
        out.field("x", double(damage.x) / kPlaceParts).field("y", double(damage.y) / kPlaceParts).endObject();
    }
    out.endArray().field("keys", keys);
    writeWords(out, "obstructions", obstructions);
    writeWords(out, "papers", papers);
    out.endObject();
}

QByteArray InspectionDto::toJson() const
{
    JsonWriter out;
    write(out);
    return out.take();
}

InspectionDto InspectionDto::read(const QJsonObject &json, const std::vector<MediaId> &photos, std::vector<Error> &errors)
{
    InspectionDto dto;
    Reading reading(photos, errors);
    reading.each(json, "angles", kMaxAngles, [&](JsonReader &in, const QString &path, const QJsonObject &) {
        Angle angle{in.word("angle", inspection::angles()), in.id<MediaId>("photo").value_or(MediaId{})};
        if (in.ok())
            reading.mustBeOurs(angle.photo, path);
        dto.angles.push_back(angle);
    });
    reading.each(json, "damages", kMaxDamages, [&](JsonReader &in, const QString &path, const QJsonObject &object) {
        Damage damage;
        damage.view = in.word("view", inspection::views());
        damage.kind = in.word("kind", inspection::damageKinds());
        damage.note = in.text("note", {.max = 500, .required = false, .lines = true});
        damage.photo = in.id<MediaId>("photo", false);
        damage.isNew = in.boolean("new");
        damage.x = reading.place(object, "x", path);
        damage.y = reading.place(object, "y", path);
        reading.mustBeOurs(damage.photo, path);
        dto.damages.push_back(damage);
    });
    JsonReader in(json, QStringLiteral("inspection."));
    if (const auto keys = in.optionalInteger("keys", {.min = 0, .max = 20}))
        dto.keys = int(*keys);
    errors.insert(errors.end(), in.errors().begin(), in.errors().end());
    dto.obstructions = reading.words(json, "obstructions", inspection::obstructions());
    dto.papers = reading.words(json, "papers", inspection::papers());
    return dto;
}

} // namespace cargo::api
