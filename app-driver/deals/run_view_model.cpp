#include "app-driver/deals/run_view_model.h"

#include "qml/client/fields.h"
#include "qml/client/format.h"
#include "qml/deals/deal_words.h"
#include "shared/domain/clock.h"
#include "shared/domain/deal/deal_table.h"
#include "shared/domain/deal/fee.h"
#include "shared/domain/deal/inspection.h"
#include "shared/domain/ids.h"

#include <QDateTime>
#include <QJsonDocument>

#include <algorithm>

namespace cargo::driver {

using client::Answer;
using client::at;
using client::Call;
using client::Format;
using client::OutboxItem;
using client::word;

namespace {

// What an item of the outbox makes happen once it arrives.
std::optional<DealEvent> eventOf(const QString &kind)
{
    const std::pair<const char *, DealEvent> events[] = {{"start", DealEvent::Start},
                                                         {"checkpoint", DealEvent::Checkpoint},
                                                         {"arrive", DealEvent::Arrive},
                                                         {"handover", DealEvent::Checkpoint},
                                                         {"absent", DealEvent::BuyerAbsent}};
    for (const auto &[known, event] : events) {
        if (kind == QLatin1String(known))
            return event;
    }
    return std::nullopt;
}

QString pathOf(const QString &kind)
{
    const bool mark = kind == QLatin1String("checkpoint") || kind == QLatin1String("handover");
    return mark ? QStringLiteral("checkpoints") : kind;
}

QStringList textList(const std::vector<QLatin1String> &words)
{
    QStringList list;
    for (const QLatin1String word : words)
        list << word;
    return list;
}

QVariantList choices(const std::vector<QLatin1String> &words, QString (*text)(const QString &))
{
    QVariantList list;
    for (const QLatin1String word : words)
        list.append(QVariantMap{{QStringLiteral("value"), QString(word)}, {QStringLiteral("text"), text(word)}});
    return list;
}

} // namespace

void RunViewModel::begin()
{
    DealViewModel::begin();
    connect(this, &DealViewModel::changed, this, &RunViewModel::runChanged);
    connect(client()->outbox(), &client::Outbox::changed, this, &RunViewModel::runChanged);
}

// The deal as it will be for the server when everything that waits here is there.
std::vector<DealEvent> RunViewModel::eventsToCome() const
{
    const auto known = dealStatusFromWord(word(json(), "status"));
    if (!known)
        return {};
    DealStatus status = *known;
    DealFacts facts = deals::factsOf(json(), DealActor::Driver);
    const auto items = client()->outbox()->items(subject());
    for (const OutboxItem &item : items) {
        const auto event = item.error.isEmpty() ? eventOf(item.kind) : std::nullopt;
        const auto moved =
            event ? cargo::next(status, *event, DealActor::Driver, facts) : Result<Transition>(ErrorCode::NotFound);
        if (!moved.ok())
            continue;
        status = moved->to;
        facts.arrived = facts.arrived || *event == DealEvent::Arrive || *event == DealEvent::BuyerAbsent;
    }
    auto events = allowedEvents(status, DealActor::Driver, facts);
    // Whether it was used up before is the server's to know.
    if (!allowed().contains(QLatin1String(cargo::word(DealEvent::SafetyStop))))
        std::erase(events, DealEvent::SafetyStop);
    return events;
}

QStringList RunViewModel::may() const
{
    QStringList words;
    if (!client())
        return words;
    for (const DealEvent event : eventsToCome())
        words << QLatin1String(cargo::word(event));
    return words;
}

QString RunViewModel::action() const
{
    const QStringList events = may();
    return events.contains(QLatin1String("start"))                      ? QStringLiteral("pickUp")
           : events.contains(QLatin1String("arrive"))                   ? QStringLiteral("way")
           : events.contains(QLatin1String("handover_code"))            ? QStringLiteral("handover")
           : json().isEmpty() || !word(json(), "finished_at").isEmpty() ? QStringLiteral("none")
                                                                        : QStringLiteral("wait");
}

int RunViewModel::unsent() const { return client() ? int(client()->outbox()->items(subject()).size()) : 0; }

bool RunViewModel::checkWaits() const
{
    if (!client())
        return false;
    const auto items = client()->outbox()->items(subject());
    return std::any_of(items.begin(), items.end(),
                       [](const OutboxItem &item) { return item.kind == QLatin1String("handover") && item.error.isEmpty(); });
}

QVariantMap RunViewModel::safety() const
{
    const QJsonObject stop = json().value(QLatin1String("safety_stop")).toObject();
    if (stop.isEmpty())
        return {};
    return {{QStringLiteral("mine"), word(stop, "by") == QLatin1String("driver")},
            {QStringLiteral("until"), at(stop, "ends_at")}};
}

QStringList RunViewModel::angles() const { return textList(inspection::angles()); }
QStringList RunViewModel::views() const { return textList(inspection::views()); }
QVariantList RunViewModel::damageKinds() const { return choices(inspection::damageKinds(), &deals::damageText); }
QVariantList RunViewModel::obstructions() const { return choices(inspection::obstructions(), &deals::obstructionText); }
QVariantList RunViewModel::papers() const { return choices(inspection::papers(), &deals::paperText); }
QString RunViewModel::angleText(const QString &angle) const { return deals::angleText(angle); }
QString RunViewModel::angleHint(const QString &angle) const { return deals::angleHint(angle); }
QString RunViewModel::viewText(const QString &view) const { return deals::viewText(view); }
QString RunViewModel::photoMark(const QString &key) const { return client::keptPhotoMark(key); }

bool RunViewModel::record(const QString &kind, const QVariantMap &fields, const QString &draftKey)
{
    const Timestamp now{QDateTime::currentMSecsSinceEpoch()};
    QJsonObject body = QJsonObject::fromVariantMap(fields);
    OutboxItem item;
    item.id = newUuid(now).toString();
    body.insert(QStringLiteral("client_id"), item.id);
    body.insert(QStringLiteral("device_time"), QString::fromLatin1(now.toRfc3339()));
    if (!draftKey.isEmpty())
        body.insert(QStringLiteral("photo_hashes"), QJsonObject());
    item.counted = true;
    return keep(std::move(item), kind, pathOf(kind), body, draftKey);
}

bool RunViewModel::propose(double amountMinor, int etaDays, const QString &reason, const QString &draftKey)
{
    QJsonObject body{{QStringLiteral("reason"), reason}};
    if (amountMinor > 0) {
        QJsonObject amount = json().value(QLatin1String("amount")).toObject();
        amount.insert(QStringLiteral("amount"), qint64(amountMinor));
        body.insert(QStringLiteral("amount"), amount);
    }
    if (etaDays > 0)
        body.insert(QStringLiteral("delivery_eta_days"), etaDays);
    return keep({}, QStringLiteral("amendment"), QStringLiteral("amendments"), body, draftKey);
}

// It waits behind no photo: it has a line of its own.
bool RunViewModel::stopForSafety(const QString &text)
{
    OutboxItem item;
    item.subject = QStringLiteral("safety/") + dealId();
    return keep(std::move(item), QStringLiteral("safetyStop"), QStringLiteral("safety-stop"), {{QStringLiteral("text"), text}},
                {});
}

QVariantMap RunViewModel::effectOf(double amountMinor) const
{
    const QJsonObject now = json().value(QLatin1String("amount")).toObject();
    const QJsonObject terms = json().value(QLatin1String("fee_terms")).toObject();
    const auto currency = Currency::fromCode(word(now, "currency"));
    const qint64 before = now.value(QLatin1String("amount")).toInteger();
    const qint64 amount = qint64(amountMinor);
    if (!currency || terms.isEmpty() || amount <= 0 || amount >= before)
        return {};
    const Money minimum{terms.value(QLatin1String("minimum")).toObject().value(QLatin1String("amount")).toInteger(), *currency};
    const auto fee = platformFee(Money{amount, *currency}, terms.value(QLatin1String("basis_points")).toInteger(), minimum);
    if (!fee.ok())
        return {};
    const auto text = [&](qint64 minor) {
        return Format::money(QJsonObject{{QStringLiteral("amount"), minor}, {QStringLiteral("currency"), word(now, "currency")}});
    };
    return {{QStringLiteral("receives"), text(amount - fee->amountMinor)},
            {QStringLiteral("fee"), text(fee->amountMinor)},
            {QStringLiteral("less"), text(before - amount)}};
}

void RunViewModel::handOver(const QString &code)
{
    if (busy() || checkWaits())
        return;
    setBusy(true);
    m_codeError.clear();
    Q_EMIT codeChanged();
    const QByteArray body = QJsonDocument(QJsonObject{{QStringLiteral("code"), code}}).toJson(QJsonDocument::Compact);
    client()->api()->send(Call::post(QStringLiteral("deals/%1/confirm").arg(dealId()), body), this, [this](const Answer &answer) {
        setBusy(false);
        if (!answer.ok) {
            m_triesLeft = answer.body.value(QLatin1String("attempts_left")).toInt();
            m_codeError =
                answer.unreachable() ? tr("There is no line. The car counts as handed over only when CarGo has said so.")
                : answer.error.code == ErrorCode::RateLimited ? tr("Too many wrong codes. Scan the buyer's QR code, or wait.")
                                                              : client::troubleOf(answer).text;
            for (const Error &field : answer.fields) {
                if (field.field == QLatin1String("code"))
                    m_codeError = tr("This code belongs to another deal.");
            }
        }
        Q_EMIT codeChanged();
        reload();
        if (answer.ok)
            Q_EMIT handedOver();
    });
}

} // namespace cargo::driver
