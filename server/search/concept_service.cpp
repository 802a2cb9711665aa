#include "server/search/concept_service.h"

#include "server/audit/audit.h"
#include "server/core/log.h"
#include "server/jobs/idempotency.h"
#include "server/jobs/outbox.h"
#include "server/providers/search/traits.h"
#include "server/search/changed_listings.h"
#include "shared/api/json_writer.h"

#include <QHash>

#include <algorithm>

namespace cargo::search {

namespace {
constexpr int kSampleCars = 1'000;
constexpr int kCarsShown = 12;

std::vector<Error> errorsOf(const std::vector<ConceptFault> &faults)
{
    std::vector<Error> errors;
    for (const ConceptFault &fault : faults)
        errors.push_back(
            {ErrorCode::InvalidFormat, QStringLiteral("text"), QStringLiteral("line %1: %2").arg(fault.line).arg(fault.what)});
    return errors;
}

// The dictionary in force with this text for the concept. Lines of faults are those of the text alone, as its editor sees it.
ConceptDictionaryPtr changed(const ConceptDictionary &inForce, const QString &slug, const QString &text,
                             std::vector<Error> &problems)
{
    std::vector<ConceptFault> faults;
    const ConceptDictionaryPtr alone = ConceptDictionary::read(text.toUtf8(), faults);
    if (alone && (alone->concepts().size() != 1 || alone->concepts().front().slug != slug || !alone->asking().empty()))
        faults.push_back({1, QStringLiteral("only \"concept %1\" with its lines may stand here").arg(slug)});
    if (!faults.empty()) {
        problems = errorsOf(faults);
        return nullptr;
    }
    const ConceptDictionaryPtr all = ConceptDictionary::read(inForce.textWith(slug, alone->textOf(slug).value()), faults);
    problems = errorsOf(faults); // too many concepts, traits or bytes
    return all;
}

struct Traits
{
    qint64 cars = 0;
    std::vector<std::pair<const Document *, TraitProof>> first;
};

Traits tell(const ConceptDictionaryPtr &dictionary, const std::vector<Document> &cars, const QString &slug)
{
    const TraitFinder finder(dictionary);
    Traits traits;
    for (const Document &car : cars) {
        for (TraitProof &proof : finder.proofsOf(car)) {
            if (proof.trait->slug != slug)
                continue;
            ++traits.cars;
            if (traits.first.size() < size_t(kCarsShown))
                traits.first.emplace_back(&car, std::move(proof));
        }
    }
    return traits;
}

// "body_type=suv, drive=awd", as it stands in the text.
QString proofText(const TraitProof &proof)
{
    if (!proof.facts)
        return proof.sentence;
    QStringList tests;
    for (const FactTest &test : *proof.facts) {
        const QString values = QStringList(test.anyOf.begin(), test.anyOf.end()).join(u',');
        switch (test.kind) {
        case FactTest::Kind::Facet: tests += QLatin1String(word(test.facet)) + QStringLiteral("=") + values; break;
        case FactTest::Kind::Feature: tests += QStringLiteral("has=") + values; break;
        case FactTest::Kind::Seats: tests += QStringLiteral("seats>=%1").arg(test.least); break;
        }
    }
    return tests.join(QStringLiteral(" + "));
}
} // namespace

ConceptDictionaryPtr dictionaryOf(const ConceptVersion &version)
{
    std::vector<ConceptFault> faults;
    if (version.content) {
        if (ConceptDictionaryPtr dictionary = ConceptDictionary::read(*version.content, faults))
            return dictionary;
        log::error("search.concepts_unreadable",
                   {{"version", version.version}, {"line", faults.front().line}, {"what", faults.front().what}});
        faults.clear();
    }
    return ConceptDictionary::read(ConceptDictionary::builtInText(), faults);
}

QCoro::Task<Result<QByteArray>> ConceptService::list(CallContextPtr context)
{
    const auto version = co_await m_store.latest(context);
    CARGO_CO_TRY(version);
    SearchQuery everything;
    everything.limit = 1;
    const auto counted = co_await m_provider.search(context, everything);
    QHash<QString, int> cars;
    if (counted) { // an engine that is away keeps nobody from mending the dictionary
        for (const Facet &facet : counted->facets) {
            for (const FacetCount &value : facet.values) {
                if (qstrcmp(facet.name, "trait") == 0)
                    cars.insert(value.value, value.count);
            }
        }
    }
    const ConceptDictionaryPtr inForce = dictionaryOf(*version);
    const ConceptDictionaryPtr builtIn = dictionaryOf({});
    api::JsonWriter out(32 * 1024);
    out.beginObject().field("version", version->version).field("built_in", !version->content.has_value());
    out.field("total", qint64(inForce->concepts().size())).key("items").beginArray();
    for (const Concept &one : inForce->concepts()) {
        const QByteArray text = inForce->textOf(one.slug).value();
        const auto shipped = builtIn->textOf(one.slug);
        out.beginObject().field("id", one.slug).field("slug", one.slug).field("name_ru", one.nameRu).field("name_en", one.nameEn);
        out.field("version", version->version)
            .field("trait", one.isTrait())
            .field("wishes", QStringList(one.wishes.begin(), one.wishes.end()).join(QStringLiteral(", ")));
        out.field("listings", cars.value(one.slug)).field("text", QString::fromUtf8(text));
        out.key("built_in_text").value(shipped ? std::optional<QString>(QString::fromUtf8(*shipped)) : std::nullopt);
        out.field("own", shipped != text).endObject();
    }
    out.endArray().key("next_cursor").null().endObject();
    co_return out.take();
}

QCoro::Task<Result<QByteArray>> ConceptService::preview(CallContextPtr context, QByteArray slug, QString text,
                                                        std::shared_ptr<std::vector<Error>> problems)
{
    const auto version = co_await m_store.latest(context);
    CARGO_CO_TRY(version);
    const ConceptDictionaryPtr inForce = dictionaryOf(*version);
    const ConceptDictionaryPtr next = changed(*inForce, QString::fromUtf8(slug), text, *problems);
    if (!next)
        co_return ErrorCode::ValidationFailed;
    const auto cars = co_await m_listings.documentsAfter(context, Uuid(), kSampleCars);
    CARGO_CO_TRY(cars);
    const QString name = QString::fromUtf8(slug);
    const Traits before = tell(inForce, *cars, name);
    const Traits then = tell(next, *cars, name);
    api::JsonWriter out(8 * 1024);
    out.beginObject().field("sample", qint64(cars->size())).field("now", before.cars).field("then", then.cars);
    out.key("cars").beginArray();
    for (const auto &[car, proof] : then.first) {
        out.beginObject()
            .field("id", car->id)
            .field("title", QString(car->brand + u' ' + car->model + u' ' + QString::number(car->year)));
        out.field("proof", proofText(proof)).field("sentence", proof.facts == nullptr).endObject();
    }
    out.endArray().endObject();
    co_return out.take();
}

QCoro::Task<Result<cargo::Answer>> ConceptService::publish(db::Transaction tx, NewConceptVersion version)
{
    CARGO_CO_TRY(co_await m_store.insert(tx, version));
    api::JsonWriter details;
    details.beginObject().field("version", version.next.version).field("concept", version.slug);
    details.field("restores", version.restores).field("note", version.note).endObject();
    audit::AuditEvent event{version.by.uuid, "concepts.published", version.by, details.take()};
    CARGO_CO_TRY(co_await audit::append(tx, event));
    jobs::OutboxEvent told{kConceptsChanged, "concepts", "{}"};
    CARGO_CO_TRY(co_await jobs::append(tx, told));
    api::JsonWriter out;
    out.beginObject().field("version", version.next.version).field("built_in", !version.next.content.has_value()).endObject();
    cargo::Answer answer{200, out.take()};
    CARGO_CO_TRY(co_await jobs::remember(tx, answer.status, answer.body));
    CARGO_CO_TRY(co_await tx.commit());
    co_return answer;
}

QCoro::Task<Result<ConceptVersion>> ConceptService::lockSeen(db::Transaction tx, qint64 seen)
{
    auto standing = co_await m_store.lockLatest(std::move(tx));
    CARGO_CO_TRY(standing);
    if (standing->version != seen)
        co_return Error{ErrorCode::Conflict, QStringLiteral("version"), QStringLiteral("another version is in force")};
    co_return standing;
}

QCoro::Task<Result<cargo::Answer>> ConceptService::change(CallContextPtr context, QByteArray slug, ConceptChange order,
                                                          std::shared_ptr<std::vector<Error>> problems)
{
    const auto tx = co_await m_runtime.db.begin(context);
    CARGO_CO_TRY(tx);
    const auto standing = co_await lockSeen(*tx, order.seen);
    CARGO_CO_TRY(standing);
    const ConceptDictionaryPtr inForce = dictionaryOf(*standing);
    const ConceptDictionaryPtr next = changed(*inForce, QString::fromUtf8(slug), order.text, *problems);
    if (!next)
        co_return ErrorCode::ValidationFailed;
    if (next->sum() == inForce->sum())
        co_return Error{ErrorCode::StateConflict, {}, QStringLiteral("it reads so already")};
    NewConceptVersion version;
    version.next = {standing->version + 1, next->text()};
    version.slug = QString::fromUtf8(slug);
    version.note = order.note;
    version.by = context->principal->user;
    version.at = now();
    co_return co_await publish(*tx, version);
}

QCoro::Task<Result<cargo::Answer>> ConceptService::restore(CallContextPtr context, ConceptRestore order)
{
    const auto tx = co_await m_runtime.db.begin(context);
    CARGO_CO_TRY(tx);
    const auto standing = co_await lockSeen(*tx, order.seen);
    CARGO_CO_TRY(standing);
    const auto older = co_await m_store.find(*tx, order.version);
    CARGO_CO_TRY(older);
    if (older->content == standing->content)
        co_return Error{ErrorCode::StateConflict, {}, QStringLiteral("it reads so already")};
    NewConceptVersion version;
    version.next = {standing->version + 1, older->content};
    version.restores = order.version;
    version.note = order.note;
    version.by = context->principal->user;
    version.at = now();
    co_return co_await publish(*tx, version);
}

} // namespace cargo::search
