#include "server/chat/contact_guard.h"

#include "shared/domain/contact_filter/contact_filter.h"

namespace cargo::chat {

QByteArray ContactVerdict::flags() const
{
    api::JsonWriter out(96);
    out.beginObject().field("contact_attempts", attempts);
    out.key("kinds").beginArray();
    for (const QByteArray &kind : kinds)
        out.value(kind);
    out.endArray().endObject();
    return out.take();
}

bool mayBePartOfContact(const QString &text) { return contact_filter::mayBePartOfContact(text); }

ContactVerdict judge(const QString &text, const std::vector<ContextMessage> &before)
{
    contact_filter::Input input;
    input.text = text;
    for (const ContextMessage &message : before)
        input.recent.push_back(message.text);
    const contact_filter::Verdict found = contact_filter::inspect(input);
    ContactVerdict verdict;
    verdict.found = found.found();
    verdict.redacted = found.found() ? found.masked : text;
    for (const contact_filter::Kind kind : found.kinds)
        verdict.kinds.emplace_back(contact_filter::word(kind));
    verdict.attempts = found.contactAttempts;
    return verdict;
}

} // namespace cargo::chat
