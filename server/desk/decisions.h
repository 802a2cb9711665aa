#pragma once

#include "server/db/database.h"

#include <QCoroTask>

namespace cargo::desk {

// What staff decided against somebody, as he may read it and appeal against it. Written in the transaction of the decision.
struct NewDecision
{
    UserId user;
    QByteArray kind;    // listing, kyc, ban, mute, conversation, dispute
    Uuid subject;       // the listing, the application, the user, the conversation, the dispute
    QByteArray outcome; // changes, block, reject, ban, mute, warn, refund, release, split
    QByteArray reasonCode;
    QByteArray rule;          // anchor in the public rules; empty where none is named
    QString text;             // what he reads
    std::optional<UserId> by; // nobody: a rule of the house
    Timestamp at;
    Timestamp appealUntil;
    std::optional<Timestamp> until{}; // how long it holds, where it ends by itself
};

// Answers its id.
QCoro::Task<Result<Uuid>> record(db::Transaction tx, NewDecision decision);

} // namespace cargo::desk
