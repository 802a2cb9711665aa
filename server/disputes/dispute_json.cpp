#include "server/disputes/dispute_json.h"

namespace cargo::disputes {

void writeDispute(api::JsonWriter &out, const Dispute &dispute, Currency currency, bool english)
{
    out.field("id", dispute.id).field("deal_id", dispute.deal).field("ticket_id", dispute.ticket);
    out.field("opened_by", word(dispute.side)).field("reason", dispute.reason).field("text", dispute.text);
    out.field("status", dispute.status).field("evidence_due_at", dispute.evidenceDueAt).field("outcome", dispute.outcome);
    out.key("refund");
    if (dispute.refundMinor)
        out.value(Money{*dispute.refundMinor, currency});
    else
        out.null();
    const bool other = english && dispute.resolutionTextEn;
    out.field("reason_code", dispute.reasonCode);
    out.field("resolution", other ? dispute.resolutionTextEn : dispute.resolutionText);
    out.field("created_at", dispute.createdAt).field("closed_at", dispute.closedAt);
}

} // namespace cargo::disputes
