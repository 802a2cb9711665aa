#pragma once

#include "server/config/settings.h"
#include "server/core/call_context.h"

#include <QByteArrayView>

#include <span>

namespace cargo::desk {

// Where something waits for staff: its name, who may work on it, and how soon it should be decided.
struct Queue
{
    const char *name;
    Permission owners; // any one of them
    qint64 config::Settings::*withinMs;
};

std::span<const Queue> queues();
// Null: there is none of that name.
const Queue *findQueue(QByteArrayView name);
// When what has entered the queue at `at` should be decided. The queue is one of queues().
Timestamp dueAt(const config::Settings &settings, QByteArrayView queue, Timestamp at);

} // namespace cargo::desk
