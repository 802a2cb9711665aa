#include "server/disputes/dispute_case.h"

#include "server/disputes/dispute_json.h"

namespace cargo::disputes {

namespace {
// A photo is what was shown when the file that stands there now has the hash that was written down then.
const db::Query kEvidence{"disputes.case_evidence", R"(
    select coalesce(json_agg(json_build_object('id', e.id, 'side', e.side, 'text', e.text, 'photos',
        (select coalesce(json_agg(json_build_object('id', p->>'id', 'sha256', p->>'sha256',
             'intact', coalesce(encode(m.sha256, 'hex') = p->>'sha256', false)) order by n), '[]')
         from json_array_elements(e.photos) with ordinality a(p, n) left join media m on m.id = (p->>'id')::uuid),
        'created_at', rfc3339(e.created_at)) order by e.id), '[]')
    from dispute_evidence e where e.dispute_id = $1)"};
const db::Query kLinkPhotos{"disputes.link_photos", R"(
    select count(*), count(*) filter (where encode(m.sha256, 'hex') is distinct from p->>'sha256')
    from deal_checkpoints c cross join json_array_elements(c.photos) p left join media m on m.id = (p->>'id')::uuid
    where c.deal_id = $1)"};
const db::Query kPerson{"disputes.person", R"(
    select json_build_object('id', u.id, 'name', u.display_name, 'role', u.role, 'status', u.status, 'kyc_tier', u.kyc_tier,
        'since', rfc3339(u.created_at), 'rating', json_build_object('sum', u.rating_sum, 'count', u.rating_count),
        'deals', (select coalesce(json_object_agg(status, n), '{}') from (select status, count(*) n from deals
                  where buyer_id = u.id or driver_id = u.id group by status) s),
        'disputes_opened', (select count(*) from disputes where opened_by = u.id),
        'disputes_about', (select count(*) from disputes p join deals d on d.id = p.deal_id
                           where u.id in (d.buyer_id, d.driver_id) and p.opened_by <> u.id))
    from users u where u.id = $1)"};
#define CARGO_PAST_CASE                                                                                                          \
    "json_build_object('id', p.id, 'deal_id', p.deal_id, 'deal_number', 'CG-' || d.number, 'opened_by', p.opened_side, "         \
    "'reason', p.reason, 'outcome', p.outcome, 'refund_share', case when p.refund_minor is null then null "                      \
    "else round(p.refund_minor::numeric / d.amount_minor, 4)::float8 end, 'reason_code', p.reason_code, "                        \
    "'closed_at', rfc3339(p.closed_at))"
const db::Query kSimilar{"disputes.similar", "select coalesce(json_agg(line), '[]') from (select " CARGO_PAST_CASE " as line "
                                             "from disputes p join deals d on d.id = p.deal_id where p.status = 'resolved' "
                                             "and p.reason = $1 and p.deal_id <> $2 order by p.closed_at desc limit 5) s"};
const db::Query kOutcomes{"disputes.outcomes", R"(
    select coalesce(json_object_agg(outcome, n), '{}') from (
        select outcome, count(*) n from (select outcome from disputes where status = 'resolved' and reason = $1
            order by closed_at desc limit 200) last group by outcome) s)"};
const db::Query kEarlier{"disputes.earlier", "select coalesce(json_agg(line), '[]') from (select " CARGO_PAST_CASE " as line "
                                             "from disputes p join deals d on d.id = p.deal_id where p.status = 'resolved' "
                                             "and p.deal_id <> $3 and (d.buyer_id in ($1, $2) or d.driver_id in ($1, $2)) "
                                             "order by p.closed_at desc limit 10) s"};
const db::Query kProposal{"disputes.proposal", "select id from proposals where kind = 'dispute' and subject = $1::text "
                                               "and status = 'open'"};
constexpr int kTimelineLines = 500;

void writeClocks(api::JsonWriter &out, const deals::Deal &deal)
{
    // Ours stand still; the provider's goes on.
    out.key("clocks").beginObject().field("disputed_at", deal.disputedAt).field("evidence_due_at", deal.evidenceDueAt);
    out.key("stopped_in");
    if (deal.statusBeforeDispute)
        out.value(word(*deal.statusBeforeDispute));
    else
        out.null();
    out.field("stopped_left_ms", deal.clockLeftMs).field("hold_expires_at", deal.holdExpiresAt).endObject();
}
} // namespace

QCoro::Task<Result<QByteArray>> DisputeCase::disputesJson(CallContextPtr context, deals::DealPtr deal,
                                                          std::vector<Dispute> disputes)
{
    api::JsonWriter out;
    out.beginArray();
    for (const Dispute &dispute : disputes) {
        const auto evidence = co_await m_db.query(context, kEvidence, dispute.id);
        CARGO_CO_TRY(evidence);
        out.beginObject();
        writeDispute(out, dispute, deal->amount.currency, context->locale == Locale::En);
        out.key("evidence").raw(evidence->bytes(0, 0)).endObject();
    }
    out.endArray();
    co_return out.take();
}

QCoro::Task<Result<QByteArray>> DisputeCase::show(CallContextPtr context, Uuid id)
{
    const auto dealId = co_await m_store.dealOf(context, id);
    CARGO_CO_TRY(dealId);
    if (!dealId->has_value())
        co_return ErrorCode::NotFound;
    const auto disputes = co_await m_store.ofDeal(context, **dealId);
    CARGO_CO_TRY(disputes);
    if (disputes->empty())
        co_return ErrorCode::NotFound;
    const Dispute &newest = disputes->front();
    const auto visible = co_await m_deals.visible(context, **dealId);
    CARGO_CO_TRY(visible);
    const deals::DealPtr deal = *visible;
    const auto said = co_await disputesJson(context, deal, *disputes);
    CARGO_CO_TRY(said);
    const auto chain = co_await m_deals.chainState(context, deal->id);
    CARGO_CO_TRY(chain);
    const auto photos = co_await m_db.query(context, kLinkPhotos, deal->id);
    CARGO_CO_TRY(photos);
    const auto timeline = co_await m_deals.timelineOf(context, deal->id, kTimelineLines);
    CARGO_CO_TRY(timeline);
    const auto buyer = co_await m_db.query(context, kPerson, deal->buyerId);
    CARGO_CO_TRY(buyer);
    const auto driver = co_await m_db.query(context, kPerson, deal->driverId);
    CARGO_CO_TRY(driver);
    const auto similar = co_await m_db.query(context, kSimilar, newest.reason, deal->id);
    CARGO_CO_TRY(similar);
    const auto outcomes = co_await m_db.query(context, kOutcomes, newest.reason);
    CARGO_CO_TRY(outcomes);
    const auto earlier = co_await m_db.query(context, kEarlier, deal->buyerId, deal->driverId, deal->id);
    CARGO_CO_TRY(earlier);
    const auto proposal = co_await m_db.query(context, kProposal, newest.id.toText());
    CARGO_CO_TRY(proposal);

    api::JsonWriter out(16 * 1024);
    out.beginObject().field("id", newest.id);
    out.key("deal").raw(deal->jsonFor(DealActor::Staff, m_deals.now())).key("disputes").raw(*said);
    out.key("timeline").beginArray();
    for (const api::DealEventDto &event : *timeline)
        event.write(out);
    out.endArray();
    out.key("chain").beginObject().field("links", qint64(chain->links)).field("intact", qint64(chain->intact));
    out.field("photos", photos->int64(0, 0)).field("photos_changed", photos->int64(0, 1)).endObject();
    writeClocks(out, *deal);
    out.key("buyer").raw(buyer->bytes(0, 0)).key("driver").raw(driver->bytes(0, 0));
    out.key("similar").beginObject().key("outcomes").raw(outcomes->bytes(0, 0));
    out.key("items").raw(similar->bytes(0, 0)).endObject().key("earlier").raw(earlier->bytes(0, 0));
    out.field("proposal_id", proposal->empty() ? std::optional<Uuid>() : std::optional<Uuid>(proposal->uuid(0, 0)));
    out.endObject();
    co_return out.take();
}

} // namespace cargo::disputes
