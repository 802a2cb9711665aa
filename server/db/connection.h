#pragma once

#include "server/db/pending_list.h"

#include <QObject>
#include <QSocketNotifier>

#include <deque>
#include <span>
#include <vector>

struct pg_conn;
struct pg_result;

namespace cargo::db {

// One connection to PostgreSQL, opened without blocking and always in libpq's pipeline mode, so that preparing a
// statement (or BEGIN) and running it cost one round trip. Statements are prepared by name on first use. It never resumes
// a coroutine itself: finished statements go to Core. While a transaction holds it, it serves nobody else.
class Connection final : public QObject
{
public:
    explicit Connection(Lane *lane);
    ~Connection() override;

    enum class State { Closed, Connecting, Open };
    State state() const { return m_state; }
    bool isOpen() const { return m_state == State::Open; }
    bool takesWork() const { return isOpen() && !m_cancelling && !m_recycle; }
    // Ready for a statement or a transaction of somebody new.
    bool isFree() const { return takesWork() && !m_leased && m_slots.empty(); }
    // Statements on their way; the read lane keeps it bounded.
    int load() const { return int(m_slots.size()); }
    bool isBusy() const { return m_leased || !m_slots.empty(); }

    void open();
    // Sends these statements; one Sync at the end, made by finishBatch().
    void send(PendingQuery *query);
    void finishBatch();
    // One statement for all of them, with its Sync.
    void sendGroup(std::span<PendingQuery *const> members);
    bool carriesGroupSince(qint64 sinceMs) const { return m_carriesGroup && m_groupSentAtMs >= sinceMs; }

    // Transactions
    void lease();
    bool isUsable() const { return isOpen() && !m_leaseLost; }
    bool hasBegun() const { return m_begun; }
    void submitPinned(PendingQuery *query);
    void endLease(bool rollback);

    // A statement of ours leaves: its answer will be thrown away.
    void abandon(PendingQuery *query);
    bool runsFirst(const PendingQuery *query) const;
    void requestCancel();
    void cancelSent();
    void forgetPinned(PendingQuery *query);

    void sweep(qint64 nowMs);
    void close(const char *why);
    pg_conn *handle() const { return m_pg; }

private:
    struct Slot
    {
        enum class Kind : quint8 { Begin, Prepare, Execute, End, Sync };
        Kind kind;
        bool answered = false;
        PendingQuery *query = nullptr; // null: nobody waits for it any more, or the group does
        const Query *statement = nullptr;
    };

    void pollConnect();
    void connectFailed(const char *why);
    void watch(bool read, bool write);
    void onReadable();
    void flush();
    void readAnswers();
    void run(std::span<PendingQuery *const> calls);
    void takeAnswer(Slot &slot, pg_result *result);
    void takeGroupAnswer(const pg_result *result);
    void takeError(Slot &slot, const pg_result *result);
    void finishSlot(const Slot &slot);
    void awaitSync();
    void onSync();
    void sendNextPinned();
    void sendEnd();
    void settle(PendingQuery *query);
    bool inGroup() const { return m_group.size() > 1; }
    void runGroupAlone();
    bool isPrepared(const Query *query) const;
    void setPrepared(const Query *query, bool prepared);

    Lane *m_lane;
    pg_conn *m_pg = nullptr;
    State m_state = State::Closed;
    QSocketNotifier m_readable;
    QSocketNotifier m_writable;
    int m_pollState = 0;
    qint64 m_connectDeadlineMs = 0;
    qint64 m_sentAtMs = 0;
    std::deque<Slot> m_slots;
    std::vector<PendingQuery *> m_unsynced; // answered, waiting for the Sync that commits them
    PendingList m_waiting;                  // of the transaction that holds us
    std::vector<bool> m_prepared;           // by Query::number()
    std::vector<PendingQuery *> m_group;    // whom its one statement is for, in their places; null: waits no more
    qint64 m_groupSentAtMs = 0;             // steady clock
    bool m_carriesGroup = false;            // of one, too
    bool m_groupUndone = false;             // its statement failed
    bool m_leased = false;
    bool m_leaseLost = false;
    bool m_begun = false;
    bool m_endWanted = false;
    bool m_cancelling = false;
    bool m_recycle = false;
};

} // namespace cargo::db
