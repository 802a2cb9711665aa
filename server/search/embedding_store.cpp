#include "server/search/embedding_store.h"

#include "server/providers/embeddings/text_to_send.h"
#include "shared/api/json_writer.h"

#include <QCryptographicHash>

namespace cargo::search {

namespace {
constexpr qsizetype kTextMost = 1'500; // characters: some hundred tokens, and what comes after them changes little

const db::Query kBeginTurns{"embeddings.begin_turns", R"(
    insert into embedding_turns (model, dimensions, worker, taken_until, looked_at, seen_at, seen_id)
    values ($1, $2::int, null, '-infinity', $3, '-infinity', '00000000-0000-0000-0000-000000000000')
    on conflict (model, dimensions) do nothing)"};
const db::Query kTakeTurn{"embeddings.take_turn", R"(
    update embedding_turns set worker = $3::uuid, taken_until = $5::timestamptz, looked_at = $4::timestamptz
    where model = $1 and dimensions = $2::int
        and (worker is null or worker = $3::uuid or taken_until <= $4::timestamptz or $6::boolean)
    returning seen_at, seen_id)"};
const db::Query kRenewTurn{"embeddings.renew_turn", R"(
    update embedding_turns set taken_until = $5::timestamptz, looked_at = $4::timestamptz
    where model = $1 and dimensions = $2::int and worker = $3::uuid)"};
const db::Query kGiveTurnBack{"embeddings.give_turn_back", R"(
    update embedding_turns set worker = null where model = $1 and dimensions = $2::int and worker = $3::uuid)"};
const db::Query kNoteSeen{"embeddings.note_seen", R"(
    update embedding_turns set taken_until = $5::timestamptz, looked_at = $4::timestamptz,
        seen_at = least($6::timestamptz, $8::timestamptz),
        seen_id = case when $6::timestamptz < $8::timestamptz then $7::uuid else '00000000-0000-0000-0000-000000000000' end
    where model = $1 and dimensions = $2::int and worker = $3::uuid)"};
const db::Query kAfter{"embeddings.after", R"(
    select l.id, l.updated_at, l.brand, l.model, l.year, l.body_type, l.fuel, l.transmission, l.drive, l.color, l.description,
        e.text_hash
    from listings l left join listing_embeddings e on e.listing_id = l.id and e.model = $1 and e.dimensions = $2::int
    where l.status = 'published' and (l.updated_at, l.id) > ($3::timestamptz, $4::uuid)
    order by l.updated_at, l.id limit $5::int)"};
// Newer than its listing and its driver, whatever the clocks of the servers say: indexes find by this that it came.
const db::Query kKeep{"embeddings.keep", R"(
    insert into listing_embeddings as old (listing_id, model, dimensions, text_hash, embedding, made_at)
    select l.id, $1, $2::int, x.hash, x.embedding::vector,
        greatest($3::timestamptz, l.updated_at + interval '1 millisecond', u.updated_at + interval '1 millisecond')
    from json_to_recordset($4::json) as x(id uuid, hash text, embedding text)
    join listings l on l.id = x.id join users u on u.id = l.driver_id
    on conflict (listing_id, model, dimensions) do update set text_hash = excluded.text_hash, embedding = excluded.embedding,
        made_at = greatest(excluded.made_at, old.made_at + interval '1 millisecond'))"};
const db::Query kWaiting{"embeddings.waiting", R"(
    select count(*) from listings l where l.status = 'published' and not exists (
        select from listing_embeddings e where e.listing_id = l.id and e.model = $1 and e.dimensions = $2::int))"};
const db::Query kForget{"embeddings.forget", R"(
    delete from listing_embeddings e where (e.model, e.dimensions) <> ($1, $2::int) and not exists (
        select from embedding_turns t
        where t.model = e.model and t.dimensions = e.dimensions and t.looked_at >= $3::timestamptz))"};
const db::Query kForgetTurns{"embeddings.forget_turns", R"(
    delete from embedding_turns where (model, dimensions) <> ($1, $2::int) and looked_at < $3::timestamptz)"};

Error turnLost() { return {ErrorCode::StateConflict, {}, QStringLiteral("another server has the turn")}; }

// What the endpoint is told of a car: nothing of its driver.
QString textOf(const db::Rows &rows, int row)
{
    QStringList facts;
    for (int column = 2; column <= 9; ++column) {
        if (const QString fact = rows.text(row, column); !fact.isEmpty())
            facts.append(fact);
    }
    const QString description = rows.text(row, 10);
    return embeddings::textToSend(facts.join(u' ') + u". " + description, kTextMost);
}

QByteArray hashOf(const QString &text)
{
    return QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256).first(16).toHex();
}

// As pgvector reads it: [0.1,0.2]
QByteArray textOf(const embeddings::Vector &vector)
{
    QByteArray text("[");
    for (const float number : vector) {
        if (text.size() > 1)
            text += ',';
        text += QByteArray::number(double(number), 'g', 6);
    }
    return text + ']';
}
} // namespace

std::optional<embeddings::Model> embeddingModelOf(const config::Settings &settings)
{
    if (settings.embeddingsUrl.isEmpty() || settings.search != "embedded" || settings.searchMeaning == "off")
        return std::nullopt;
    return embeddings::Model{settings.embeddingsModel, settings.embeddingsDimensions};
}

QCoro::Task<Result<std::optional<EmbeddingStore::Place>>> EmbeddingStore::takeTurn(CallContextPtr context, Timestamp now,
                                                                                   Timestamp until, bool byForce)
{
    if (!m_isBegun) {
        CARGO_CO_TRY(co_await m_db.write(context, kBeginTurns, m_model.name, m_model.dimensions, now));
        m_isBegun = true;
    }
    const auto rows = co_await m_db.write(context, kTakeTurn, m_model.name, m_model.dimensions, m_worker, now, until, byForce);
    CARGO_CO_TRY(rows);
    std::optional<Place> place;
    m_isBegun = !rows->empty(); // another's turn, or nobody's because it was forgotten: to be looked at
    if (m_isBegun)
        place = Place{rows->bytes(0, 0), rows->uuid(0, 1)};
    co_return place;
}

QCoro::Task<Outcome> EmbeddingStore::giveTurnBack(CallContextPtr context)
{
    const auto rows = co_await m_db.write(context, kGiveTurnBack, m_model.name, m_model.dimensions, m_worker);
    CARGO_CO_TRY(rows);
    co_return ok();
}

QCoro::Task<Outcome> EmbeddingStore::noteSeen(CallContextPtr context, Place place, Timestamp openFrom, Timestamp now,
                                              Timestamp until)
{
    const auto rows = co_await m_db.write(context, kNoteSeen, m_model.name, m_model.dimensions, m_worker, now, until, place.at,
                                          place.id, openFrom);
    CARGO_CO_TRY(rows);
    co_return rows->affected() == 1 ? ok() : Outcome(turnLost());
}

QCoro::Task<Result<std::vector<EmbeddingStore::Listing>>> EmbeddingStore::after(CallContextPtr context, Place place, int limit)
{
    const auto rows = co_await m_db.query(context, kAfter, m_model.name, m_model.dimensions, place.at, place.id, limit);
    CARGO_CO_TRY(rows);
    std::vector<Listing> list;
    for (int row = 0; row < rows->count(); ++row) {
        Listing listing{rows->id<ListingId>(row, 0), {rows->bytes(row, 1), rows->uuid(row, 0)}, textOf(*rows, row), {}, false};
        listing.hash = hashOf(listing.text);
        listing.isDone = listing.hash == rows->bytes(row, 11);
        list.push_back(std::move(listing));
    }
    co_return list;
}

QCoro::Task<Outcome> EmbeddingStore::keep(CallContextPtr context, std::vector<Made> list, Timestamp now, Timestamp until)
{
    api::JsonWriter out(size_t(64) + list.size() * (size_t(m_model.dimensions) * 12 + 128));
    out.beginArray();
    for (const Made &made : list) {
        out.beginObject().field("id", made.id).field("hash", made.hash);
        if (!made.vector.empty())
            out.field("embedding", textOf(made.vector));
        out.endObject();
    }
    const QByteArray json = out.endArray().take();
    const auto tx = co_await m_db.begin(context);
    CARGO_CO_TRY(tx);
    const auto renewed = co_await tx->run(kRenewTurn, m_model.name, m_model.dimensions, m_worker, now, until);
    CARGO_CO_TRY(renewed);
    if (renewed->affected() != 1)
        co_return turnLost();
    CARGO_CO_TRY(co_await tx->run(kKeep, m_model.name, m_model.dimensions, now, json));
    co_return co_await tx->commit();
}

QCoro::Task<Result<qint64>> EmbeddingStore::waiting(CallContextPtr context)
{
    const auto rows = co_await m_db.query(context, kWaiting, m_model.name, m_model.dimensions);
    CARGO_CO_TRY(rows);
    co_return rows->int64(0, 0);
}

QCoro::Task<Outcome> EmbeddingStore::forgetOthers(CallContextPtr context, Timestamp lookedBefore)
{
    const auto tx = co_await m_db.begin(context);
    CARGO_CO_TRY(tx);
    CARGO_CO_TRY(co_await tx->run(kForget, m_model.name, m_model.dimensions, lookedBefore));
    CARGO_CO_TRY(co_await tx->run(kForgetTurns, m_model.name, m_model.dimensions, lookedBefore));
    co_return co_await tx->commit();
}

} // namespace cargo::search
