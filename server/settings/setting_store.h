#pragma once

#include "server/db/json_page.h"
#include "server/core/runtime.h"
#include "server/settings/live_settings.h"

#include <map>
#include <optional>

namespace cargo::settings {

struct NewChange
{
    QByteArray name;
    std::optional<QString> value;
    QString previous;
    QString reason;
    UserId by;
    std::optional<UserId> approvedBy;
    Timestamp at;
};

// What stands in the console about one setting.
struct Stored
{
    std::optional<QString> value; // nothing: the operator's
    QByteArray history = "[]";    // JSON, newest first
};

class SettingStore
{
public:
    explicit SettingStore(Runtime &runtime) : m_db(runtime.db) {}

    // One change of a setting at a time, until the transaction ends.
    QCoro::Task<Outcome> lock(db::Transaction tx, QByteArray name);
    QCoro::Task<Result<std::optional<QString>>> value(db::Transaction tx, QByteArray name);
    QCoro::Task<Result<qint64>> insert(db::Transaction tx, NewChange change); // its id
    // Of all names that were ever changed, with the last `lines` of their history.
    QCoro::Task<Result<std::map<QByteArray, Stored>>> all(CallContextPtr context, int lines);
    // The last change of every setting that was ever changed.
    QCoro::Task<Result<std::vector<Change>>> latest(CallContextPtr context);
    using Page = db::JsonPage<qint64>;
    QCoro::Task<Result<Page>> history(CallContextPtr context, QByteArray name, std::optional<qint64> before, int limit);
    struct Sample
    {
        qint64 amountMinor = 0;
        QByteArray currency;
    };
    // The newest deals, for looking at what another commission would have brought.
    QCoro::Task<Result<std::vector<Sample>>> lastDeals(CallContextPtr context, int count);

private:
    db::Database &m_db;
};

} // namespace cargo::settings
