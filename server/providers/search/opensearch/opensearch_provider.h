#pragma once

#include "server/providers/search/outside_http.h"
#include "server/providers/search/outside_names.h"
#include "server/providers/search/search_provider.h"

#include <QJsonArray>

#include <atomic>

namespace cargo::search {

// OpenSearch behind the port: one index that all servers share, behind an alias. A listing's revision is the document's
// external version, so that the engine itself refuses an older one, whichever server writes.
class OpenSearchProvider final : public SearchProvider
{
public:
    OpenSearchProvider(const Clock &clock, OutsideAddress address);

    QCoro::Task<Outcome> upsert(std::vector<Document> documents) override;
    QCoro::Task<Outcome> remove(std::vector<ListingId> ids) override;
    QCoro::Task<Result<Answer>> search(CallContextPtr context, SearchQuery query) override;
    QCoro::Task<Result<std::vector<Suggestion>>> suggest(CallContextPtr context, QString text, int limit) override;
    qint64 size() const override { return m_size; }
    std::unique_ptr<Refill> refill() override;
    QCoro::Task<Result<std::vector<Standing>>> standing(ListingId after, ListingId last) override;
    // The index is kept by the engine: true when it is there, and of this program's form.
    Result<bool> restore() override;

    // For `cargod doctor`; changes nothing.
    QCoro::Task<std::vector<Finding>> examine();

    // The steps of a refill.
    QCoro::Task<Outcome> prepare(QByteArray index);
    QCoro::Task<Outcome> store(QByteArray index, std::vector<Document> documents);
    QCoro::Task<Outcome> takePlace(QByteArray index);

private:
    QCoro::Task<Result<bool>> open();
    QCoro::Task<Outcome> makeReady();
    QCoro::Task<Outcome> write(QByteArray path, std::vector<Document> documents);
    QCoro::Task<Outcome> bulk(QByteArray path, QByteArray lines);
    QCoro::Task<Result<std::vector<QByteArray>>> indexesBehindAlias();
    QCoro::Task<Result<QJsonObject>> ask(QByteArray path, QJsonObject body, int wholeMs);
    QCoro::Task<void> countAll();
    QCoro::Task<void> countNames(int wholeMs);
    QByteArray newIndexName() const;

    const Clock &m_clock;
    EngineHttp m_http;
    QByteArray m_alias;
    OutsideNames m_names;
    std::atomic<bool> m_ready{false};
    std::atomic<qint64> m_size{0};
};

} // namespace cargo::search
