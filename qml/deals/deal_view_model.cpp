#include "qml/deals/deal_view_models.h"

#include "qml/client/fields.h"
#include "qml/client/format.h"
#include "qml/deals/car_compared.h"
#include "qml/deals/deal_words.h"
#include "shared/api/deal_dto.h"
#include "shared/api/dispute_dto.h"
#include "shared/api/review_dto.h"

#include <QDateTime>
#include <QJsonDocument>

namespace cargo::deals {

using client::Answer;
using client::at;
using client::Call;
using client::Format;
using client::word;

namespace {

constexpr int kCheckPaymentMs = 4000;
constexpr int kPatienceMs = 60000; // after it the buyer is told what to do when the bank does not answer

} // namespace

TimelineModel::TimelineModel(QObject *parent)
    : RowModel({QStringLiteral("key"), QStringLiteral("title"), QStringLiteral("moment"), QStringLiteral("detail"),
                QStringLiteral("state"), QStringLiteral("photos")},
               parent)
{
}

CheckpointModel::CheckpointModel(QObject *parent)
    : RowModel({QStringLiteral("key"), QStringLiteral("seq"), QStringLiteral("iconName"), QStringLiteral("title"),
                QStringLiteral("place"), QStringLiteral("detail"), QStringLiteral("note"), QStringLiteral("moment"),
                QStringLiteral("day"), QStringLiteral("deviceText"), QStringLiteral("inspection"), QStringLiteral("photos"),
                QStringLiteral("hash"), QStringLiteral("previousHash"), QStringLiteral("holds")},
               parent)
{
}

void DealViewModel::begin()
{
    m_check.setInterval(kCheckPaymentMs);
    connect(&m_check, &QTimer::timeout, this, &DealViewModel::reload); // the live line may be down just now
    m_patience.setSingleShot(true);
    m_patience.setInterval(kPatienceMs);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        m_slow = true;
        Q_EMIT changed();
    });
    connect(client()->ws(), &client::WsClient::frameArrived, this, [this](const QString &type, const QJsonObject &frame) {
        if (type == QLatin1String("deal") && word(frame.value(QLatin1String("deal")).toObject(), "id") == m_id)
            reload(); // the frame is the same for both sides; what I may do now is in my own reading
    });
    connect(client()->ws(), &client::WsClient::readyChanged, this, [this](bool ready) {
        if (ready)
            reload();
    });
    connect(client()->connection(), &client::Connection::cameBack, this, [this] {
        if (!m_unansweredOrder.isEmpty())
            reload(); // did it arrive?
    });
    const auto mine = [this](const client::OutboxItem &item) { return item.subject == QStringLiteral("deal/") + m_id; };
    connect(client()->outbox(), &client::Outbox::sent, this, [this, mine](const client::OutboxItem &item) {
        if (mine(item))
            reload();
    });
    connect(client()->outbox(), &client::Outbox::refused, this, [this, mine](const client::OutboxItem &item, const Error &error) {
        if (mine(item))
            Q_EMIT failed(client::errorText(error));
    });
    reload();
}

void DealViewModel::reload()
{
    load({QStringLiteral("deal/") + m_id, QStringLiteral("deals/") + m_id, {}, Source::Thing},
         [this](const QJsonObject &deal) { shown(deal); });
    loadTimeline();
}

void DealViewModel::shown(const QJsonObject &deal)
{
    m_deal = deal;
    if (!m_unansweredOrder.isEmpty() && client()->api()->online() && !mayStill(m_unansweredOrder))
        m_unansweredOrder.clear();
    show();
    setPhase(Ready);
    loadDispute();
    loadPayments();
}

void DealViewModel::loadDispute()
{
    if (!m_deal.value(QLatin1String("dispute")).isObject() && status() != QLatin1String("disputed"))
        return;
    loadAside({QStringLiteral("deal/%1/dispute").arg(m_id), QStringLiteral("deals/%1/dispute").arg(m_id)},
              [this](const QJsonObject &body) {
                  const QJsonArray cases = body.value(QLatin1String("items")).toArray();
                  if (cases.isEmpty())
                      return;
                  m_dispute = cases.last().toObject();
                  for (const QJsonValue &one : cases) { // the one that is open, else the last
                      if (word(one.toObject(), "status") == QLatin1String("open"))
                          m_dispute = one.toObject();
                  }
                  Q_EMIT changed();
              });
}

void DealViewModel::loadPayments()
{
    get(QStringLiteral("deals/%1/payments").arg(m_id), {}, [this](const Answer &answer) {
        if (!answer.ok)
            return;
        m_payments = answer.body.value(QLatin1String("items")).toArray();
        if (const QString state = word(newestPayment(), "status");
            state == QLatin1String("declined") || state == QLatin1String("canceled"))
            stopChecking();
        Q_EMIT changed();
    });
}

void DealViewModel::stopChecking()
{
    m_checking = false;
    m_slow = false;
    m_check.stop();
    m_patience.stop();
}

QJsonObject DealViewModel::newestPayment() const
{
    QJsonObject newest;
    for (const QJsonValue &payment : m_payments) {
        if (word(payment.toObject(), "created_at") >= word(newest, "created_at"))
            newest = payment.toObject();
    }
    return newest;
}

QString DealViewModel::paying() const
{
    if (status() != QLatin1String("created"))
        return {};
    if (m_checking)
        return m_slow ? QStringLiteral("slow") : QStringLiteral("checking");
    const QString state = word(newestPayment(), "status");
    return state == QLatin1String("declined")                                     ? QStringLiteral("declined")
           : state == QLatin1String("pending") || state == QLatin1String("new")   ? QStringLiteral("open")
           : state == QLatin1String("held") || state == QLatin1String("captured") ? QStringLiteral("checking")
                                                                                  : QString();
}

QVariantList DealViewModel::receipts() const
{
    QVariantList lines;
    const std::pair<const char *, QString> states[] = {{"held", tr("reserved on the card")},
                                                       {"captured", tr("taken and kept for the deal")},
                                                       {"canceled", tr("let go, nothing was taken")},
                                                       {"declined", tr("declined by the bank")},
                                                       {"refunded", tr("returned")}};
    for (const QJsonValue &value : m_payments) {
        const QJsonObject payment = value.toObject();
        for (const auto &[state, text] : states) {
            if (word(payment, "status") != QLatin1String(state))
                continue;
            lines.append(
                QVariantMap{{QStringLiteral("title"), text},
                            {QStringLiteral("detail"), Format::moment(at(payment, "created_at"))},
                            {QStringLiteral("value"), Format::money(payment.value(QLatin1String("amount")).toObject())}});
        }
    }
    return lines;
}

void DealViewModel::loadTimeline()
{
    loadAside({QStringLiteral("deal/%1/timeline").arg(m_id),
               QStringLiteral("deals/%1/timeline").arg(m_id),
               {{QStringLiteral("limit"), QStringLiteral("100")}}},
              [this](const QJsonObject &body) {
                  m_events = body.value(QLatin1String("items")).toArray();
                  m_holding = checkpointsHolding(m_id, m_events); // once: screens read what it says many times
                  if (!m_deal.isEmpty())
                      show();
              });
}

QVariantMap DealViewModel::deal() const
{
    if (m_deal.isEmpty())
        return {};
    const QJsonObject car = m_deal.value(QLatin1String("listing")).toObject();
    const QJsonObject other = m_deal.value(ofDriver() ? QLatin1String("buyer") : QLatin1String("driver")).toObject();
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
        {QStringLiteral("statusText"), words().status(m_deal)},
        {QStringLiteral("other"), word(other, "display_name")},
        {QStringLiteral("rating"), other.value(QLatin1String("rating")).toObject().value(QLatin1String("count")).toInt() > 0
                                       ? other.value(QLatin1String("rating")).toObject().value(QLatin1String("mean")).toDouble()
                                       : 0.0},
        {QStringLiteral("conversationId"), word(m_deal, "conversation_id")},
        {QStringLiteral("vin"), word(m_deal, "vin")},
        {QStringLiteral("reviewed"), m_deal.value(QLatin1String("reviewed_by_me")).toBool()},
        {QStringLiteral("reviewable"), m_deal.value(QLatin1String("reviewable")).toBool()},
        {QStringLiteral("disputedByMe"), word(m_deal.value(QLatin1String("dispute")).toObject(), "opened_by") == role()}};
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
    const QString state = paying();
    if (state == QLatin1String("checking") || state == QLatin1String("slow"))
        return {{QStringLiteral("title"), tr("We are checking the payment")},
                {QStringLiteral("text"), tr("This page changes by itself as soon as the bank answers.")},
                {QStringLiteral("tone"), QStringLiteral("info")},
                {QStringLiteral("iconName"), QStringLiteral("hourglass_empty")}};
    return words().money(m_deal);
}

QVariantList DealViewModel::clocks() const { return words().clocks(m_deal); }
QVariantMap DealViewModel::next() const { return words().next(m_deal); }
QVariantMap DealViewModel::chain() const { return chainWords(m_events, m_holding, ofDriver()); }
QVariantMap DealViewModel::eta() const
{
    return m_deal.isEmpty() ? QVariantMap() : etaWords(m_deal, m_events, double(QDateTime::currentMSecsSinceEpoch()), ofDriver());
}
QString DealViewModel::shareText() const { return m_deal.isEmpty() ? QString() : deals::shareText(m_deal, m_events); }

QVariantList DealViewModel::terms() const
{
    QVariantList list;
    const auto add = [&list](const QString &name, const QString &value, bool strong = false) {
        if (!value.isEmpty())
            list.append(QVariantMap{
                {QStringLiteral("name"), name}, {QStringLiteral("value"), value}, {QStringLiteral("strong"), strong}});
    };
    const auto sum = [this](const char *name) { return Format::money(m_deal.value(QLatin1String(name)).toObject()); };
    if (m_deal.isEmpty())
        return list;
    const bool driver = ofDriver();
    add(driver ? tr("The buyer pays") : tr("You pay"), sum("amount"), !driver);
    add(tr("CarGo's fee, out of it"), sum("fee"));
    add(driver ? tr("You receive") : tr("The driver receives"), sum("driver_receives"), driver);
    if (m_deal.value(QLatin1String("refund")).isObject())
        add(driver ? tr("Back to the buyer") : tr("Back to you"), sum("refund"), true);
    add(tr("Where to"), word(m_deal, "delivery_place"));
    add(tr("Term"), tr("%n day(s)", "delivery", m_deal.value(QLatin1String("delivery_eta_days")).toInt()));
    add(tr("VIN at pick-up"), word(m_deal, "vin"));
    return list;
}

QVariantList DealViewModel::photosOf(const QJsonArray &ids) const
{
    return photoUrls(ids, [this](const QString &path) { return client()->api()->mediaUrl(path); });
}

QVariantMap DealViewModel::dispute() const
{
    if (m_dispute.isEmpty())
        return {};
    QVariantList evidence;
    const QJsonArray pieces = m_dispute.value(QLatin1String("evidence")).toArray();
    for (const QJsonValue &value : pieces) {
        const QJsonObject piece = value.toObject();
        evidence.append(QVariantMap{{QStringLiteral("who"), word(piece, "side") == role() ? tr("You")
                                                            : ofDriver()                  ? tr("The buyer")
                                                                                          : tr("The driver")},
                                    {QStringLiteral("mine"), word(piece, "side") == QLatin1String("buyer")},
                                    {QStringLiteral("text"), word(piece, "text")},
                                    {QStringLiteral("moment"), Format::moment(at(piece, "created_at"))},
                                    {QStringLiteral("photos"), photosOf(piece.value(QLatin1String("photos")).toArray())}});
    }
    const bool mine = word(m_dispute, "opened_by") == QLatin1String("buyer"),
               open = word(m_dispute, "status") == QLatin1String("open");
    const QString outcome = word(m_dispute, "outcome");
    const QString refund = Format::money(m_dispute.value(QLatin1String("refund")).toObject());
    const QString decided = outcome == QLatin1String("refund")    ? tr("The money goes back to you in full")
                            : outcome == QLatin1String("release") ? tr("The driver is paid in full")
                            : outcome == QLatin1String("split")   ? tr("%1 go back to you, the driver gets the rest").arg(refund)
                                                                  : QString();
    return {{QStringLiteral("reason"), disputeReasonText(word(m_dispute, "reason"))},
            {QStringLiteral("text"), word(m_dispute, "text")},
            {QStringLiteral("mine"), mine},
            {QStringLiteral("moment"), Format::moment(at(m_dispute, "created_at"))},
            {QStringLiteral("closedMoment"), Format::moment(at(m_dispute, "closed_at"))},
            {QStringLiteral("decided"), decided},
            {QStringLiteral("resolution"), word(m_dispute, "resolution")},
            {QStringLiteral("withdrawn"), word(m_dispute, "status") == QLatin1String("withdrawn")},
            {QStringLiteral("evidenceUntil"), open ? at(m_dispute, "evidence_due_at") : 0.0},
            {QStringLiteral("open"), open},
            {QStringLiteral("evidence"), evidence}};
}

QVariantMap DealViewModel::compared() const
{
    return client() ? carCompared(m_events, [this](const QString &path) { return client()->api()->mediaUrl(path); })
                    : QVariantMap();
}

QVariantMap DealViewModel::amendment() const
{
    const QJsonObject change = m_deal.value(QLatin1String("amendment")).toObject();
    if (change.isEmpty() || !allowed().contains(QLatin1String("amendment_accepted")))
        return {};
    return {{QStringLiteral("price"), change.contains(QLatin1String("amount"))
                                          ? Format::money(change.value(QLatin1String("amount")).toObject())
                                          : QString()},
            {QStringLiteral("priceNow"), Format::money(m_deal.value(QLatin1String("amount")).toObject())},
            {QStringLiteral("etaDays"), change.value(QLatin1String("delivery_eta_days")).toInt()},
            {QStringLiteral("etaDaysNow"), m_deal.value(QLatin1String("delivery_eta_days")).toInt()},
            {QStringLiteral("moment"), Format::moment(at(change, "created_at"))},
            {QStringLiteral("photos"), photosOf(change.value(QLatin1String("photos")).toArray())},
            {QStringLiteral("reason"), word(change, "reason")}};
}

void DealViewModel::show()
{
    const UrlOf urlOf = [this](const QString &path) { return client()->api()->mediaUrl(path); };
    m_timeline.sync(timelineRows(m_deal, m_events, urlOf, ofDriver()));
    m_checkpoints.sync(checkpointRows(m_events, m_holding, urlOf, ofDriver()));
    if (status() != QLatin1String("created"))
        stopChecking();
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
    order(Call::post(QStringLiteral("deals/%1/pay").arg(m_id), "{\"return_url\":\"cargo://deals/" + m_id.toLatin1() + "\"}"),
          [this](const Answer &answer) {
              m_checking = true;
              m_slow = false;
              m_check.start();
              m_patience.start();
              show();
              const QString url = word(answer.body.value(QLatin1String("payment")).toObject(), "confirmation_url");
              if (!url.isEmpty())
                  Q_EMIT paymentPageReady(client()->api()->serverUrl().resolved(QUrl(url)));
          });
}

double DealViewModel::handoverLockedUntil() const { return at(m_deal, "handover_locked_until"); }

void DealViewModel::saveAct(const QString &kind)
{
    saveFromServer(QStringLiteral("deals/%1/act.%2").arg(m_id, kind),
                   QStringLiteral("CarGo-%1.%2").arg(word(m_deal, "number"), kind));
}

void DealViewModel::confirm() { act(QStringLiteral("confirm"), "{}"); }
void DealViewModel::release() { act(QStringLiteral("release"), "{}"); }
void DealViewModel::cancel() { act(QStringLiteral("cancel"), "{}"); }
void DealViewModel::withdrawDispute() { act(QStringLiteral("withdraw-dispute"), "{}"); }

// Nobody but the user gives such an order again: meanwhile he may have changed his mind, the price or the deal may have.
void DealViewModel::unanswered(const Call &call)
{
    const QString order = call.path.section(QLatin1Char('/'), -1);
    for (const char *known : {"pay", "confirm", "release", "cancel"}) {
        if (order == QLatin1String(known))
            m_unansweredOrder = order;
    }
    Q_EMIT changed();
}

bool DealViewModel::mayStill(const QString &order) const
{
    return order == QLatin1String("pay")       ? status() == QLatin1String("created")
           : order == QLatin1String("confirm") ? allowed().contains(QLatin1String("confirm_delivery"))
                                               : allowed().contains(order);
}

void DealViewModel::giveAgain()
{
    const QString order = m_unansweredOrder;
    letGo();
    if (order == QLatin1String("pay"))
        pay();
    else if (!order.isEmpty())
        act(order, "{}");
}

void DealViewModel::letGo()
{
    m_unansweredOrder.clear();
    Q_EMIT changed();
}

bool DealViewModel::keep(client::OutboxItem item, const QString &kind, const QString &path, const QJsonObject &body,
                         const QString &draftKey)
{
    if (item.subject.isEmpty())
        item.subject = subject();
    item.kind = kind;
    item.path = QStringLiteral("deals/%1/%2").arg(m_id, path);
    item.body = body;
    if (!draftKey.isEmpty() && kind != QLatin1String("review"))
        item.photosField = QStringLiteral("photos");
    const bool kept = !client()->outbox()->add(std::move(item), draftKey).isEmpty();
    if (!kept)
        Q_EMIT failed(tr("There is no room on this device."));
    return kept;
}

void DealViewModel::openDispute(const QString &reason, const QString &text, const QString &draftKey)
{
    queue(QStringLiteral("dispute"), QStringLiteral("dispute"), api::OpenDisputeBody{reason, text, {}}.toJson(), draftKey);
}

void DealViewModel::addEvidence(const QString &text, const QString &draftKey)
{
    if (queue(QStringLiteral("evidence"), QStringLiteral("evidence"), api::EvidenceBody{text, {}}.toJson(), draftKey))
        Q_EMIT evidenceAdded();
}

void DealViewModel::review(int rating, const QString &comment, const QString &draftKey)
{
    if (queue(QStringLiteral("review"), QStringLiteral("reviews"), api::ReviewBody{rating, comment}.toJson(), draftKey))
        Q_EMIT reviewed();
}

void DealViewModel::answerAmendment(bool accept)
{
    const QString id = word(m_deal.value(QLatin1String("amendment")).toObject(), "id");
    act(QStringLiteral("amendments/%1/%2").arg(id, accept ? QStringLiteral("accept") : QStringLiteral("decline")), "{}");
}

} // namespace cargo::deals
