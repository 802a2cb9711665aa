#include "qml/deals/deal_view_models.h"

#include "qml/client/format.h"
#include "shared/api/deal_dto.h"
#include "shared/api/dispute_dto.h"
#include "shared/api/review_dto.h"

namespace cargo::deals {

using client::Answer;
using client::Call;
using client::Format;

namespace {

constexpr int kCheckPaymentMs = 4000;

QString word(const QJsonObject &object, const char *name) { return object.value(QLatin1String(name)).toString(); }
double at(const QJsonObject &object, const char *name) { return double(Format::millis(object.value(QLatin1String(name)))); }

} // namespace

TimelineModel::TimelineModel(QObject *parent)
    : RowModel({QStringLiteral("key"), QStringLiteral("title"), QStringLiteral("detail"), QStringLiteral("state"),
                QStringLiteral("photos")},
               parent)
{
}

void DealViewModel::begin()
{
    m_check.setInterval(kCheckPaymentMs);
    connect(&m_check, &QTimer::timeout, this, &DealViewModel::reload); // the live line may be down just now
    connect(client()->ws(), &client::WsClient::frameArrived, this, [this](const QString &type, const QJsonObject &frame) {
        if (type == QLatin1String("deal") && word(frame.value(QLatin1String("deal")).toObject(), "id") == m_id)
            reload(); // the frame is the same for both sides; what I may do now is in my own reading
    });
    connect(client()->ws(), &client::WsClient::readyChanged, this, [this](bool ready) {
        if (ready)
            reload();
    });
    reload();
}

void DealViewModel::reload()
{
    if (m_deal.isEmpty())
        setPhase(Loading);
    get(QStringLiteral("deals/") + m_id, {}, [this](const Answer &answer) {
        const QString key = QStringLiteral("deal/") + m_id;
        if (answer.ok)
            client()->cache()->put(key, answer.body);
        const QJsonObject body = answer.ok ? answer.body : answer.unreachable() ? client()->cache()->get(key) : QJsonObject();
        if (body.isEmpty()) {
            if (m_deal.isEmpty())
                setFailed(answer);
            return;
        }
        m_deal = body;
        show();
        setPhase(Ready);
        loadTimeline();
    });
}

void DealViewModel::loadTimeline()
{
    get(QStringLiteral("deals/%1/timeline").arg(m_id), {{QStringLiteral("limit"), QStringLiteral("100")}},
        [this](const Answer &answer) {
            if (!answer.ok)
                return;
            m_events = answer.body.value(QLatin1String("items")).toArray();
            show();
        });
}

QVariantMap DealViewModel::deal() const
{
    if (m_deal.isEmpty())
        return {};
    const QJsonObject car = m_deal.value(QLatin1String("listing")).toObject();
    const QJsonObject driver = m_deal.value(QLatin1String("driver")).toObject();
    return {
        {QStringLiteral("number"), word(m_deal, "number")},
        {QStringLiteral("title"), QString(word(car, "brand") + QLatin1Char(' ') + word(car, "model"))},
        {QStringLiteral("year"), car.value(QLatin1String("year")).toInt()},
        {QStringLiteral("photo"), client()->api()->mediaUrl(word(car, "photo"))},
        {QStringLiteral("price"), Format::money(m_deal.value(QLatin1String("amount")).toObject())},
        {QStringLiteral("fee"), Format::money(m_deal.value(QLatin1String("fee")).toObject())},
        {QStringLiteral("driverReceives"), Format::money(m_deal.value(QLatin1String("driver_receives")).toObject())},
        {QStringLiteral("place"), word(m_deal, "delivery_place")},
        {QStringLiteral("etaDays"), m_deal.value(QLatin1String("delivery_eta_days")).toInt()},
        {QStringLiteral("status"), status()},
        {QStringLiteral("statusText"), statusText(m_deal)},
        {QStringLiteral("driver"), word(driver, "display_name")},
        {QStringLiteral("rating"), driver.value(QLatin1String("rating")).toObject().value(QLatin1String("count")).toInt() > 0
                                       ? driver.value(QLatin1String("rating")).toObject().value(QLatin1String("mean")).toDouble()
                                       : 0.0},
        {QStringLiteral("conversationId"), word(m_deal, "conversation_id")},
        {QStringLiteral("reviewable"), m_deal.value(QLatin1String("reviewable")).toBool()},
        {QStringLiteral("disputedByMe"),
         word(m_deal.value(QLatin1String("dispute")).toObject(), "opened_by") == QLatin1String("buyer")}};
}

QStringList DealViewModel::allowed() const
{
    QStringList events;
    const QJsonArray allowed = m_deal.value(QLatin1String("allowed_events")).toArray();
    for (const QJsonValue &event : allowed)
        events << event.toString();
    return events;
}

QVariantMap DealViewModel::money() const
{
    const auto say = [](const QString &title, const QString &text, const char *tone, const char *icon) {
        return QVariantMap{{QStringLiteral("title"), title},
                           {QStringLiteral("text"), text},
                           {QStringLiteral("tone"), QLatin1String(tone)},
                           {QStringLiteral("iconName"), QLatin1String(icon)}};
    };
    const QString money = word(m_deal, "money_status");
    if (m_deal.isEmpty())
        return {};
    if (checkingPayment())
        return say(tr("We are checking the payment"), tr("This page changes by itself as soon as the bank answers."), "info",
                   "hourglass_empty");
    if (status() == QLatin1String("cancelled"))
        return money == QLatin1String("void_queued") || money == QLatin1String("refund_queued")
                   ? say(tr("Your money is on its way back"), tr("The bank returns it in full."), "info", "undo")
                   : say(tr("No money was taken"), tr("The deal was cancelled."), "info", "lock_open");
    if (money == QLatin1String("none") || money == QLatin1String("awaiting"))
        return say(tr("Nothing is paid yet"),
                   tr("You pay the bank. The driver gets the money only after you have confirmed the car."), "info", "lock_open");
    if (money == QLatin1String("paid"))
        return say(tr("The driver has been paid"), {}, "good", "check_circle");
    if (money == QLatin1String("payout_queued") || money == QLatin1String("payout_sent"))
        return say(tr("The bank is paying the driver"), {}, "good", "check_circle");
    if (money == QLatin1String("refunded") || money == QLatin1String("void"))
        return say(tr("The money is back with you"), {}, "good", "check_circle");
    if (money == QLatin1String("refund_queued") || money == QLatin1String("refund_sent") || money == QLatin1String("void_queued"))
        return say(tr("Your money is on its way back"), tr("The bank returns it in full."), "info", "undo");
    if (money == QLatin1String("failed"))
        return say(tr("The bank could not finish a step"), tr("The money is safe. Our finance team is on it."), "warn",
                   "schedule");
    return say(tr("The bank has the money, not the driver"), tr("He gets it when you have confirmed the car."), "info", "lock");
}

QVariantMap DealViewModel::clock() const
{
    const QJsonObject clocks = m_deal.value(QLatin1String("deadlines")).toObject();
    const auto clock = [&clocks](const char *name, const QString &text) {
        const double until = at(clocks, name);
        return until > 0 ? QVariantMap{{QStringLiteral("until"), until}, {QStringLiteral("text"), text}} : QVariantMap();
    };
    const std::pair<const char *, QString> order[] = {
        {"payment_at", tr("Time to pay")},
        {"start_at", tr("The driver picks the car up within")},
        {"confirmation_at", tr("Time to look at the car and confirm")},
        {"dispute_window_at", tr("The driver is paid in")},
        {"evidence_at", tr("Time to send evidence")},
        {"review_at", tr("Time for a review")},
    };
    for (const auto &[name, text] : order) {
        if (const QVariantMap found = clock(name, text); !found.isEmpty())
            return found;
    }
    return {};
}

QVariantMap DealViewModel::amendment() const
{
    const QJsonObject change = m_deal.value(QLatin1String("amendment")).toObject();
    if (change.isEmpty() || !allowed().contains(QLatin1String("amendment_accepted")))
        return {};
    return {{QStringLiteral("price"), change.contains(QLatin1String("amount"))
                                          ? Format::money(change.value(QLatin1String("amount")).toObject())
                                          : QString()},
            {QStringLiteral("etaDays"), change.value(QLatin1String("delivery_eta_days")).toInt()},
            {QStringLiteral("reason"), word(change, "reason")}};
}

void DealViewModel::show()
{
    QList<QVariantMap> rows;
    const auto add = [&rows](const QString &key, const QString &title, const QString &detail, const QString &state,
                             const QVariantList &photos = {}) {
        rows.append({{QStringLiteral("key"), key},
                     {QStringLiteral("title"), title},
                     {QStringLiteral("detail"), detail},
                     {QStringLiteral("state"), state},
                     {QStringLiteral("photos"), photos}});
    };
    const QString done = QStringLiteral("done"), now = QStringLiteral("now"), next = QStringLiteral("next");
    const double created = at(m_deal, "created_at"), funded = at(m_deal, "funded_at"), started = at(m_deal, "started_at");
    const double arrived = at(m_deal, "arrived_at"), delivered = at(m_deal, "delivered_at"), finished = at(m_deal, "finished_at");
    const QString fee = Format::money(m_deal.value(QLatin1String("fee")).toObject());
    const bool over = status() == QLatin1String("cancelled");
    add(QStringLiteral("created"), tr("Agreed"), tr("%1 · fee %2").arg(Format::moment(created), fee), done);
    if (funded > 0 || !over)
        add(QStringLiteral("funded"), funded > 0 ? tr("Paid") : tr("Payment"),
            funded > 0 ? tr("%1 · the bank confirmed").arg(Format::moment(funded)) : tr("to the bank, not to the driver"),
            funded > 0 ? done : now);
    QString place;
    QVariantList photos;
    for (const QJsonValue &value : std::as_const(m_events)) { // the last checkpoint tells where the car is
        const QJsonObject point = value.toObject().value(QLatin1String("checkpoint")).toObject();
        if (point.isEmpty())
            continue;
        QStringList parts;
        if (!word(point, "place").isEmpty())
            parts << word(point, "place");
        if (const double km = point.value(QLatin1String("odometer_km")).toDouble(); km > 0)
            parts << tr("%1 km").arg(Format::number(km));
        parts << Format::moment(at(point, "recorded_at"));
        place = parts.join(QStringLiteral(" · "));
        photos.clear();
        const QJsonArray ids = point.value(QLatin1String("photos")).toArray();
        for (const QJsonValue &id : ids) {
            const QString text = id.isObject() ? word(id.toObject(), "id") : id.toString();
            photos.append(client()->api()->mediaUrl(QStringLiteral("/api/v1/media/%1/thumb").arg(text)));
        }
    }
    if (started > 0 || !over)
        add(QStringLiteral("started"), tr("On the way"),
            !place.isEmpty() ? place
            : started > 0    ? Format::moment(started)
                             : tr("%n day(s)", "delivery", m_deal.value(QLatin1String("delivery_eta_days")).toInt()),
            arrived > 0 || delivered > 0 ? done
            : started > 0                ? now
            : funded > 0                 ? now
                                         : next,
            photos);
    if (!over) {
        add(QStringLiteral("delivered"), tr("Handover"),
            delivered > 0 ? Format::moment(delivered)
            : arrived > 0 ? tr("the car is here: look at it, then show the code")
                          : tr("we show the code when you meet"),
            delivered > 0 ? done
            : arrived > 0 ? now
                          : next);
        add(QStringLiteral("released"), tr("Payout to the driver"),
            finished > 0 ? Format::moment(finished) : tr("24 hours after your “yes”"),
            finished > 0    ? done
            : delivered > 0 ? now
                            : next);
    } else {
        add(QStringLiteral("cancelled"), tr("Cancelled"), Format::moment(finished), done);
    }
    if (status() == QLatin1String("disputed"))
        add(QStringLiteral("disputed"), tr("Problem reported"),
            tr("%1 · our clocks stand still").arg(Format::moment(at(m_deal, "disputed_at"))), now);
    m_timeline.sync(rows);
    if (status() != QLatin1String("created")) {
        m_checking = false;
        m_check.stop();
    }
    Q_EMIT changed();
}

void DealViewModel::act(const QString &path, const QByteArray &body)
{
    order(Call::post(QStringLiteral("deals/%1/%2").arg(m_id, path), body), [this](const Answer &answer) {
        if (answer.body.contains(QLatin1String("status")))
            m_deal = answer.body;
        show();
        reload();
    });
}

void DealViewModel::pay()
{
    order(Call::post(QStringLiteral("deals/%1/pay").arg(m_id), "{\"return_url\":\"cargo://d/" + m_id.toLatin1() + "\"}"),
          [this](const Answer &answer) {
              m_checking = true;
              m_check.start();
              show();
              const QString url = word(answer.body.value(QLatin1String("payment")).toObject(), "confirmation_url");
              if (!url.isEmpty())
                  Q_EMIT paymentPageReady(client()->api()->serverUrl().resolved(QUrl(url)));
          });
}

void DealViewModel::confirm() { act(QStringLiteral("confirm"), "{}"); }
void DealViewModel::release() { act(QStringLiteral("release"), "{}"); }
void DealViewModel::cancel() { act(QStringLiteral("cancel"), "{}"); }
void DealViewModel::withdrawDispute() { act(QStringLiteral("withdraw-dispute"), "{}"); }

void DealViewModel::openDispute(const QString &reason, const QString &text)
{
    act(QStringLiteral("dispute"), api::OpenDisputeBody{reason, text, {}}.toJson());
}

void DealViewModel::answerAmendment(bool accept)
{
    const QString id = word(m_deal.value(QLatin1String("amendment")).toObject(), "id");
    act(QStringLiteral("amendments/%1/%2").arg(id, accept ? QStringLiteral("accept") : QStringLiteral("decline")), "{}");
}

void DealViewModel::review(int rating, const QString &comment)
{
    order(Call::post(QStringLiteral("deals/%1/reviews").arg(m_id), api::ReviewBody{rating, comment}.toJson()),
          [this](const Answer &) {
              Q_EMIT reviewed();
              reload();
          });
}

} // namespace cargo::deals
