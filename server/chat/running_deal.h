#pragma once

// SQL: whether a deal of this conversation is under way. It keeps the chat open for two who have blocked one another.
#define CARGO_RUNNING_DEAL(conversation)                                                                                         \
    "exists (select from deals d where d.conversation_id = " conversation                                                        \
    " and d.status in ('created', 'funded', 'in_transit', 'delivered', 'disputed'))"
