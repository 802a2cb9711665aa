#include "qml/deals/checkout_view_model.h"

#include "qml/client/fields.h"
#include "qml/deals/deal_words.h"
#include "qml/listings/listing_words.h"
#include "shared/api/deal_dto.h"
#include "shared/domain/deal/deal_endings.h"

#include <QJsonArray>

namespace cargo::deals {

using client::Answer;
using client::Call;
using client::Format;
using client::word;

namespace {

constexpr int kPlaces = 3;

} // namespace

void CheckoutViewModel::reload()
{
    setPhase(Loading);
    get(QStringLiteral("listings/") + m_listingId, {}, [this](const Answer &answer) {
        if (!answer.ok) {
            if (answer.error.code == ErrorCode::NotFound) {
                lose();
                return;
            }
            setFailed(answer);
            return;
        }
        m_listing = answer.body;
        loadQuote();
        loadPlaces();
    });
}

void CheckoutViewModel::loadQuote()
{
    get(QStringLiteral("listings/%1/quote").arg(m_listingId), {}, [this](const Answer &answer) {
        if (!answer.ok && answer.error.code == ErrorCode::ListingUnavailable) {
            lose();
            return;
        }
        if (!answer.ok && answer.error.code == ErrorCode::ProviderLimit) {
            m_blocked = client::errorText(answer.error);
        } else if (!answer.ok) {
            setFailed(answer);
            return;
        } else {
            m_quote = answer.body;
            m_blocked.clear();
            // Said before the pay button is pressed, not after it.
            const int tier = client()->session()->user().value(QStringLiteral("kyc_tier")).toInt();
            m_identityNeeded = client()->session()->signedIn() && tier < m_quote.value(QLatin1String("kyc_tier_needed")).toInt();
            if (m_identityNeeded)
                m_blocked = client::errorText({ErrorCode::KycRequired, {}, {}});
        }
        Q_EMIT changed();
        setPhase(Ready);
    });
}

// Where the buyer's cars went before is known from his deals, on every device of his.
void CheckoutViewModel::loadPlaces()
{
    if (!client()->session()->signedIn())
        return;
    get(QStringLiteral("deals"), {{QStringLiteral("limit"), QStringLiteral("20")}}, [this](const Answer &answer) {
        m_places.clear();
        const QJsonArray deals = answer.body.value(QLatin1String("items")).toArray();
        for (const QJsonValue &deal : deals) {
            const QString place = word(deal.toObject(), "delivery_place");
            if (!place.isEmpty() && !m_places.contains(place) && m_places.size() < kPlaces)
                m_places.append(place);
        }
        Q_EMIT changed();
    });
}

// Somebody else has the car. What was typed stays in the page; nothing was paid.
void CheckoutViewModel::lose()
{
    m_gone = true;
    Q_EMIT changed();
    setPhase(Ready);
    get(QStringLiteral("listings/%1/similar").arg(m_listingId), {}, [this](const Answer &answer) {
        m_similar.setItems(client(), answer.body.value(QLatin1String("items")).toArray(), false);
    });
}

QVariantMap CheckoutViewModel::car() const
{
    if (m_listing.isEmpty())
        return {};
    QVariantMap car = listings::ListingModel::rowOf(client()->api(), m_listing);
    car.insert(QStringLiteral("etaDays"), m_listing.value(QLatin1String("delivery_eta_days")).toInt());
    return car;
}

QVariantMap CheckoutViewModel::quote() const
{
    if (m_quote.isEmpty())
        return {};
    const QJsonObject clocks = m_quote.value(QLatin1String("clocks")).toObject();
    QVariantMap quote = listings::sharesOf(m_quote);
    quote.insert({{QStringLiteral("provider"), providerText(word(m_quote, "provider"))},
                  {QStringLiteral("etaDays"), m_quote.value(QLatin1String("delivery_eta_days")).toInt()},
                  {QStringLiteral("payWithin"), spanText(clocks.value(QLatin1String("payment_s")).toDouble())},
                  {QStringLiteral("pickUpWithin"), spanText(clocks.value(QLatin1String("start_s")).toDouble())},
                  {QStringLiteral("confirmWithin"), spanText(clocks.value(QLatin1String("confirmation_s")).toDouble())},
                  {QStringLiteral("checkWithin"), spanText(clocks.value(QLatin1String("dispute_window_s")).toDouble())}});
    return quote;
}

QVariantList CheckoutViewModel::changes() const
{
    QVariantList list;
    const auto add = [&list](const QString &name, const QString &was, const QString &now) {
        if (was != now)
            list.append(QVariantMap{{QStringLiteral("name"), name}, {QStringLiteral("was"), was}, {QStringLiteral("now"), now}});
    };
    if (m_before.isEmpty() || m_quote.isEmpty())
        return list;
    const auto price = [](const QJsonObject &quote) { return Format::money(quote.value(QLatin1String("amount")).toObject()); };
    const auto days = [](const QJsonObject &quote) {
        return tr("%n day(s)", "delivery", quote.value(QLatin1String("delivery_eta_days")).toInt());
    };
    add(tr("Price"), price(m_before), price(m_quote));
    add(tr("Term"), days(m_before), days(m_quote));
    if (list.isEmpty())
        add(tr("Description"), {}, tr("edited by the driver"));
    return list;
}

// The driver changed the car between the look and the order. What was typed stays; the new terms are shown beside the old.
void CheckoutViewModel::lookAgain()
{
    const QJsonObject before = m_before.isEmpty() ? m_quote : m_before;
    get(QStringLiteral("listings/") + m_listingId, {}, [this, before](const Answer &answer) {
        if (!answer.ok) {
            answer.error.code == ErrorCode::NotFound ? lose() : setFailed(answer);
            return;
        }
        m_listing = answer.body;
        m_before = before;
        loadQuote();
        Q_EMIT termsChanged();
    });
}

QVariantList CheckoutViewModel::endings() const
{
    struct Line
    {
        QString who;
        DealEvent event;
        QString money;
        const char *tone;
    };
    const auto moneyOf = [](MoneyEnding money) -> std::pair<QString, const char *> {
        switch (money) {
        case MoneyEnding::NothingTaken: return {tr("nothing is taken"), "good"};
        case MoneyEnding::ReturnedInFull: return {tr("everything back to you"), "good"};
        case MoneyEnding::PaidToDriver: return {tr("the driver is paid"), "plain"};
        case MoneyEnding::Divided: return {tr("divided by decision"), "warn"};
        case MoneyEnding::StaffDecide: return {tr("waits for the decision"), "warn"};
        }
        return {};
    };
    const auto eventOf = [](DealEvent event, bool buyer, bool driver) -> QString {
        switch (event) {
        case DealEvent::Cancel:
            return buyer && driver ? tr("You or the driver cancel") : buyer ? tr("You cancel") : tr("The driver cancels");
        case DealEvent::PaymentDeadline: return tr("The time to pay is over");
        case DealEvent::StartDeadline: return tr("The driver does not pick the car up in time");
        case DealEvent::OpenDispute:
            return buyer && driver ? tr("You or the driver report a problem") : tr("A problem is reported");
        case DealEvent::Release: return tr("You let the money go");
        case DealEvent::DisputeWindowEnd: return tr("The time for checking is over");
        default: return {};
        }
    };
    const std::pair<DealStatus, QString> stages[] = {{DealStatus::Created, tr("Before the payment")},
                                                     {DealStatus::Funded, tr("Paid, the car not yet picked up")},
                                                     {DealStatus::InTransit, tr("The car is on its way or has arrived")},
                                                     {DealStatus::Delivered, tr("After your “yes”")}};
    QVariantList list;
    const QJsonArray endings = m_quote.value(QLatin1String("endings")).toArray();
    for (const auto &[stage, title] : stages) {
        std::vector<Line> lines;
        std::map<DealEvent, std::pair<bool, bool>> sides;
        std::vector<std::pair<DealEvent, MoneyEnding>> order;
        for (const QJsonValue &value : endings) {
            const QJsonObject ending = value.toObject();
            const auto event = dealEventFromWord(word(ending, "event"));
            const auto money = moneyEndingFromWord(word(ending, "money"));
            if (dealStatusFromWord(word(ending, "status")) != stage || !event || !money)
                continue;
            if (!sides.count(*event))
                order.emplace_back(*event, *money);
            auto &[buyer, driver] = sides[*event];
            buyer |= word(ending, "actor") == QLatin1String("buyer");
            driver |= word(ending, "actor") == QLatin1String("driver");
        }
        QVariantList rows;
        for (const auto &[event, money] : order) {
            const auto &[buyer, driver] = sides[event];
            const QString who = eventOf(event, buyer, driver);
            const auto [text, tone] = moneyOf(money);
            if (!who.isEmpty())
                rows.append(QVariantMap{{QStringLiteral("who"), who},
                                        {QStringLiteral("money"), text},
                                        {QStringLiteral("tone"), QLatin1String(tone)}});
        }
        if (!rows.isEmpty())
            list.append(QVariantMap{{QStringLiteral("stage"), title}, {QStringLiteral("lines"), rows}});
    }
    return list;
}

QStringList CheckoutViewModel::notIncluded() const
{
    return listings::notIncludedWords(m_quote.value(QLatin1String("not_included")).toArray());
}

void CheckoutViewModel::create(const QString &place)
{
    const QJsonObject amount = m_quote.value(QLatin1String("amount")).toObject();
    const auto id = ListingId::fromText(m_listingId);
    const auto currency = Currency::fromCode(word(amount, "currency"));
    if (busy() || !id || !currency)
        return;
    if (m_call.path.isEmpty() || place != m_place) {
        api::CreateDealBody body;
        body.listingId = *id;
        body.amount = {qint64(amount.value(QLatin1String("amount")).toDouble()), *currency};
        body.deliveryPlace = place.trimmed();
        body.deliveryEtaDays = m_quote.value(QLatin1String("delivery_eta_days")).toInt();
        if (const auto version = m_listing.value(QLatin1String("version")).toInteger(); version > 0)
            body.listingVersion = version;
        m_call = Call::post(QStringLiteral("deals"), body.toJson());
        m_place = place;
    }
    m_fieldErrors.clear();
    setBusy(true);
    client()->api()->send(m_call, this, [this](const Answer &answer) {
        setBusy(false);
        if (answer.ok) {
            Q_EMIT created(answer.body.value(QLatin1String("id")).toString());
            return;
        }
        for (const Error &field : answer.fields)
            m_fieldErrors.insert(field.field, client::errorText(field));
        if (!answer.unreachable())
            m_call = {};
        if (answer.error.code == ErrorCode::ListingUnavailable) {
            lose();
            return;
        }
        if (answer.error.code == ErrorCode::Conflict) {
            lookAgain();
            return;
        }
        if (answer.error.code == ErrorCode::AgreementRequired) {
            Q_EMIT agreementNeeded(word(answer.body.value(QLatin1String("agreement")).toObject(), "slug"));
            return;
        }
        Q_EMIT changed();
        if (answer.fields.empty())
            Q_EMIT failed(client::errorText(answer.error));
    });
}

} // namespace cargo::deals
