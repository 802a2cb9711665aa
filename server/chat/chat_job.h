#pragma once

#include "server/chat/chat_store.h"
#include "server/core/runtime.h"
#include "server/jobs/registry.h"

namespace cargo::chat {

// What deals mean for their conversation: a line in it at every step, and open contacts after a release. Told by the
// outbox, at least once; twice changes nothing.
class ChatJob
{
public:
    explicit ChatJob(Runtime &runtime) : m_runtime(runtime), m_store(runtime.db) {}
    void registerOn(jobs::Registry &registry);

    // "deal.released" {"deal_id","conversation_id"}
    QCoro::Task<Outcome> openContacts(CallContextPtr context, jobs::StoredEvent event);
    // "deal.changed" {"deal_id","conversation_id","event","status","event_id"}
    // A moderator found that a masked message holds no contact.
    QCoro::Task<Outcome> showAgain(CallContextPtr context, jobs::StoredEvent event);
    QCoro::Task<Outcome> appendDealEvent(CallContextPtr context, jobs::StoredEvent event);
    // A contact was read in a photo (media/text_events.h).
    QCoro::Task<Outcome> hidePhoto(CallContextPtr context, jobs::StoredEvent event);

private:
    Runtime &m_runtime;
    ChatStore m_store;
};

} // namespace cargo::chat
