#pragma once

#include "server/demo/demo_market.h"

namespace cargo::demo {

// Deals in every state, each brought there step by step as people would.
class DemoDeals
{
public:
    explicit DemoDeals(Market &market) : m_market(market) {}

    // The last thing that a run makes is the last buyer's deal.
    Result<bool> isEverythingThere();
    Outcome makeAll();

private:
    enum class Goal : quint8;
    struct Run
    {
        QString id;
        const Offer *offer = nullptr;
        QByteArray buyer, driver, key;
    };

    Outcome bring(Run *run, Goal goal, size_t number);
    Result<QJsonObject> order(const Run &run, const QByteArray &who, const char *step, const QJsonObject &body = {});
    // Background work moves the deal on from a status: waits for that. A run that goes on after a kill finds it further still.
    Outcome waitWhile(const Run &run, const char *status);
    Outcome travel(const Run &run, size_t number);
    Outcome checkpoint(const Run &run, const char *kind, const char *place, int odometer, int photo);
    Outcome review(const Run &run, const QByteArray &who, int rating, const char *words, const char *side);
    Outcome dispute(const Run &run, Goal goal);
    // Who lost a dispute does not leave it at that.
    Outcome appeal(const Run &run, const QByteArray &who);

    static const std::vector<Goal> &goals();

    Market &m_market;
    QByteArray m_staffToken;
};

} // namespace cargo::demo
