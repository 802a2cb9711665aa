#include "server/settings/live_settings.h"

#include "server/core/log.h"
#include "server/db/blocking.h"
#include "server/settings/changeable.h"
#include "shared/api/json_reader.h"
#include "shared/api/json_writer.h"

namespace cargo::settings {

QByteArray Change::toJson() const
{
    api::JsonWriter out;
    out.beginObject().field("id", id).field("name", name).field("value", value).endObject();
    return out.take();
}

Change Change::fromRow(const db::Rows &rows, int row)
{
    return {rows.int64(row, 0), rows.bytes(row, 1),
            rows.isNull(row, 2) ? std::nullopt : std::optional<QString>(rows.text(row, 2))};
}

std::optional<Change> Change::fromJson(const QByteArray &payload)
{
    const auto object = api::parseObject(payload);
    if (!object)
        return std::nullopt;
    Change change;
    change.id = object->value(QLatin1String("id")).toInteger();
    change.name = object->value(QLatin1String("name")).toString().toLatin1();
    if (const QJsonValue value = object->value(QLatin1String("value")); value.isString())
        change.value = value.toString();
    return change;
}

LiveSettings::LiveSettings(Bus &bus, const config::Settings &operators, config::Settings &target, QObject *home)
    : m_bus(bus), m_operators(operators), m_target(target)
{
    m_subscription = m_bus.subscribe(kChangedTopic, [this, home](const QByteArray &payload) {
        const auto change = Change::fromJson(payload);
        if (change)
            QMetaObject::invokeMethod(
                home, [this, change = *change] { apply(change); }, Qt::QueuedConnection);
    });
}

LiveSettings::~LiveSettings() { m_bus.unsubscribe(m_subscription); }

Outcome LiveSettings::load(const QByteArray &databaseUrl)
{
    auto connection = db::BlockingConnection::open(databaseUrl);
    CARGO_TRY(connection);
    const auto rows = connection->execute(kLatestChanges);
    CARGO_TRY(rows);
    for (int row = 0; row < rows->count(); ++row)
        apply(Change::fromRow(*rows, row));
    return ok();
}

void LiveSettings::apply(const Change &change)
{
    qint64 &seen = m_seen[change.name];
    const config::SettingRow *row = findSetting(change.name);
    if (change.id <= seen || !row || !findChangeable(change.name))
        return;
    seen = change.id;
    if (const auto taken = row->read(m_target, change.value.value_or(row->print(m_operators))); !taken)
        log::warning("settings.not_taken", {{"name", change.name}, {"detail", taken.error().detail}});
}

} // namespace cargo::settings
