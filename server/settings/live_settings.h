#pragma once

#include "server/bus/bus.h"
#include "server/config/settings.h"
#include "server/db/rows.h"

#include <QObject>

#include <map>
#include <optional>

namespace cargo::settings {

// A change that was committed.
struct Change
{
    qint64 id = 0; // of one setting: the larger is the later
    QByteArray name;
    std::optional<QString> value; // nothing: the operator's again

    QByteArray toJson() const;
    static std::optional<Change> fromJson(const QByteArray &payload);
    static Change fromRow(const db::Rows &rows, int row); // of kLatestChanges
};
inline constexpr char kLatestChanges[] = "select distinct on (name) id, name, value from setting_changes order by name, id desc";
inline constexpr char kChangedTopic[] = "settings.changed";

// Keeps one thread's settings up to date: its copy begins as the operator's, takes what stands in the database, and then every
// change as it is committed, between two events of the thread. So nobody locks, and code reads plain fields.
class LiveSettings
{
public:
    // `target` belongs to the thread of `home`, as does this. `operators` stays as it is. Both outlive it.
    LiveSettings(Bus &bus, const config::Settings &operators, config::Settings &target, QObject *home);
    ~LiveSettings();
    LiveSettings(const LiveSettings &) = delete;
    LiveSettings &operator=(const LiveSettings &) = delete;

    // Before the thread works. Blocking.
    Outcome load(const QByteArray &databaseUrl);

private:
    void apply(const Change &change);

    Bus &m_bus;
    const config::Settings &m_operators;
    config::Settings &m_target;
    std::map<QByteArray, qint64> m_seen;
    quint64 m_subscription = 0;
};

} // namespace cargo::settings
