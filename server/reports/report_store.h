#pragma once

#include "server/core/runtime.h"

#include <QCoroTask>

namespace cargo::reports {

struct NewReport
{
    QByteArray kind; // listing | user | message | filter
    Uuid subject;    // the thing
    UserId about;    // whose it is
    UserId reporter;
    QString reason;
    QString text;
    Timestamp at;
    Timestamp dueAt; // in the queue of its kind
};

struct OpenReport
{
    Uuid id;
    QByteArray kind;
    Uuid subject;
    UserId reporter;
};

// What is said of one thing, as the desk has it: the first open report stands for all.
struct ReportCase
{
    Uuid id;
    int reports = 0;
    QString title;
};

// SQL of reports.
class ReportStore
{
public:
    explicit ReportStore(Runtime &runtime) : m_db(runtime.db) {}

    static QCoro::Task<Outcome> insert(db::Transaction tx, NewReport report);
    // There is an open one.
    static QCoro::Task<Result<ReportCase>> caseOf(db::Transaction tx, QByteArray kind, Uuid subject);
    struct Message
    {
        UserId sender;
        bool masked = false; // to the two sides, today
    };
    // Of a conversation of `reader`'s. nullopt: there is none for him, or nobody wrote it.
    QCoro::Task<Result<std::optional<Message>>> message(db::Transaction tx, Uuid message, UserId reader);
    struct Page
    {
        QByteArray items; // a JSON array
        std::optional<Uuid> next;
    };
    QCoro::Task<Result<Page>> open(CallContextPtr context, QByteArray kind, std::optional<Uuid> after, int limit);
    struct Found
    {
        OpenReport report;
        UserId about;
        bool closed = false;
    };
    // Locked.
    QCoro::Task<Result<std::optional<Found>>> lock(db::Transaction tx, Uuid id);
    // Every open one of the thing; answers who reported.
    QCoro::Task<Result<std::vector<OpenReport>>> close(db::Transaction tx, OpenReport like, QString decision, QString text,
                                                       UserId by, Timestamp now);

private:
    db::Database &m_db;
};

} // namespace cargo::reports
