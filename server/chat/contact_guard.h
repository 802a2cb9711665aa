#pragma once

#include "server/chat/chat_store.h"

#include <QString>

#include <vector>

namespace cargo::chat {

// What the contact filter says of a message, in the words of chat.
struct ContactVerdict
{
    bool found = false;
    QString redacted;              // the text itself when nothing was found
    std::vector<QByteArray> kinds; // "phone", "email" …
    int attempts = 0;              // contacts in it; an obfuscated one counts twice

    QByteArray flags() const; // {"contact_attempts": n, "kinds": […]}
};

// False for texts that can be no part of a contact whatever was written before: they need no look at older messages.
bool mayBePartOfContact(const QString &text);
// `before`: what the same sender wrote here last, ascending.
ContactVerdict judge(const QString &text, const std::vector<ContextMessage> &before);

} // namespace cargo::chat
