#pragma once

#include "server/core/runtime.h"
#include "server/db/json_page.h"
#include "shared/api/knowledge_dto.h"

#include <optional>
#include <vector>

namespace cargo::knowledge {

// A page under its lock.
struct Page
{
    QByteArray slug;
    QByteArray kind;              // article | agreement
    qint64 currentVersion = 0;    // 0: nothing is published
    std::optional<qint64> draft;  // revision of its draft
    api::PageTextDto draftText;   // empty without one
    std::optional<UserId> writer; // of the draft
};

struct NewVersion
{
    QByteArray slug;
    qint64 version = 0;
    api::PageTextDto text;
    api::BothLanguages changes;
    std::optional<qint64> restores;
    UserId writtenBy;
    UserId publishedBy;
    std::optional<UserId> approvedBy;
    Timestamp at;
};

// What readers are shown, in both languages and before anything is filled in.
struct Published
{
    QByteArray slug, kind, audience;
    qint64 version = 0;
    qint64 currentVersion = 0;
    api::PageTextDto text;
    api::BothLanguages changes;
    Timestamp at;
};

// SQL of the texts of the house. What the console shows is rendered there.
class KnowledgeStore
{
public:
    explicit KnowledgeStore(Runtime &runtime) : m_db(runtime.db) {}

    struct Filter
    {
        QString audience; // buyer | driver; empty: everybody's
        QString kind;
        QString words; // for to_tsquery(); empty: all, in their order
    };
    QCoro::Task<Result<std::vector<Published>>> list(CallContextPtr context, Filter filter);
    // Without a version the current one. NotFound.
    QCoro::Task<Result<Published>> published(CallContextPtr context, QByteArray slug, std::optional<qint64> version);

    QCoro::Task<Result<QByteArray>> overview(CallContextPtr context);              // a JSON array
    QCoro::Task<Result<QByteArray>> page(CallContextPtr context, QByteArray slug); // NotFound
    using Versions = db::JsonPage<qint64>;
    // NotFound: no such page.
    QCoro::Task<Result<Versions>> versions(CallContextPtr context, QByteArray slug, std::optional<qint64> before, int limit);
    QCoro::Task<Result<QByteArray>> version(CallContextPtr context, QByteArray slug, qint64 version); // NotFound

    QCoro::Task<Outcome> insertPage(db::Transaction tx, api::NewPageDto page, Timestamp now); // AlreadyExists (slug)
    QCoro::Task<Result<Page>> lock(db::Transaction tx, QByteArray slug);                      // NotFound
    QCoro::Task<Outcome> putDraft(db::Transaction tx, QByteArray slug, api::PageTextDto text, UserId by, Timestamp now);
    QCoro::Task<Outcome> dropDraft(db::Transaction tx, QByteArray slug);
    QCoro::Task<Result<QByteArray>> draft(db::Transaction tx, QByteArray slug); // JSON, or null without one
    QCoro::Task<Result<std::optional<api::PageTextDto>>> text(db::Transaction tx, QByteArray slug, qint64 version);
    QCoro::Task<Outcome> publish(db::Transaction tx, NewVersion version);
    QCoro::Task<Result<QByteArray>> page(db::Transaction tx, QByteArray slug);

private:
    db::Database &m_db;
};

} // namespace cargo::knowledge
