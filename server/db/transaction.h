#pragma once

#include "server/db/core.h"

#include <QPointer>

#include <functional>
#include <vector>

namespace cargo::db {

// What the copies of a Transaction share. Its end without commit() rolls back and gives the connection back afterwards.
struct Transaction::State
{
    State(Core *ownCore, Lane *ownLane, Connection *ownConnection, CallContextPtr ownContext)
        : core(ownCore), lane(ownLane), connection(ownConnection), context(std::move(ownContext))
    {
    }
    ~State() { end(true); }
    State(const State &) = delete;
    State &operator=(const State &) = delete;

    bool isOpen() const { return open && core; }
    void end(bool rollback);

    QPointer<Core> core;
    Lane *lane;
    Connection *connection;
    CallContextPtr context;
    bool open = true;
    std::vector<std::function<void()>> afterCommit;
};

} // namespace cargo::db
