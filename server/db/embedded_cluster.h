#pragma once

#include "shared/domain/result.h"

#include <QObject>
#include <QProcess>
#include <QString>

#include <memory>

class QLockFile;

namespace cargo::db {

// A private PostgreSQL of this server: created on first start below the data directory, reached only through a Unix socket
// in a folder that nobody else may enter, stopped cleanly with the server. Root may not run PostgreSQL, so the processes
// then belong to `postgres` (or `nobody`). fsync stays on: what was committed survives any kill.
//
// A kill -9 of the server makes the kernel ask the postmaster for a fast shutdown. One that lives on is found at the next
// start by postmaster.pid, asked to stop in an orderly way and started anew, so that settings and parentage are ours
// again. A postmaster that dies while we live (out of memory, say) is started again by the event loop of the thread that
// called start(). A lock file in the data directory keeps two servers from taking the cluster from each other.
class EmbeddedCluster
{
public:
    struct Options
    {
        QString dataDir; // the server's; the cluster lives in <dataDir>/pg
        int maxConnections = 100;
        bool fsync = true; // tests of speed-insensitive things may switch it off
    };
    explicit EmbeddedCluster(Options options);
    ~EmbeddedCluster();
    EmbeddedCluster(const EmbeddedCluster &) = delete;
    EmbeddedCluster &operator=(const EmbeddedCluster &) = delete;

    // Creates when needed, starts, waits until it takes connections. Errors say what to do: no binaries, a cluster of
    // another major version, a full disk, a folder that may not be used. Blocking; call it before the event loops run.
    Outcome start();
    // True when a server that runs at this moment has this cluster open: url() then leads to it and stop() leaves it alone.
    bool attach();
    // Fast shutdown (SIGINT): running transactions roll back, everything committed is flushed. Waits.
    void stop();

    // For libpq: database "cargo" over the socket.
    QByteArray url() const;
    QString folder() const { return m_folder; }
    qint64 postmasterPid() const { return m_process ? m_process->processId() : 0; }

    // /usr/lib/postgresql/<newest>/bin, or the folder of `postgres` in PATH; empty when there is none.
    static QString findBinaries();

private:
    struct Owner
    {
        quint32 uid = 0;
        quint32 gid = 0;
        bool drop = false; // we are root: processes run as uid and gid
        QByteArray home;
    };
    Outcome chooseOwner();
    void chooseFolder();
    Outcome prepareFolder() const;
    Outcome prepareSocketFolder() const;
    bool ownsSocketFolder() const;
    Outcome initialise();
    Outcome writeConfiguration() const;
    Outcome stopStale();
    Outcome waitUntilReady();
    Outcome createDatabase();
    Outcome launch();
    Outcome launchPatiently();
    void supervise();
    void revive();
    std::unique_ptr<QProcess> newProcess() const;
    QByteArray logTail() const;

    Options m_options;
    Owner m_owner;
    QString m_binaries;
    QString m_folder;
    QString m_socketFolder;
    std::unique_ptr<QLockFile> m_lock;
    std::unique_ptr<QProcess> m_process;
    QObject m_supervisor; // what waits to revive dies with it
};

} // namespace cargo::db
