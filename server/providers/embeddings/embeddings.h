#pragma once

#include "server/core/call_context.h"
#include "shared/domain/result.h"

#include <QCoroTask>

#include <QByteArray>
#include <QString>

#include <vector>

namespace cargo::embeddings {

// Which embeddings: those of one model and one length can be held against each other, and no others.
struct Model
{
    QByteArray name;
    int dimensions = 0;

    bool operator==(const Model &) const = default;
};

using Vector = std::vector<float>;

// The port of what gives texts their meaning. Thread-safe; calls are made on the caller's event loop.
class EmbeddingProvider
{
public:
    virtual ~EmbeddingProvider() = default;
    // A vector of unit length and of model().dimensions numbers for each text, in the order of the texts. Within the context's
    // deadline. Errors: Unavailable (it may go later), InvalidFormat (it takes one of these texts, or their number, never).
    virtual QCoro::Task<Result<std::vector<Vector>>> embed(CallContextPtr context, std::vector<QString> texts) = 0;
    virtual const Model &model() const = 0;
};

} // namespace cargo::embeddings
