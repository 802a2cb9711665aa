#pragma once

#include "server/core/runtime.h"
#include "server/providers/embeddings/embeddings.h"
#include "shared/domain/ids.h"

#include <optional>
#include <vector>

namespace cargo::search {

// By which embeddings listings and queries are compared; none: what words mean is learnt here, or is not asked at all.
std::optional<embeddings::Model> embeddingModelOf(const config::Settings &settings);

// What listings mean, in tables that only a database with pgvector has (migrations/optional/embeddings.sql).
class EmbeddingStore
{
public:
    EmbeddingStore(db::Database &db, embeddings::Model model, Uuid worker) : m_db(db), m_model(std::move(model)), m_worker(worker)
    {
    }

    // A place among listings in the order of their last change. The moment is as the database writes it, to the last digit.
    struct Place
    {
        QByteArray at;
        Uuid id;
    };
    // One server at a time has the turn, until it gives it back or a moment is over without its renewing it. None: another has
    // it.
    QCoro::Task<Result<std::optional<Place>>> takeTurn(CallContextPtr context, Timestamp now, Timestamp until, bool byForce);
    QCoro::Task<Outcome> giveTurnBack(CallContextPtr context);
    // Up to here all is done, but for what changed after `openFrom`: whoever was about to commit then comes later. Errors:
    // StateConflict: the turn was lost.
    QCoro::Task<Outcome> noteSeen(CallContextPtr context, Place place, Timestamp openFrom, Timestamp now, Timestamp until);

    struct Listing
    {
        ListingId id;
        Place place;
        QString text;
        QByteArray hash;     // of `text`
        bool isDone = false; // what stands there was made of this text
    };
    // Published listings behind a place.
    QCoro::Task<Result<std::vector<Listing>>> after(CallContextPtr context, Place place, int limit);

    struct Made
    {
        ListingId id;
        QByteArray hash;
        embeddings::Vector vector; // empty: the endpoint does not take it
    };
    // All or nothing. Errors: StateConflict: the turn was lost.
    QCoro::Task<Outcome> keep(CallContextPtr context, std::vector<Made> list, Timestamp now, Timestamp until);
    // How many published listings have none.
    QCoro::Task<Result<qint64>> waiting(CallContextPtr context);
    // Those of models that no server has looked for since a moment.
    QCoro::Task<Outcome> forgetOthers(CallContextPtr context, Timestamp lookedBefore);

private:
    db::Database &m_db;
    const embeddings::Model m_model;
    const Uuid m_worker;
    bool m_isBegun = false; // there is a row of turns
};

} // namespace cargo::search
