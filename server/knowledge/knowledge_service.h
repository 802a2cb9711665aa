#pragma once

#include "server/knowledge/knowledge_store.h"
#include "server/proposals/proposal_service.h"

namespace cargo::knowledge {

// The texts of the house: what readers are shown, and how a text gets there. An article is published by one admin; an
// agreement, on which money hangs, by two. What is published never changes; the next version takes its place.
class KnowledgeService final : public proposals::Order
{
public:
    KnowledgeService(Runtime &runtime, KnowledgeStore &store, proposals::ProposalService &proposals)
        : m_runtime(runtime), m_store(store), m_proposals(proposals)
    {
        m_proposals.add(*this);
    }

    // For readers, in the language of the call, with the settings of now filled in.
    struct Question
    {
        QString audience;
        QString kind;
        QString words; // as typed
    };
    QCoro::Task<Result<QByteArray>> list(CallContextPtr context, Question question); // a JSON array
    QCoro::Task<Result<QByteArray>> page(CallContextPtr context, QByteArray slug, std::optional<qint64> version);

    // For the console, in both languages, with placeholders as they are written.
    QCoro::Task<Result<QByteArray>> overview(CallContextPtr context) { return m_store.overview(std::move(context)); }
    // With what the placeholders stand for now, as `placeholders`.
    QCoro::Task<Result<QByteArray>> editorPage(CallContextPtr context, QByteArray slug);
    KnowledgeStore &read() { return m_store; }
    QCoro::Task<Result<Answer>> create(CallContextPtr context, api::NewPageDto page);
    // `seen` is the revision that was read, 0 for no draft. When it is another by now: Conflict, and `standing` gets the draft
    // that stands (JSON, null when it is gone). A proposal to publish what was there before is void.
    QCoro::Task<Result<Answer>> saveDraft(CallContextPtr context, QByteArray slug, qint64 seen, api::PageTextDto text,
                                          std::shared_ptr<QByteArray> standing);
    QCoro::Task<Outcome> dropDraft(CallContextPtr context, QByteArray slug, qint64 seen, std::shared_ptr<QByteArray> standing);
    // The page, or status 202 and the proposal. Errors: NotFound, Conflict with `standing`, StateConflict (a proposal is open; it
    // reads so already), and into `problems` what is wrong with the text.
    QCoro::Task<Result<Answer>> publish(CallContextPtr context, QByteArray slug, api::PublishDto order,
                                        std::shared_ptr<QByteArray> standing, std::shared_ptr<std::vector<Error>> problems);

    QByteArray kind() const override { return "agreement"; }
    Permission deciders() const override { return Permission::Admin; }
    QCoro::Task<Outcome> carryOut(db::Transaction tx, proposals::Proposal proposal, UserId approver) override;
    QCoro::Task<Outcome> rejected(db::Transaction tx, proposals::Proposal proposal) override;

private:
    // What an order is about, under the page's lock.
    QCoro::Task<Result<NewVersion>> prepare(db::Transaction tx, Page page, api::PublishDto order, UserId by);
    QCoro::Task<Outcome> carryOut(db::Transaction tx, NewVersion version);
    QCoro::Task<Result<Page>> lockSeen(db::Transaction tx, QByteArray slug, qint64 seen, std::shared_ptr<QByteArray> standing);
    Timestamp now() const { return m_runtime.clock.now(); }

    Runtime &m_runtime;
    KnowledgeStore &m_store;
    proposals::ProposalService &m_proposals;
};

// What keeps a text from being published: a word is missing, a mark is wrong, the languages have other anchors, a placeholder
// is not known; in an agreement no placeholder is: what somebody signed must read the same for ever. Fields as in the body.
std::vector<Error> problemsOf(const api::PageTextDto &text, QByteArrayView kind);

} // namespace cargo::knowledge
