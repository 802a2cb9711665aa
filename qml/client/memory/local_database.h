#pragma once

#include <QString>
#include <QVariant>

#include <functional>
#include <vector>

namespace cargo::client {

using SqlRow = std::function<QVariant(int column)>;

// One SQLite file of this device that can always be opened. Steps bring an older file forward (user_version counts them);
// a file that is broken, or from a newer app, is set aside and a fresh one made, into which the rows of `rescued` are read
// as far as they can be. One connection, on the thread that made it: one writer. Opened at the first use, so that it costs
// the first frame nothing.
class LocalDatabase
{
public:
    struct Plan
    {
        QString path;
        std::vector<std::vector<const char *>> steps; // statements of each version, oldest first; never changed later
        QStringList rescued = {};                     // tables that hold what only this device has
        bool durable = false;                         // every commit survives a loss of power, not only of the app
    };

    explicit LocalDatabase(Plan plan);
    ~LocalDatabase();
    LocalDatabase(const LocalDatabase &) = delete;
    LocalDatabase &operator=(const LocalDatabase &) = delete;

    // False when it did not work; a file found broken is set aside on the way.
    bool run(const char *sql, const QVariantList &values = {}, const std::function<void(const SqlRow &)> &each = {});
    // All or nothing. `work` answers whether to commit.
    bool together(const std::function<bool()> &work);
    // Takes the file from the disk, with its journals and what was set aside. The next use makes a fresh one.
    void wipe();
    void close();
    int setAsideCount() const { return m_setAside; } // since this object was made

private:
    bool open();
    bool openFile();
    bool migrate();
    bool isWhole(bool closedCleanly) const;
    void setAside();
    void rescue(const QString &from);

    Plan m_plan;
    QString m_connection;
    bool m_open = false;
    bool m_inside = false; // of together()
    int m_setAside = 0;
};

} // namespace cargo::client
