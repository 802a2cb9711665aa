#include "server/listings/listing_service.h"

#include "server/desk/queues.h"
#include "server/jobs/idempotency.h"
#include "server/listings/compare.h"
#include "server/listings/description_check.h"
#include "server/reports/report_service.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <set>

namespace cargo::listings {

namespace {
std::optional<UserId> readerOf(const CallContextPtr &context)
{
    return context->principal ? std::optional<UserId>(context->principal->user) : std::nullopt;
}

// What was published once stays visible while it is paused or archived, so that favourites and chats can show its end.
bool maySee(const CallContextPtr &context, UserId driver, listing::Status status, bool wasPublished)
{
    using listing::Status;
    if (listing::isPublic(status) || (wasPublished && (status == Status::Paused || status == Status::Archived)))
        return true;
    if (!context->principal)
        return false;
    return context->principal->user == driver || context->principal->may(Permission::Moderate);
}

Outcome requireDriver(const CallContextPtr &context)
{
    if (context->principal->role != Role::Driver)
        return {ErrorCode::Forbidden, {}, QStringLiteral("only drivers have listings")};
    return ok();
}

listing::Status targetOf(Move move)
{
    switch (move) {
    case Move::Publish: return listing::Status::Published;
    case Move::Pause: return listing::Status::Paused;
    case Move::Archive: break;
    }
    return listing::Status::Archived;
}

// A move that this status does not allow.
Error inTheWay(listing::Status status)
{
    return {ErrorCode::StateConflict, QStringLiteral("status"), QString::fromLatin1(listing::word(status))};
}

bool hasTwice(const std::vector<MediaId> &photos)
{
    return std::set<MediaId>(photos.begin(), photos.end()).size() != photos.size();
}

ListingAnswer answerOf(const Listing &listing, const QByteArray &driverCard)
{
    const QByteArray card = renderCard(listing);
    const QByteArray detail = renderDetail(listing);
    QByteArray json = joinObjects(std::string_view(card.constData(), size_t(card.size())),
                                  std::string_view(detail.constData(), size_t(detail.size())));
    json.chop(1);
    const QByteArray version = QByteArray::number(listing.version);
    json += ",\"version\":" + version + ",\"driver\":" + driverCard + ",\"favourite\":false}";
    return {json, '"' + version + '"'};
}
} // namespace

QCoro::Task<Result<ListingFacts>> ListingService::find(CallContextPtr context, ListingId id)
{
    auto facts = co_await m_store.facts(context, id);
    CARGO_CO_TRY(facts);
    if (!maySee(context, facts->driver, facts->status, facts->wasPublished))
        co_return ErrorCode::NotFound;
    co_return facts;
}

QCoro::Task<Result<ListingPage>> ListingService::show(CallContextPtr context, ListingId id)
{
    auto page = co_await m_store.page(context, id, readerOf(context));
    CARGO_CO_TRY(page);
    if (!maySee(context, page->driver, page->status, page->wasPublished))
        co_return ErrorCode::NotFound;
    const bool isPlain = listing::isPublic(page->status) || page->status == listing::Status::Archived;
    if (isPlain || !context->principal || context->principal->user != page->driver)
        co_return page;
    const auto moderation = co_await m_reviews.forDriver(context, id);
    CARGO_CO_TRY(moderation);
    if (moderation->isEmpty())
        co_return page;
    page->json.chop(1);
    page->json += ",\"moderation\":" + *moderation + '}';
    page->etag.chop(1);
    page->etag += '.' + QByteArray::number(qHash(*moderation), 16) + '"';
    co_return page;
}

Outcome ListingService::checkContent(const api::ListingInputDto &data) const
{
    const int year = QDateTime::fromMSecsSinceEpoch(m_runtime.clock.now().unixMs, Qt::UTC).date().year();
    if (data.year > listing::yearMax(year))
        return {ErrorCode::OutOfRange, QStringLiteral("year"), QStringLiteral("no car is that new")};
    if (hasTwice(data.photos))
        return {ErrorCode::InvalidFormat, QStringLiteral("photos"), QStringLiteral("a photo stands there twice")};
    return checkForContacts(data);
}

QCoro::Task<Result<ListingAnswer>> ListingService::create(CallContextPtr context, api::ListingInputDto body)
{
    CARGO_CO_TRY(requireDriver(context));
    CARGO_CO_TRY(checkContent(body));
    const auto tx = co_await m_runtime.db.begin(context);
    CARGO_CO_TRY(tx);
    const auto photos = co_await m_store.ownMedia(*tx, context->principal->user, body.photos);
    CARGO_CO_TRY(photos);

    auto listing = std::make_shared<Listing>();
    listing->createdAt = m_runtime.clock.now();
    listing->id = ListingId::make(listing->createdAt);
    listing->driver = context->principal->user;
    listing->data = std::move(body);
    listing->photos = *photos;
    co_return co_await finish(*tx, listing, 201, true);
}

QCoro::Task<Result<std::shared_ptr<Listing>>> ListingService::lockOwn(db::Transaction tx, ListingId id,
                                                                      std::optional<qint64> version)
{
    auto listing = co_await m_store.lock(tx, id);
    CARGO_CO_TRY(listing);
    const Listing &found = **listing;
    const Principal &me = *tx.context()->principal;
    if (found.driver != me.user) {
        // A listing that he can see is known to be somebody else's; what he cannot see does not exist.
        co_return maySee(tx.context(), found.driver, found.status, found.publishedAt.has_value()) ? ErrorCode::Forbidden
                                                                                                  : ErrorCode::NotFound;
    }
    if (version && *version != found.version)
        co_return ErrorCode::VersionMismatch;
    co_return listing;
}

QCoro::Task<Outcome> ListingService::keep(db::Transaction tx, std::shared_ptr<Listing> listing, bool isNew, bool isSold)
{
    // Forward even where the clock was set back: indexes tell a newer state from an older one by it.
    listing->updatedAt = std::max(m_runtime.clock.now(), listing->updatedAt.plusMs(1));
    if (isSold)
        listing->soldAt = listing->updatedAt;
    if (isNew) {
        CARGO_CO_TRY(co_await m_store.insert(tx, listing));
    } else {
        CARGO_CO_TRY(co_await notePrice(tx, listing));
        CARGO_CO_TRY(co_await m_store.save(tx, listing));
        CARGO_CO_TRY(co_await tellWhenGone(tx, listing, isSold));
        CARGO_CO_TRY(co_await m_gate.queueUp(tx, listing));
    }
    jobs::OutboxEvent event;
    event.topic = "listing.changed";
    event.key = listing->id.toText();
    event.payload = "{\"id\":\"" + event.key + "\"}";
    co_return co_await jobs::append(tx, event);
}

QCoro::Task<Outcome> ListingService::moved(db::Transaction tx, std::shared_ptr<Listing> listing)
{
    co_return co_await keep(std::move(tx), std::move(listing), false);
}

QCoro::Task<Outcome> ListingService::notePrice(db::Transaction tx, std::shared_ptr<Listing> listing)
{
    const Money price = listing->data.price;
    if (!listing->storedPrice || *listing->storedPrice == price)
        co_return ok();
    const Money before = *listing->storedPrice;
    const auto lowest = co_await m_store.recordPrice(tx, listing, before);
    CARGO_CO_TRY(lowest);
    listing->priceDrop.reset();
    if (lowest->currency != price.currency || price.amountMinor >= lowest->amountMinor)
        co_return ok();
    listing->priceDrop = api::PriceDropDto{*lowest, price, listing->updatedAt};
    if (listing->status != listing::Status::Published)
        co_return ok();
    jobs::OutboxEvent event{"listing.price_dropped", listing->id.toText(), {}};
    api::JsonWriter out;
    out.beginObject().field("listing_id", listing->id).field("from", *lowest).field("to", price);
    out.field("at", listing->updatedAt).endObject();
    event.payload = out.take();
    co_return co_await jobs::append(tx, event);
}

// For those who keep it. A pause is not the end of a car; a sale ends it wherever it stood.
QCoro::Task<Outcome> ListingService::tellWhenGone(db::Transaction tx, std::shared_ptr<const Listing> listing, bool isSold)
{
    using listing::Status;
    const bool leaves = listing->status == Status::Archived || listing->status == Status::Blocked;
    const bool wasThere = listing->storedStatus == Status::Published || listing->storedStatus == Status::Paused;
    if (!isSold && !(leaves && wasThere && listing->publishedAt))
        co_return ok();
    jobs::OutboxEvent event{"listing.gone", listing->id.toText(), {}};
    api::JsonWriter out;
    out.beginObject().field("listing_id", listing->id).field("why", isSold ? "sold" : "taken_off");
    out.field("at", listing->updatedAt).endObject();
    event.payload = out.take();
    co_return co_await jobs::append(tx, event);
}

QCoro::Task<Outcome> ListingService::settle(db::Transaction tx, ListingId id, DealId deal, CarFate fate)
{
    using listing::Status;
    const auto locked = co_await m_store.lock(tx, id);
    CARGO_CO_TRY(locked);
    Listing &car = **locked;
    if (fate == CarFate::Taken) {
        if (car.status != Status::Published)
            co_return ok(); // its driver took it off himself, and so it stays
        car.status = Status::Paused;
        car.takenBy = deal;
    } else if (fate == CarFate::Sold) {
        car.takenBy.reset();
        if (car.status != Status::Blocked)
            car.status = Status::Archived;
    } else {
        if (car.takenBy != deal)
            co_return ok();
        car.takenBy.reset();
        if (fate == CarFate::Free && car.status == Status::Paused)
            car.status = Status::Published;
    }
    co_return co_await keep(tx, *locked, false, fate == CarFate::Sold);
}

QCoro::Task<Result<bool>> ListingService::takeOff(CallContextPtr context, UserId driver, Move move)
{
    constexpr int kBatch = 100;
    const auto tx = co_await m_runtime.db.begin(context);
    CARGO_CO_TRY(tx);
    const auto ids = co_await m_store.lockOnMarket(*tx, driver, move == Move::Pause, kBatch);
    CARGO_CO_TRY(ids);
    for (const ListingId &id : *ids) {
        const auto locked = co_await m_store.lock(*tx, id);
        CARGO_CO_TRY(locked);
        (*locked)->status = targetOf(move);
        CARGO_CO_TRY(co_await keep(*tx, *locked, false));
    }
    CARGO_CO_TRY(co_await tx->commit());
    co_return int(ids->size()) == kBatch;
}

QCoro::Task<Outcome> ListingService::stopAtGate(CallContextPtr context, ListingId id)
{
    const auto tx = co_await m_runtime.db.begin(context);
    CARGO_CO_TRY(tx);
    const auto listing = co_await m_store.lock(*tx, id);
    if (!listing)
        co_return listing.code() == ErrorCode::NotFound ? ok() : Outcome(listing.error());
    CARGO_CO_TRY(co_await m_gate.look(*tx, *listing));
    if ((*listing)->status != listing::Status::InReview)
        co_return ok();
    const auto isKnown = co_await m_gate.waitsFor(*tx, *listing);
    CARGO_CO_TRY(isKnown);
    if (*isKnown)
        co_return ok();
    CARGO_CO_TRY(co_await keep(*tx, *listing, false));
    co_return co_await tx->commit();
}

QCoro::Task<Result<ListingAnswer>> ListingService::finish(db::Transaction tx, std::shared_ptr<Listing> listing, int status,
                                                          bool isNew)
{
    const auto account = co_await m_store.account(tx, listing->driver);
    CARGO_CO_TRY(account);
    CARGO_CO_TRY(co_await m_gate.look(tx, listing));
    if (listing->status == listing::Status::Published && !listing->publishedAt)
        listing->publishedAt = m_runtime.clock.now();
    CARGO_CO_TRY(co_await keep(tx, listing, isNew));
    const ListingAnswer answer = answerOf(*listing, account->card);
    CARGO_CO_TRY(co_await jobs::remember(tx, status, answer.json));
    CARGO_CO_TRY(co_await tx.commit());
    co_return answer;
}

QCoro::Task<Result<ListingAnswer>> ListingService::change(CallContextPtr context, ListingId id, qint64 version,
                                                          api::ListingPatchDto patch,
                                                          std::shared_ptr<std::vector<Error>> problems)
{
    const auto tx = co_await m_runtime.db.begin(context);
    CARGO_CO_TRY(tx);
    const auto listing = co_await lockOwn(*tx, id, version);
    CARGO_CO_TRY(listing);
    if (!listing::isEditable((*listing)->status))
        co_return Error{ErrorCode::StateConflict, {}, QStringLiteral("archived and blocked listings stay as they are")};
    auto patched = patch.applyTo((*listing)->data);
    if (!patched.ok()) {
        *problems = std::move(patched.errors);
        co_return ErrorCode::ValidationFailed;
    }
    CARGO_CO_TRY(checkContent(patched.value));
    (*listing)->before = (*listing)->data.toJson();
    (*listing)->data = std::move(patched.value);
    co_return co_await finish(*tx, *listing, 200, false);
}

QCoro::Task<Result<ListingAnswer>> ListingService::setPhotos(CallContextPtr context, ListingId id, std::optional<qint64> version,
                                                             std::vector<MediaId> photos)
{
    if (hasTwice(photos))
        co_return Error{ErrorCode::InvalidFormat, QStringLiteral("photos"), QStringLiteral("a photo stands there twice")};
    const auto tx = co_await m_runtime.db.begin(context);
    CARGO_CO_TRY(tx);
    const auto listing = co_await lockOwn(*tx, id, version);
    CARGO_CO_TRY(listing);
    if (!listing::isEditable((*listing)->status))
        co_return ErrorCode::StateConflict;
    auto media = co_await m_store.ownMedia(*tx, (*listing)->driver, photos);
    CARGO_CO_TRY(media);
    CARGO_CO_TRY(co_await m_store.replacePhotos(*tx, id, photos));
    (*listing)->before = (*listing)->data.toJson();
    (*listing)->photos = std::move(*media);
    (*listing)->data.photos = std::move(photos);
    co_return co_await finish(*tx, *listing, 200, false);
}

QCoro::Task<Result<ListingAnswer>> ListingService::move(CallContextPtr context, ListingId id, std::optional<qint64> version,
                                                        Move move)
{
    const listing::Status target = targetOf(move);
    const auto tx = co_await m_runtime.db.begin(context);
    CARGO_CO_TRY(tx);
    const auto listing = co_await lockOwn(*tx, id, version);
    CARGO_CO_TRY(listing);
    Listing &own = **listing;
    const auto account = co_await m_store.account(*tx, own.driver);
    CARGO_CO_TRY(account);
    const bool waits = move == Move::Publish && own.status == listing::Status::InReview;
    if (own.status == target || waits) {
        const ListingAnswer answer = answerOf(own, account->card);
        CARGO_CO_TRY(co_await jobs::remember(*tx, 200, answer.json));
        CARGO_CO_TRY(co_await tx->commit());
        co_return answer;
    }
    if (!listing::mayMove(own.status, target, listing::Mover::Driver))
        co_return inTheWay(own.status);
    if (move == Move::Publish) {
        if (!account->active)
            co_return ErrorCode::Banned;
        if (account->kycTier < 2)
            co_return ErrorCode::KycRequired;
        CARGO_CO_TRY(co_await m_agreements.requireSigned(*tx, own.driver, Role::Driver));
        const auto taken = co_await m_store.isInPaidDeal(*tx, id);
        CARGO_CO_TRY(taken);
        if (*taken)
            co_return inTheWay(own.status); // a deal has the car
    }
    own.status = target;
    own.takenBy.reset(); // from now on it is where its driver put it
    co_return co_await finish(*tx, *listing, 200, false);
}

QCoro::Task<Result<ListingAnswer>> ListingService::duplicate(CallContextPtr context, ListingId id)
{
    const auto tx = co_await m_runtime.db.begin(context);
    CARGO_CO_TRY(tx);
    const auto own = co_await lockOwn(*tx, id, std::nullopt);
    CARGO_CO_TRY(own);
    if ((*own)->status == listing::Status::Blocked)
        co_return Error{ErrorCode::StateConflict, {}, QStringLiteral("a blocked listing is not copied")};
    auto copy = std::make_shared<Listing>();
    copy->createdAt = m_runtime.clock.now();
    copy->id = ListingId::make(copy->createdAt);
    copy->driver = (*own)->driver;
    copy->data = (*own)->data;
    copy->data.vin.clear();
    copy->photos = (*own)->photos;
    co_return co_await finish(*tx, copy, 201, true);
}

QCoro::Task<Outcome> ListingService::remove(CallContextPtr context, ListingId id, std::optional<qint64> version)
{
    const auto tx = co_await m_runtime.db.begin(context);
    CARGO_CO_TRY(tx);
    const auto listing = co_await lockOwn(*tx, id, version);
    CARGO_CO_TRY(listing);
    Listing &own = **listing;
    if (own.status == listing::Status::Draft && !own.publishedAt) {
        const auto removed = co_await m_store.removeDraft(*tx, id);
        CARGO_CO_TRY(removed);
        if (!*removed)
            co_return ErrorCode::Conflict;
        co_return co_await tx->commit();
    }
    if (own.status == listing::Status::Archived)
        co_return ok();
    if (!listing::mayMove(own.status, listing::Status::Archived, listing::Mover::Driver))
        co_return Error{ErrorCode::StateConflict, {}, QString::fromLatin1(listing::word(own.status))};
    own.status = listing::Status::Archived;
    CARGO_CO_TRY(co_await finish(*tx, *listing, 204, false));
    co_return ok();
}

QCoro::Task<Result<CardList>> ListingService::mine(CallContextPtr context, QByteArray status, std::optional<Uuid> after,
                                                   int limit)
{
    CARGO_CO_TRY(requireDriver(context));
    co_return co_await m_store.ofDriver(context, context->principal->user, status, after, limit);
}

QCoro::Task<Result<CardList>> ListingService::ofUser(CallContextPtr context, UserId user, std::optional<Uuid> after, int limit,
                                                     std::optional<ListingId> except)
{
    const auto list = co_await m_store.publishedOf(context, user, readerOf(context), after, limit, except);
    CARGO_CO_TRY(list);
    if (list->items == "[]") { // nothing to sell, or nobody there
        const auto known = co_await m_store.isUser(context, user);
        CARGO_CO_TRY(known);
        if (!*known)
            co_return ErrorCode::NotFound;
    }
    co_return list;
}

QCoro::Task<Result<CardList>> ListingService::similar(CallContextPtr context, ListingId id, int limit)
{
    CARGO_CO_TRY(co_await find(context, id));
    co_return co_await m_store.similar(context, id, readerOf(context), limit);
}

QCoro::Task<Result<QByteArray>> ListingService::compare(CallContextPtr context, std::vector<ListingId> ids)
{
    std::vector<QJsonObject> cars;
    api::JsonWriter out(8192);
    out.beginObject().key("items").beginArray();
    std::vector<ListingId> missing;
    for (const ListingId &id : ids) {
        const auto page = co_await show(context, id);
        if (!page.ok() && page.code() != ErrorCode::NotFound)
            co_return page.error();
        if (!page.ok() || page->status != listing::Status::Published) {
            missing.push_back(id);
            continue;
        }
        out.raw(page->json);
        cars.push_back(QJsonDocument::fromJson(page->json).object());
    }
    if (cars.size() < 2)
        co_return ErrorCode::ListingUnavailable;
    out.endArray().key("rows").raw(QJsonDocument(compareRows(cars)).toJson(QJsonDocument::Compact)).key("missing").beginArray();
    for (const ListingId &id : missing)
        out.value(id);
    out.endArray().endObject();
    co_return out.take();
}

QCoro::Task<Result<api::PriceHistoryDto>> ListingService::priceHistory(CallContextPtr context, ListingId id)
{
    CARGO_CO_TRY(co_await find(context, id));
    co_return co_await m_store.priceHistory(context, id);
}

QCoro::Task<Outcome> ListingService::report(CallContextPtr context, ListingId id, api::ListingReportDto report)
{
    const auto facts = co_await find(context, id);
    CARGO_CO_TRY(facts);
    if (facts->driver == context->principal->user)
        co_return ErrorCode::OwnListing;
    const auto tx = co_await m_runtime.db.begin(context);
    CARGO_CO_TRY(tx);
    const Timestamp now = m_runtime.clock.now();
    const Timestamp due = desk::dueAt(m_runtime.settings, "listing_reports", now);
    reports::NewReport filed{"listing", id.uuid, facts->driver, context->principal->user, report.reason, report.text, now, due};
    CARGO_CO_TRY(co_await reports::ReportService::file(*tx, filed));
    CARGO_CO_TRY(co_await jobs::remember(*tx, 204, ""));
    co_return co_await tx->commit();
}

} // namespace cargo::listings
