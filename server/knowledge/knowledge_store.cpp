#include "server/knowledge/knowledge_store.h"

namespace cargo::knowledge {

namespace {

#define CARGO_PUBLISHED                                                                                                          \
    "p.slug, p.kind, p.audience, p.current_version, v.version, v.title_ru, v.title_en, v.body_ru, v.body_en, v.changes_ru, "     \
    "v.changes_en, v.published_at"
const db::Query kPublished{"knowledge.published",
                           "select " CARGO_PUBLISHED " from knowledge_pages p join knowledge_versions v on v.slug = p.slug "
                           "and v.version = coalesce($2::int, p.current_version) where p.slug = $1"};
// Some dozens of pages: their words are taken apart anew for each question, without anchors and targets of links, in the reader's
// language and the other one. What is near in few words counts more than what stands often in many.
#define CARGO_WORDS(language, short_)                                                                                            \
    "setweight(to_tsvector('" language "', v.title_" short_ "), 'A') || to_tsvector('" language                                  \
    "', regexp_replace(v.body_" short_ ", '\\{#[^}]*\\}|\\]\\([^)]*\\)', '', 'g')) as " short_
#define CARGO_RANK(language, short_) "ts_rank_cd('{0.05,0.1,0.2,1}', w." short_ ", to_tsquery('" language "', $3::text), 1)"
const db::Query kList{
    "knowledge.list",
    "select " CARGO_PUBLISHED
    " from knowledge_pages p join knowledge_versions v on v.slug = p.slug and v.version = p.current_version "
    "cross join lateral (select " CARGO_WORDS("russian", "ru") ", " CARGO_WORDS(
        "english", "en") ") w "
                         "where ($1::text = '' or p.audience in ($1::text, 'all')) and ($2::text = '' or p.kind = $2::text) and "
                         "($3::text = '' "
                         "or w.ru @@ to_tsquery('russian', $3::text) or w.en @@ to_tsquery('english', $3::text)) "
                         "order by p.kind desc, case when $3::text = '' then 0 else greatest(" CARGO_RANK(
                             "russian", "ru") ", " CARGO_RANK("english", "en") ") end desc, p.position, p.slug"};
#undef CARGO_RANK
#undef CARGO_WORDS

#define CARGO_PERSON(alias)                                                                                                      \
    "case when " alias ".id is null then null else json_build_object('id', " alias ".id, 'name', " alias ".display_name) end"
#define CARGO_TEXT(of)                                                                                                           \
    "'title', json_build_object('ru', " of ".title_ru, 'en', " of ".title_en), 'body', json_build_object('ru', " of              \
    ".body_ru, 'en', " of ".body_en)"
#define CARGO_DRAFT_FACTS                                                                                                        \
    "'revision', d.revision, 'updated_at', rfc3339(d.updated_at), 'updated_by', json_build_object('id', w.id, 'name', "          \
    "w.display_name)"
#define CARGO_DRAFT "case when d.slug is null then null else json_build_object(" CARGO_DRAFT_FACTS ", " CARGO_TEXT("d") ") end"
#define CARGO_VERSION_FACTS                                                                                                      \
    "'version', v.version, 'restores', v.restores, 'changes', json_build_object('ru', v.changes_ru, 'en', v.changes_en), "       \
    "'written_by', " CARGO_PERSON("a") ", 'published_by', " CARGO_PERSON("b") ", 'approved_by', " CARGO_PERSON(                  \
        "c") ", "                                                                                                                \
             "'published_at', rfc3339(v.published_at)"
#define CARGO_VERSIONS                                                                                                           \
    "knowledge_versions v left join users a on a.id = v.written_by left join users b on b.id = v.published_by "                  \
    "left join users c on c.id = v.approved_by "
#define CARGO_PAGE_FACTS                                                                                                         \
    "'slug', p.slug, 'kind', p.kind, 'audience', p.audience, 'version', p.current_version, 'proposal_id', (select o.id from "    \
    "proposals o where o.kind = 'agreement' and o.subject = p.slug and o.status = 'open')"
#define CARGO_DRAFTS "left join knowledge_drafts d on d.slug = p.slug left join users w on w.id = d.updated_by "
const db::Query kOverview{
    "knowledge.overview",
    "select coalesce(json_agg(json_build_object(" CARGO_PAGE_FACTS ", 'title', json_build_object('ru', "
    "coalesce(v.title_ru, d.title_ru, ''), 'en', coalesce(v.title_en, d.title_en, '')), 'published_at', "
    "rfc3339(v.published_at), 'draft', case when d.slug is null then null else json_build_object(" CARGO_DRAFT_FACTS ") end) "
    "order by p.kind desc, p.position, p.slug), '[]') from knowledge_pages p left join knowledge_versions v on v.slug = p.slug "
    "and v.version = p.current_version " CARGO_DRAFTS};
const db::Query kPage{"knowledge.page",
                      "select json_build_object(" CARGO_PAGE_FACTS ", 'published', (select json_build_object(" CARGO_VERSION_FACTS
                      ", " CARGO_TEXT("v") ") from " CARGO_VERSIONS
                                           "where v.slug = p.slug and v.version = p.current_version), 'draft', " CARGO_DRAFT
                                           ") from knowledge_pages p " CARGO_DRAFTS "where p.slug = $1"};
const db::Query kVersions{
    "knowledge.versions",
    "select v.version, json_build_object(" CARGO_VERSION_FACTS ") from " CARGO_VERSIONS
    "where v.slug = $1 and ($2::bigint is null or v.version < $2::bigint) order by v.version desc limit $3"};
const db::Query kIsPage{"knowledge.is_page", "select from knowledge_pages where slug = $1"};
const db::Query kVersion{"knowledge.version", "select json_build_object(" CARGO_VERSION_FACTS ", " CARGO_TEXT(
                                                  "v") ") from " CARGO_VERSIONS "where v.slug = $1 and v.version = $2::int"};
const db::Query kDraft{"knowledge.draft",
                       "select json_build_object(" CARGO_DRAFT_FACTS
                       ", " CARGO_TEXT("d") ") from knowledge_drafts d join users w on w.id = d.updated_by where d.slug = $1"};
#undef CARGO_DRAFTS
#undef CARGO_PAGE_FACTS
#undef CARGO_VERSIONS
#undef CARGO_VERSION_FACTS
#undef CARGO_DRAFT
#undef CARGO_DRAFT_FACTS
#undef CARGO_TEXT
#undef CARGO_PERSON

const db::Query kInsertPage{"knowledge.insert_page", R"(
    insert into knowledge_pages (slug, kind, audience, position, created_at)
    values ($1, $2, $3, (select coalesce(max(position), 0) + 1 from knowledge_pages), $4) on conflict do nothing)"};
// By itself: a statement that waited for a row still sees everything else as it was before.
const db::Query kLock{"knowledge.lock", "select from knowledge_pages where slug = $1 for no key update"};
const db::Query kLocked{"knowledge.locked", R"(
    select p.kind, coalesce(p.current_version, 0), d.revision, d.title_ru, d.title_en, d.body_ru, d.body_en, d.updated_by
    from knowledge_pages p left join knowledge_drafts d on d.slug = p.slug where p.slug = $1)"};
const db::Query kPutDraft{"knowledge.put_draft", R"(
    insert into knowledge_drafts (slug, revision, title_ru, title_en, body_ru, body_en, updated_by, updated_at)
    values ($1, nextval('knowledge_revisions'), $2, $3, $4, $5, $6, $7)
    on conflict (slug) do update set revision = excluded.revision, title_ru = excluded.title_ru, title_en = excluded.title_en,
        body_ru = excluded.body_ru, body_en = excluded.body_en, updated_by = excluded.updated_by,
        updated_at = excluded.updated_at)"};
const db::Query kDropDraft{"knowledge.drop_draft", "delete from knowledge_drafts where slug = $1"};
const db::Query kText{
    "knowledge.text",
    "select title_ru, title_en, body_ru, body_en from knowledge_versions where slug = $1 and version = $2::int"};
const db::Query kInsertVersion{"knowledge.insert_version", R"(
    insert into knowledge_versions (slug, version, title_ru, title_en, body_ru, body_en, changes_ru, changes_en, restores,
        written_by, published_by, approved_by, published_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13))"};
const db::Query kMakeCurrent{"knowledge.make_current", "update knowledge_pages set current_version = $2 where slug = $1"};

api::PageTextDto textAt(const db::Rows &rows, int row, int column)
{
    return {{rows.text(row, column), rows.text(row, column + 1)}, {rows.text(row, column + 2), rows.text(row, column + 3)}};
}

Published publishedAt(const db::Rows &rows, int row)
{
    Published page;
    page.slug = rows.bytes(row, 0);
    page.kind = rows.bytes(row, 1);
    page.audience = rows.bytes(row, 2);
    page.currentVersion = rows.int64(row, 3);
    page.version = rows.int64(row, 4);
    page.text = textAt(rows, row, 5);
    page.changes = {rows.text(row, 9), rows.text(row, 10)};
    page.at = rows.timestamp(row, 11);
    return page;
}

// The one value of a row, which must be there.
Result<QByteArray> onlyJson(const Result<db::Rows> &rows)
{
    CARGO_TRY(rows);
    if (rows->empty())
        return ErrorCode::NotFound;
    return rows->bytes(0, 0);
}

} // namespace

QCoro::Task<Result<std::vector<Published>>> KnowledgeStore::list(CallContextPtr context, Filter filter)
{
    const auto rows = co_await m_db.query(context, kList, filter.audience, filter.kind, filter.words);
    CARGO_CO_TRY(rows);
    std::vector<Published> pages;
    for (int row = 0; row < rows->count(); ++row)
        pages.push_back(publishedAt(*rows, row));
    co_return pages;
}

QCoro::Task<Result<Published>> KnowledgeStore::published(CallContextPtr context, QByteArray slug, std::optional<qint64> version)
{
    const auto rows = co_await m_db.read(context, kPublished, slug, version);
    CARGO_CO_TRY(rows);
    if (rows->empty())
        co_return ErrorCode::NotFound;
    co_return publishedAt(*rows, 0);
}

QCoro::Task<Result<QByteArray>> KnowledgeStore::overview(CallContextPtr context)
{
    const auto rows = co_await m_db.query(context, kOverview);
    co_return onlyJson(rows);
}

QCoro::Task<Result<QByteArray>> KnowledgeStore::page(CallContextPtr context, QByteArray slug)
{
    const auto rows = co_await m_db.query(context, kPage, slug);
    co_return onlyJson(rows);
}

QCoro::Task<Result<QByteArray>> KnowledgeStore::page(db::Transaction tx, QByteArray slug)
{
    const auto rows = co_await tx.run(kPage, slug);
    co_return onlyJson(rows);
}

QCoro::Task<Result<KnowledgeStore::Versions>> KnowledgeStore::versions(CallContextPtr context, QByteArray slug,
                                                                       std::optional<qint64> before, int limit)
{
    const auto rows = co_await m_db.query(context, kVersions, slug, before, limit + 1);
    CARGO_CO_TRY(rows);
    if (rows->empty()) { // never published, or no page at all
        const auto page = co_await m_db.read(context, kIsPage, slug);
        CARGO_CO_TRY(page);
        if (page->empty())
            co_return ErrorCode::NotFound;
    }
    co_return db::jsonPage<qint64>(*rows, limit);
}

QCoro::Task<Result<QByteArray>> KnowledgeStore::version(CallContextPtr context, QByteArray slug, qint64 version)
{
    const auto rows = co_await m_db.query(context, kVersion, slug, version);
    co_return onlyJson(rows);
}

QCoro::Task<Outcome> KnowledgeStore::insertPage(db::Transaction tx, api::NewPageDto page, Timestamp now)
{
    const auto rows = co_await tx.run(kInsertPage, page.slug, page.kind, page.audience, now);
    CARGO_CO_TRY(rows);
    if (rows->affected() == 0)
        co_return Error{ErrorCode::AlreadyExists, QStringLiteral("slug"), {}};
    co_return ok();
}

QCoro::Task<Result<Page>> KnowledgeStore::lock(db::Transaction tx, QByteArray slug)
{
    CARGO_CO_TRY(co_await tx.run(kLock, slug));
    const auto rows = co_await tx.run(kLocked, slug);
    CARGO_CO_TRY(rows);
    if (rows->empty())
        co_return ErrorCode::NotFound;
    Page page;
    page.slug = slug;
    page.kind = rows->bytes(0, 0);
    page.currentVersion = rows->int64(0, 1);
    if (!rows->isNull(0, 2)) {
        page.draft = rows->int64(0, 2);
        page.draftText = textAt(*rows, 0, 3);
        page.writer = rows->id<UserId>(0, 7);
    }
    co_return page;
}

QCoro::Task<Outcome> KnowledgeStore::putDraft(db::Transaction tx, QByteArray slug, api::PageTextDto text, UserId by,
                                              Timestamp now)
{
    CARGO_CO_TRY(co_await tx.run(kPutDraft, slug, text.title.ru, text.title.en, text.body.ru, text.body.en, by, now));
    co_return ok();
}

QCoro::Task<Outcome> KnowledgeStore::dropDraft(db::Transaction tx, QByteArray slug)
{
    CARGO_CO_TRY(co_await tx.run(kDropDraft, slug));
    co_return ok();
}

QCoro::Task<Result<QByteArray>> KnowledgeStore::draft(db::Transaction tx, QByteArray slug)
{
    const auto rows = co_await tx.run(kDraft, slug);
    CARGO_CO_TRY(rows);
    co_return rows->empty() ? QByteArray("null") : rows->bytes(0, 0);
}

QCoro::Task<Result<std::optional<api::PageTextDto>>> KnowledgeStore::text(db::Transaction tx, QByteArray slug, qint64 version)
{
    const auto rows = co_await tx.run(kText, slug, version);
    CARGO_CO_TRY(rows);
    co_return rows->empty() ? std::optional<api::PageTextDto>() : std::optional<api::PageTextDto>(textAt(*rows, 0, 0));
}

QCoro::Task<Outcome> KnowledgeStore::publish(db::Transaction tx, NewVersion version)
{
    const api::PageTextDto &text = version.text;
    CARGO_CO_TRY(co_await tx.run(kInsertVersion, version.slug, version.version, text.title.ru, text.title.en, text.body.ru,
                                 text.body.en, version.changes.ru, version.changes.en, version.restores, version.writtenBy,
                                 version.publishedBy, version.approvedBy, version.at));
    CARGO_CO_TRY(co_await tx.run(kMakeCurrent, version.slug, version.version));
    co_return ok();
}

} // namespace cargo::knowledge
