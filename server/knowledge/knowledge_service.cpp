#include "server/knowledge/knowledge_service.h"

#include "server/audit/audit.h"
#include "server/jobs/idempotency.h"
#include "server/knowledge/placeholders.h"
#include "shared/api/json_writer.h"
#include "shared/domain/knowledge/page_text.h"

#include <QRegularExpression>

namespace cargo::knowledge {

namespace {

constexpr int kMostWords = 8;
constexpr int kExcerptChars = 180;

QStringList wordsOf(const QString &typed)
{
    static const QRegularExpression gap(QStringLiteral("[^\\p{L}\\p{N}]+"));
    QStringList words = typed.toLower().split(gap, Qt::SkipEmptyParts);
    return words.mid(0, kMostWords);
}

// The last word may be half typed, so each is taken as a beginning. Letters and digits alone: nothing there is an operator.
QString queryOf(const QStringList &words)
{
    QStringList parts;
    for (const QString &word : words)
        parts += word + QStringLiteral(":*");
    return parts.join(QStringLiteral(" & "));
}

// Where it is about what was asked for: the first block with a beginning of one of the words, and the heading over it.
struct Place
{
    QString excerpt;
    QString anchor; // empty: before the first heading
};

Place placeOf(const PageText &page, const QStringList &words)
{
    const auto about = [&](const QString &text) {
        for (const QString &word : words) {
            // Russian endings are two or three letters long: what the stem is need not be known to show a line.
            if (text.contains(word.left(qMax(qsizetype(3), word.size() - 2)), Qt::CaseInsensitive))
                return true;
        }
        return words.isEmpty();
    };
    Place first, found;
    QString anchor;
    for (const Block &block : page.blocks) {
        if (block.kind == Block::Kind::Heading) {
            anchor = block.anchor;
            if (!words.isEmpty() && about(block.plain) && found.anchor.isEmpty())
                found.anchor = anchor;
            continue;
        }
        if (first.excerpt.isEmpty())
            first.excerpt = block.plain;
        if (about(block.plain) || (!found.anchor.isEmpty() && found.anchor == anchor)) {
            found = {block.plain, anchor};
            break;
        }
    }
    Place place = found.excerpt.isEmpty() ? first : found;
    if (place.excerpt.size() > kExcerptChars)
        place.excerpt = place.excerpt.left(place.excerpt.lastIndexOf(u' ', kExcerptChars)) + QChar(0x2026);
    return place;
}

const QString &in(Locale locale, const api::BothLanguages &words) { return locale == Locale::En ? words.en : words.ru; }

void check(std::vector<Error> &problems, const QString &language, const QString &title, const QString &body, const PageText &page)
{
    if (title.isEmpty())
        problems.push_back({ErrorCode::Required, QStringLiteral("title.") + language, {}});
    if (body.isEmpty())
        problems.push_back({ErrorCode::Required, QStringLiteral("body.") + language, {}});
    for (const Fault &fault : page.faults) {
        problems.push_back({ErrorCode::InvalidFormat, QStringLiteral("body.") + language,
                            QStringLiteral("line %1: %2").arg(fault.line).arg(QLatin1String(faultWord(fault.kind)))});
    }
}

void writeFacts(api::JsonWriter &out, const Published &page, Locale locale)
{
    out.field("slug", page.slug).field("kind", page.kind).field("audience", page.audience).field("version", page.version);
    out.field("title", in(locale, page.text.title)).field("published_at", page.at);
}

QByteArray payloadOf(const NewVersion &version, const api::PublishDto &order)
{
    api::JsonWriter out;
    out.beginObject().field("revision", order.revision).field("version", order.version).field("becomes", version.version);
    out.key("changes").beginObject().field("ru", order.changes.ru).field("en", order.changes.en).endObject().endObject();
    return out.take();
}

} // namespace

std::vector<Error> problemsOf(const api::PageTextDto &text, QByteArrayView kind)
{
    std::vector<Error> problems;
    const PageText ru = readPageText(text.body.ru);
    const PageText en = readPageText(text.body.en);
    check(problems, QStringLiteral("ru"), text.title.ru, text.body.ru, ru);
    check(problems, QStringLiteral("en"), text.title.en, text.body.en, en);
    if (ru.anchors() != en.anchors())
        problems.push_back(
            {ErrorCode::InvalidFormat, QStringLiteral("body.en"), QStringLiteral("other anchors than in Russian")});
    const config::Settings known;
    for (const auto &[language, body] :
         {std::pair(QStringLiteral("body.ru"), text.body.ru), {QStringLiteral("body.en"), text.body.en}}) {
        for (const QString &name : placeholdersOf(body)) {
            if (kind == "agreement" || !placeholderValue(known, Locale::En, name))
                problems.push_back({ErrorCode::UnknownValue, language, QStringLiteral("{{") + name + QStringLiteral("}}")});
        }
    }
    return problems;
}

QCoro::Task<Result<QByteArray>> KnowledgeService::list(CallContextPtr context, Question question)
{
    const QStringList words = wordsOf(question.words);
    if (words.isEmpty() && !question.words.trimmed().isEmpty())
        co_return QByteArray("[]"); // signs alone are in no text
    KnowledgeStore::Filter filter{question.audience, question.kind, queryOf(words)};
    const auto pages = co_await m_store.list(context, filter);
    CARGO_CO_TRY(pages);
    const Locale locale = context->locale;
    const auto value = [&](const QString &name) { return placeholderValue(m_runtime.settings, locale, name); };
    api::JsonWriter out(8192);
    out.beginArray();
    for (const Published &page : *pages) {
        const Place place = placeOf(readPageText(fillPlaceholders(in(locale, page.text.body), value)), words);
        out.beginObject();
        writeFacts(out, page, locale);
        out.field("excerpt", place.excerpt);
        out.field("anchor", place.anchor.isEmpty() ? std::optional<QString>() : std::optional<QString>(place.anchor)).endObject();
    }
    out.endArray();
    co_return out.take();
}

QCoro::Task<Result<QByteArray>> KnowledgeService::page(CallContextPtr context, QByteArray slug, std::optional<qint64> version)
{
    const auto page = co_await m_store.published(context, slug, version);
    CARGO_CO_TRY(page);
    const Locale locale = context->locale;
    const QString body = fillPlaceholders(
        in(locale, page->text.body), [&](const QString &name) { return placeholderValue(m_runtime.settings, locale, name); });
    api::JsonWriter out(8192);
    out.beginObject();
    writeFacts(out, *page, locale);
    out.field("current_version", page->currentVersion).field("body", body).field("changes", in(locale, page->changes));
    out.key("headings").beginArray();
    for (const Block &block : readPageText(body).blocks) {
        if (block.kind == Block::Kind::Heading)
            out.beginObject().field("anchor", block.anchor).field("level", block.level).field("text", block.plain).endObject();
    }
    out.endArray().endObject();
    co_return out.take();
}

QCoro::Task<Result<QByteArray>> KnowledgeService::editorPage(CallContextPtr context, QByteArray slug)
{
    auto json = co_await m_store.page(context, slug);
    CARGO_CO_TRY(json);
    json->chop(1);
    *json += ",\"placeholders\":" + placeholdersJson(m_runtime.settings) + '}';
    co_return json;
}

QCoro::Task<Result<Answer>> KnowledgeService::create(CallContextPtr context, api::NewPageDto page)
{
    const UserId me = context->principal->user;
    const auto tx = co_await m_runtime.db.begin(context);
    CARGO_CO_TRY(tx);
    CARGO_CO_TRY(co_await m_store.insertPage(*tx, page, now()));
    api::JsonWriter details;
    details.beginObject().field("slug", page.slug).field("kind", page.kind).field("audience", page.audience).endObject();
    audit::AuditEvent event{me.uuid, "knowledge.created", me, details.take()};
    CARGO_CO_TRY(co_await audit::append(*tx, event));
    const auto json = co_await m_store.page(*tx, page.slug.toLatin1());
    CARGO_CO_TRY(json);
    Answer answer{201, *json};
    CARGO_CO_TRY(co_await jobs::remember(*tx, answer.status, answer.body));
    CARGO_CO_TRY(co_await tx->commit());
    co_return answer;
}

QCoro::Task<Result<Page>> KnowledgeService::lockSeen(db::Transaction tx, QByteArray slug, qint64 seen,
                                                     std::shared_ptr<QByteArray> standing)
{
    const auto page = co_await m_store.lock(tx, slug);
    CARGO_CO_TRY(page);
    if (page->draft.value_or(0) == seen)
        co_return page;
    const auto draft = co_await m_store.draft(tx, slug);
    CARGO_CO_TRY(draft);
    *standing = *draft;
    co_return Error{ErrorCode::Conflict, {}, QStringLiteral("another draft stands")};
}

QCoro::Task<Result<Answer>> KnowledgeService::saveDraft(CallContextPtr context, QByteArray slug, qint64 seen,
                                                        api::PageTextDto text, std::shared_ptr<QByteArray> standing)
{
    const auto tx = co_await m_runtime.db.begin(context);
    CARGO_CO_TRY(tx);
    const auto page = co_await lockSeen(*tx, slug, seen, standing);
    CARGO_CO_TRY(page);
    // The same words again are no change: a repeated request, or a guard that saves to be sure.
    if (!page->draft || page->draftText != text) {
        CARGO_CO_TRY(co_await m_store.putDraft(*tx, slug, text, context->principal->user, now()));
        CARGO_CO_TRY(co_await m_proposals.dropOf(*tx, kind(), slug));
    }
    const auto draft = co_await m_store.draft(*tx, slug);
    CARGO_CO_TRY(draft);
    CARGO_CO_TRY(co_await tx->commit());
    co_return Answer{200, *draft};
}

QCoro::Task<Outcome> KnowledgeService::dropDraft(CallContextPtr context, QByteArray slug, qint64 seen,
                                                 std::shared_ptr<QByteArray> standing)
{
    const auto tx = co_await m_runtime.db.begin(context);
    CARGO_CO_TRY(tx);
    CARGO_CO_TRY(co_await lockSeen(*tx, slug, seen, standing));
    CARGO_CO_TRY(co_await m_store.dropDraft(*tx, slug));
    CARGO_CO_TRY(co_await m_proposals.dropOf(*tx, kind(), slug));
    co_return co_await tx->commit();
}

QCoro::Task<Result<NewVersion>> KnowledgeService::prepare(db::Transaction tx, Page page, api::PublishDto order, UserId by)
{
    NewVersion version;
    version.slug = page.slug;
    version.version = page.currentVersion + 1;
    version.changes = order.changes;
    version.publishedBy = by;
    version.at = now();
    if (order.version) {
        const auto older = co_await m_store.text(tx, page.slug, *order.version);
        CARGO_CO_TRY(older);
        if (!older->has_value())
            co_return Error{ErrorCode::UnknownValue, QStringLiteral("version"), QStringLiteral("there is no such version")};
        version.text = **older;
        version.restores = order.version;
        version.writtenBy = by;
    } else {
        version.text = page.draftText;
        version.writtenBy = page.writer.value_or(by);
    }
    const auto present = co_await m_store.text(tx, page.slug, page.currentVersion);
    CARGO_CO_TRY(present);
    if (present->has_value() && **present == version.text)
        co_return Error{ErrorCode::StateConflict, {}, QStringLiteral("it reads so already")};
    co_return version;
}

QCoro::Task<Result<Answer>> KnowledgeService::publish(CallContextPtr context, QByteArray slug, api::PublishDto order,
                                                      std::shared_ptr<QByteArray> standing,
                                                      std::shared_ptr<std::vector<Error>> problems)
{
    const UserId me = context->principal->user;
    const auto tx = co_await m_runtime.db.begin(context);
    CARGO_CO_TRY(tx);
    auto page = co_await m_store.lock(*tx, slug);
    CARGO_CO_TRY(page);
    if (order.revision)
        CARGO_CO_TRY(co_await lockSeen(*tx, slug, *order.revision, standing));
    const auto version = co_await prepare(*tx, *page, order, me);
    CARGO_CO_TRY(version);
    *problems = problemsOf(version->text, page->kind);
    if (!problems->empty())
        co_return ErrorCode::ValidationFailed;
    Answer answer;
    if (page->kind == "agreement") {
        proposals::Proposal proposal;
        proposal.id = newUuid(now());
        proposal.kind = kind();
        proposal.subject = slug;
        proposal.title = version->text.title.ru;
        proposal.payload = payloadOf(*version, order);
        proposal.proposedBy = me;
        proposal.createdAt = now();
        const auto json = co_await m_proposals.propose(*tx, proposal);
        CARGO_CO_TRY(json);
        answer = {202, "{\"proposal\":" + *json + '}'};
    } else {
        CARGO_CO_TRY(co_await carryOut(*tx, *version));
        const auto json = co_await m_store.page(*tx, slug);
        CARGO_CO_TRY(json);
        answer = {200, *json};
    }
    CARGO_CO_TRY(co_await jobs::remember(*tx, answer.status, answer.body));
    CARGO_CO_TRY(co_await tx->commit());
    co_return answer;
}

QCoro::Task<Outcome> KnowledgeService::carryOut(db::Transaction tx, NewVersion version)
{
    CARGO_CO_TRY(co_await m_store.publish(tx, version));
    if (!version.restores)
        CARGO_CO_TRY(co_await m_store.dropDraft(tx, version.slug));
    api::JsonWriter details;
    details.beginObject().field("slug", version.slug).field("version", version.version).field("restores", version.restores);
    details.field("changes", version.changes.ru).field("written_by", version.writtenBy);
    details.field("approved_by", version.approvedBy).endObject();
    audit::AuditEvent event{version.publishedBy.uuid, "knowledge.published", version.publishedBy, details.take()};
    co_return co_await audit::append(tx, event);
}

QCoro::Task<Outcome> KnowledgeService::carryOut(db::Transaction tx, proposals::Proposal proposal, UserId approver)
{
    const auto order = api::PublishDto::parse(proposal.payload);
    if (!order.ok())
        co_return Error{ErrorCode::Internal, {}, QStringLiteral("a proposal that cannot be read")};
    const auto page = co_await m_store.lock(tx, proposal.subject);
    CARGO_CO_TRY(page);
    if (order.value.revision && page->draft != order.value.revision)
        co_return Error{ErrorCode::StateConflict, {}, QStringLiteral("the draft is another one by now")};
    auto version = co_await prepare(tx, *page, order.value, proposal.proposedBy);
    CARGO_CO_TRY(version);
    version->approvedBy = approver;
    co_return co_await carryOut(tx, *version);
}

QCoro::Task<Outcome> KnowledgeService::rejected(db::Transaction, proposals::Proposal) { co_return ok(); }

} // namespace cargo::knowledge
