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

std::vector<MediaId> mediaOf(const QStringList &texts)
{
    std::vector<MediaId> ids;
    for (const QString &text : texts) {
        if (const auto id = MediaId::fromText(QStringView(text)))
            ids.push_back(*id);
    }
    return ids;
}

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
        loadDispute();
        if (m_checking)
            loadPayments();
    });
}

void DealViewModel::loadDispute()
{
    if (!m_deal.value(QLatin1String("dispute")).isObject() && status() != QLatin1String("disputed"))
        return;
    get(QStringLiteral("deals/%1/dispute").arg(m_id), {}, [this](const Answer &answer) {
        const QJsonArray cases = answer.body.value(QLatin1String("items")).toArray();
        if (!answer.ok || cases.isEmpty())
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
        const QJsonArray payments = answer.body.value(QLatin1String("items")).toArray();
        QJsonObject newest;
        for (const QJsonValue &payment : payments) {
            if (word(payment.toObject(), "created_at") >= word(newest, "created_at"))
                newest = payment.toObject();
        }
        const QString state = word(newest, "status");
        if (!m_checking || (state != QLatin1String("declined") && state != QLatin1String("canceled")))
            return;
        m_checking = false;
        m_check.stop();
        Q_EMIT changed();
        Q_EMIT failed(client::errorText({ErrorCode::ProviderDeclined, {}, {}}));
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
    if (checkingPayment())
        return {{QStringLiteral("title"), tr("We are checking the payment")},
                {QStringLiteral("text"), tr("This page changes by itself as soon as the bank answers.")},
                {QStringLiteral("tone"), QStringLiteral("info")},
                {QStringLiteral("iconName"), QStringLiteral("hourglass_empty")}};
    return moneyWords(m_deal);
}

QVariantMap DealViewModel::clock() const { return clockWords(m_deal); }

QVariantMap DealViewModel::next() const { return nextWords(m_deal); }

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
    add(tr("You pay"), sum("amount"), true);
    add(tr("CarGo's fee, out of it"), sum("fee"));
    add(tr("The driver receives"), sum("driver_receives"));
    if (m_deal.value(QLatin1String("refund")).isObject())
        add(tr("Back to you"), sum("refund"), true);
    add(tr("Where to"), word(m_deal, "delivery_place"));
    add(tr("Term"), tr("%n day(s)", "delivery", m_deal.value(QLatin1String("delivery_eta_days")).toInt()));
    add(tr("VIN at pick-up"), word(m_deal, "vin"));
    return list;
}

QVariantList DealViewModel::photosOf(const QJsonArray &ids) const
{
    QVariantList urls;
    for (const QJsonValue &id : ids) {
        const QString text = id.isObject() ? word(id.toObject(), "id") : id.toString();
        urls.append(client()->api()->mediaUrl(QStringLiteral("/api/v1/media/%1/card").arg(text)));
    }
    return urls;
}

QVariantMap DealViewModel::dispute() const
{
    if (m_dispute.isEmpty())
        return {};
    QVariantList evidence;
    const QJsonArray pieces = m_dispute.value(QLatin1String("evidence")).toArray();
    for (const QJsonValue &value : pieces) {
        const QJsonObject piece = value.toObject();
        evidence.append(
            QVariantMap{{QStringLiteral("who"), word(piece, "side") == QLatin1String("buyer") ? tr("You") : tr("The driver")},
                        {QStringLiteral("text"), word(piece, "text")},
                        {QStringLiteral("moment"), Format::moment(at(piece, "created_at"))},
                        {QStringLiteral("photos"), photosOf(piece.value(QLatin1String("photos")).toArray())}});
    }
    return {{QStringLiteral("reason"), disputeReasonText(word(m_dispute, "reason"))},
            {QStringLiteral("text"), word(m_dispute, "text")},
            {QStringLiteral("resolution"), word(m_dispute, "resolution")},
            {QStringLiteral("open"), status() == QLatin1String("disputed")},
            {QStringLiteral("evidence"), evidence}};
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
    const bool over = status() == QLatin1String("cancelled"), disputed = status() == QLatin1String("disputed");
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
        photos = photosOf(point.value(QLatin1String("photos")).toArray());
    }
    if (started > 0 || !over)
        add(QStringLiteral("started"), tr("On the way"),
            !place.isEmpty() ? place
            : started > 0    ? Format::moment(started)
                             : tr("%n day(s)", "delivery", m_deal.value(QLatin1String("delivery_eta_days")).toInt()),
            arrived > 0 || delivered > 0 ? done
            : funded > 0 && !disputed    ? now
            : started > 0                ? done
                                         : next,
            photos);
    const auto addProblem = [&] {
        add(QStringLiteral("disputed"), tr("Problem reported"),
            tr("%1 · our clocks stand still").arg(Format::moment(at(m_deal, "disputed_at"))), now);
    };
    if (disputed && delivered <= 0)
        addProblem();
    if (!over) {
        add(QStringLiteral("delivered"), tr("Handover"),
            delivered > 0 ? Format::moment(delivered)
            : arrived > 0 ? tr("the car is here: look at it, then show the code")
                          : tr("we show the code when you meet"),
            delivered > 0              ? done
            : arrived > 0 && !disputed ? now
                                       : next);
        if (disputed && delivered > 0)
            addProblem();
        add(QStringLiteral("released"), tr("Payout to the driver"),
            finished > 0 ? Format::moment(finished) : tr("24 hours after your “yes”"),
            finished > 0                 ? done
            : delivered > 0 && !disputed ? now
                                         : next);
    } else {
        add(QStringLiteral("cancelled"), tr("Cancelled"), Format::moment(finished), done);
    }
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
    order(Call::post(QStringLiteral("deals/%1/pay").arg(m_id), "{\"return_url\":\"cargo://deals/" + m_id.toLatin1() + "\"}"),
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

void DealViewModel::openDispute(const QString &reason, const QString &text, const QStringList &photos)
{
    act(QStringLiteral("dispute"), api::OpenDisputeBody{reason, text, mediaOf(photos)}.toJson());
}

void DealViewModel::addEvidence(const QString &text, const QStringList &photos)
{
    order(Call::post(QStringLiteral("deals/%1/evidence").arg(m_id), api::EvidenceBody{text, mediaOf(photos)}.toJson()),
          [this](const Answer &) {
              Q_EMIT evidenceAdded();
              reload();
          });
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
