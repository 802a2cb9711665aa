#pragma once

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>
#include <QMutex>
#include <QThread>
#include <QUrlQuery>

#include <atomic>

namespace cargo::test {

// What the doubles of search engines have in common: an HTTP server in a thread of its own, and faults that a test asks for.
class EngineDouble : public QThread
{
public:
    ~EngineDouble() override;

    QByteArray url() const { return "http://127.0.0.1:" + QByteArray::number(m_port); }
    int calls() const { return m_calls; }
    // What it refused because no such engine would take it; empty when all was well.
    QByteArrayList refusals() const;
    // Every call is answered so; 0: as it should be.
    void breakWith(int status) { m_broken = status; }
    void slowDown(int ms) { m_slowMs = ms; }
    // Answers end in the middle of their JSON.
    void cutAnswers(bool cut) { m_cut = cut; }

protected:
    struct Call
    {
        QByteArray verb;
        QByteArrayList path; // its parts
        QUrlQuery query;
        QByteArray authorization;
        QByteArray type;
        QByteArray body;
    };
    struct Reply
    {
        int status = 200;
        QJsonObject body;
    };
    // In the double's thread, one at a time, with the lock held.
    virtual Reply handle(const Call &call) = 0;
    virtual Reply broken(int status) const = 0;
    void listen(); // at the end of a constructor
    void end();    // at the begin of a destructor
    void noteRefusal(const QByteArray &what) { m_refusals.append(what); }

    mutable QMutex m_mutex;

private:
    void run() override;

    std::atomic<quint16> m_port{0};
    std::atomic<int> m_calls{0};
    std::atomic<int> m_broken{0};
    std::atomic<int> m_slowMs{0};
    std::atomic<bool> m_cut{false};
    QByteArrayList m_refusals;
};

// Rules about a JSON object, as tables of our own: names that are known with their types. The first fault, or nothing.
struct FieldRule
{
    const char *name;
    const char *types; // of: o(bject) a(rray) s(tring) n(umber) b(oolean) 0 (null)
};
QByteArray faultIn(const QJsonObject &object, const std::vector<FieldRule> &rules);

// Words of a text as both doubles cut them.
QStringList tokensOf(const QString &text);
// Orders by values of JSON: numbers before texts, a missing one last. Below 0: a first.
int compareValues(const QJsonValue &a, const QJsonValue &b);

} // namespace cargo::test
