#pragma once

#include "server/admin/admin_feature.h"
#include "server/agreements/agreement_routes.h"
#include "server/appeals/appeal_routes.h"
#include "server/assistant/pick_routes.h"
#include "server/auth/auth_feature.h"
#include "server/behaviour/behaviour_routes.h"
#include "server/chat/chat_feature.h"
#include "server/chat/conversation_desk_feature.h"
#include "server/closures/closure_routes.h"
#include "server/documents/documents_feature.h"
#include "server/exports/export_routes.h"
#include "server/favourites/favourites_feature.h"
#include "server/knowledge/knowledge_routes.h"
#include "server/kyc/kyc_feature.h"
#include "server/listings/listings_feature.h"
#include "server/media/media_feature.h"
#include "server/money_features.h"
#include "server/notifications/notification_feature.h"
#include "server/operations/operations_routes.h"
#include "server/payments/payout_details_feature.h"
#include "server/proposals/proposal_routes.h"
#include "server/providers/embeddings/embeddings.h"
#include "server/providers/search/outside_http.h"
#include "server/recommendations/recommendation_routes.h"
#include "server/reports/report_routes.h"
#include "server/search/search_feature.h"
#include "server/settings/setting_routes.h"
#include "server/stats/stat_routes.h"
#include "server/support/ticket_routes.h"
#include "server/users/users_feature.h"
#include "server/workbench/workbench_routes.h"

namespace cargo {

// What the whole process shares and every thread's features get handed in. All of it is thread-safe.
struct SharedParts
{
    const Clock &clock;
    const config::Settings &settings;
    auth::AuthShared &auth;
    files::FileProvider &files;
    vault::Vault &vault;
    const scan::ScanProvider &scanner;
    photo_text::PhotoTextProvider &photoText;
    search::SearchProvider &search;
    search::CardShelf &cards;
    search::PopularQueries &popularQueries;
    behaviour::ProfileShelf &profiles;
    chat::ChatMemory &chatMemory;
    ws::Directory &directory;
};

// Reviews and deals reach people's records through this: the one wire between two features that know nothing of each other.
class Ratings final : public reviews::RatingBook, public deals::DealRecord
{
public:
    explicit Ratings(users::UserService &users) : m_users(users) {}
    QCoro::Task<Outcome> applyRating(db::Transaction tx, UserId user, int sum, int count) override;
    QCoro::Task<Outcome> recordDealDone(db::Transaction tx, UserId user) override;

private:
    users::UserService &m_users;
};

// Deals tell listings what becomes of a car.
class Cars final : public deals::CarBook
{
public:
    explicit Cars(listings::ListingService &listings) : m_listings(listings) {}
    QCoro::Task<Outcome> carTaken(db::Transaction tx, ListingId car, DealId deal) override;
    QCoro::Task<Outcome> carFree(db::Transaction tx, ListingId car, DealId deal) override;
    QCoro::Task<Outcome> carKept(db::Transaction tx, ListingId car, DealId deal) override;
    QCoro::Task<Outcome> carSold(db::Transaction tx, ListingId car, DealId deal) override;

private:
    listings::ListingService &m_listings;
};

// By the settings; one on each thread.
std::unique_ptr<kyc::KycProvider> makeKycProvider(Runtime &runtime);

// By the settings; one for the process. Errors: field "search-…".
Result<std::unique_ptr<search::SearchProvider>> makeSearch(const config::Settings &settings, const Clock &clock,
                                                           std::shared_ptr<embeddings::EmbeddingProvider> embeddings = nullptr);
// The same; null where none are configured. Errors: field "embeddings-…".
Result<std::shared_ptr<embeddings::EmbeddingProvider>> makeEmbeddings(const config::Settings &settings);
// For `cargod doctor`, with an engine outside alone.
Result<std::vector<search::Finding>> examineSearch(const config::Settings &settings, const Clock &clock);

// `setting`: photo-text. Errors (field "photo-text"): NotImplemented (built without it), Unavailable (its models are not there).
Result<std::unique_ptr<photo_text::PhotoTextProvider>> makePhotoText(const QByteArray &setting);

// An appeal takes a decision back where it was made. Money never moves back by itself: finance decides.
class Undoing final : public appeals::Undo
{
public:
    Undoing(listings::ModerationService &listings, kyc::KycDeskService &kyc, auth::AccountService &accounts,
            chat::MuteService &mutes, payments::PaymentStore &payments, const Clock &clock)
        : m_listings(listings), m_kyc(kyc), m_accounts(accounts), m_mutes(mutes), m_payments(payments), m_clock(clock)
    {
    }
    QCoro::Task<Outcome> undo(db::Transaction tx, appeals::Decision decision) override;

private:
    listings::ModerationService &m_listings;
    kyc::KycDeskService &m_kyc;
    auth::AccountService &m_accounts;
    chat::MuteService &m_mutes;
    payments::PaymentStore &m_payments;
    const Clock &m_clock;
};

// Every feature on one thread. A new feature is one member and one line in registerOn().
struct Features
{
    Features(Runtime &runtime, SharedParts &shared, bool jobsThread)
        : users(runtime), auth(runtime, shared.auth, users.service), closures(runtime, auth.accounts),
          media(runtime, shared.files, shared.photoText), exports(runtime, users.service, shared.files),
          kycProvider(makeKycProvider(runtime)), kyc(runtime, shared.vault, users.service, kycProvider.get()),
          documents(runtime, shared.vault, shared.scanner), listings(runtime), favourites(runtime),
          behaviour(runtime, shared.profiles),
          search(runtime, shared.search, shared.cards, &behaviour.service, &shared.popularQueries),
          chat(runtime, shared.chatMemory, jobsThread ? nullptr : &shared.directory), flagged(runtime, chat.mutes, auth.accounts),
          notifications(runtime), recommendations(runtime, behaviour.service, search.service, search.saved),
          assistant(runtime, search.service), support(runtime), reports(runtime), appeals(runtime), workbench(runtime),
          admin(runtime), proposals(runtime), settings(runtime, shared.settings, proposals.service),
          knowledge(runtime, proposals.service), agreements(runtime), stats(runtime), operations(runtime), ratings(users.service),
          cars(listings.service), payoutDetails(runtime, auth.service, users.service, shared.auth.mail),
          money(runtime, ratings, proposals.service, support.service),
          undoing(listings.moderation, kyc.desk, auth.accounts, chat.mutes, money.payments.store, runtime.clock)
    {
        money.deals.transitions.setRecord(&ratings);
        money.deals.transitions.setCarBook(&cars);
        appeals.service.setUndo(&undoing);
    }

    void registerOn(http::Router &router)
    {
        users.registerOn(router);
        auth.registerOn(router);
        closures.registerOn(router);
        media.registerOn(router);
        exports.registerOn(router);
        payoutDetails.registerOn(router);
        kyc.registerOn(router);
        documents.registerOn(router);
        listings.registerOn(router);
        favourites.registerOn(router);
        behaviour.registerOn(router);
        search.registerOn(router);
        chat.registerOn(router);
        flagged.registerOn(router);
        notifications.registerOn(router);
        recommendations.registerOn(router);
        assistant.registerOn(router);
        support.registerOn(router);
        reports.registerOn(router);
        appeals.registerOn(router);
        workbench.registerOn(router);
        admin.registerOn(router);
        proposals.registerOn(router);
        settings.registerOn(router);
        knowledge.registerOn(router);
        agreements.registerOn(router);
        stats.registerOn(router);
        operations.registerOn(router);
        money.registerOn(router);
    }
    void registerOn(ws::Hub &hub) { chat.registerOn(hub); }
    void registerJobs(jobs::Registry &registry)
    {
        users.registerJobs(registry);
        auth.registerJobs(registry);
        media.registerJobs(registry);
        exports.registerJobs(registry);
        payoutDetails.registerJobs(registry);
        kyc.registerJobs(registry);
        documents.registerJobs(registry);
        listings.registerJobs(registry);
        favourites.registerJobs(registry);
        chat.registerJobs(registry);
        notifications.registerJobs(registry);
        search.registerJobs(registry);
        behaviour.registerJobs(registry);
        admin.registerJobs(registry);
        stats.registerJobs(registry);
    }

    users::UsersFeature users;
    auth::AuthFeature auth;
    closures::ClosuresFeature closures;
    media::MediaFeature media;
    exports::ExportsFeature exports;
    std::unique_ptr<kyc::KycProvider> kycProvider; // null: the desk alone confirms identities
    kyc::KycFeature kyc;
    documents::DocumentsFeature documents;
    listings::ListingsFeature listings;
    favourites::FavouritesFeature favourites;
    behaviour::BehaviourFeature behaviour;
    search::SearchFeature search;
    chat::ChatFeature chat;
    chat::ConversationDeskFeature flagged;
    notifications::NotificationFeature notifications;
    recommendations::RecommendationsFeature recommendations;
    assistant::AssistantFeature assistant;
    support::SupportFeature support;
    reports::ReportsFeature reports;
    appeals::AppealsFeature appeals;
    workbench::WorkbenchFeature workbench;
    admin::AdminFeature admin;
    proposals::ProposalsFeature proposals;
    settings::SettingsFeature settings;
    knowledge::KnowledgeFeature knowledge;
    agreements::AgreementsFeature agreements;
    stats::StatsFeature stats;
    operations::OperationsFeature operations;
    Ratings ratings;
    Cars cars;
    payments::PayoutDetailsFeature payoutDetails;
    MoneyFeatures money;
    Undoing undoing;
};

} // namespace cargo
