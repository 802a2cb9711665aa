#include "qml/desk/case_view_model.h"

#include <QJsonArray>

namespace cargo::desk {

using client::Answer;
using client::Call;

namespace {
constexpr int kRenewMs = 30'000; // a claim lives for minutes, a look for 45 s
const QString kNone = QStringLiteral("none"), kMine = QStringLiteral("mine"), kTheirs = QStringLiteral("theirs");
} // namespace

CaseViewModel::CaseViewModel(QObject *parent) : RecordViewModel(parent)
{
    m_renew.setInterval(kRenewMs);
    connect(&m_renew, &QTimer::timeout, this, [this] {
        if (client() && client()->session()->signedIn()) {
            take();
            look();
        }
    });
}

CaseViewModel::~CaseViewModel() { leave(); }

void CaseViewModel::begin()
{
    RecordViewModel::begin();
    m_decisions = Decisions::of(this);
    m_open = true;
    // A session that was renewed in the middle of a case has no claim any more.
    connect(client()->session(), &client::Session::signedInChanged, this, [this](bool signedIn) {
        if (signedIn)
            take();
    });
    take();
    look();
    m_renew.start();
}

QString CaseViewModel::itemPath(const char *more) const
{
    return QStringLiteral("admin/queues/%1/%2/").arg(m_queue, m_item) + QLatin1String(more);
}

void CaseViewModel::setQueue(const QString &queue)
{
    if (queue == m_queue)
        return;
    leave();
    m_queue = queue;
    Q_EMIT caseChanged();
    take();
}

void CaseViewModel::setItemId(const QString &item)
{
    if (item == m_item)
        return;
    leave();
    m_item = item;
    m_holder.clear();
    m_viewers.clear();
    setClaim(kNone);
    Q_EMIT caseChanged();
    take();
    look();
}

void CaseViewModel::setOnlyLook(bool onlyLook)
{
    if (onlyLook == m_onlyLook)
        return;
    m_onlyLook = onlyLook;
    if (onlyLook)
        letGo();
    else
        take();
    Q_EMIT caseChanged();
}

void CaseViewModel::setClaim(const QString &claim)
{
    m_claim = claim;
    Q_EMIT claimChanged();
}

void CaseViewModel::setHolder(const QString &name)
{
    if (name == m_holder)
        return;
    m_holder = name;
    Q_EMIT claimChanged();
}

void CaseViewModel::reload()
{
    RecordViewModel::reload();
    take();
}

void CaseViewModel::take()
{
    if (!m_open || m_onlyLook || m_queue.isEmpty() || m_item.isEmpty() || !client()->session()->signedIn())
        return;
    Call call = Call::post(itemPath("claim"));
    call.idempotencyKey.clear(); // taking it again moves its end
    client()->api()->send(call, this, [this, item = m_item](const Answer &answer) {
        if (item != m_item)
            return;
        if (answer.ok)
            m_holder.clear();
        if (answer.ok && m_onlyLook) { // it became known meanwhile
            setClaim(kMine);
            letGo();
            return;
        }
        if (answer.ok || answer.status == 409)
            setClaim(answer.ok ? kMine : kTheirs);
        else if (answer.status == 404)
            setClaim(kNone); // nobody has to decide it any more
    });
}

void CaseViewModel::look()
{
    if (!m_open || m_queue.isEmpty() || m_item.isEmpty())
        return;
    Call call = Call::post(itemPath("viewing"));
    call.idempotencyKey.clear();
    client()->api()->send(call, this, [this, item = m_item](const Answer &answer) {
        if (item != m_item || !answer.ok)
            return;
        m_viewers.clear();
        const QJsonArray viewers = answer.body.value(QLatin1String("viewers")).toArray();
        for (const QJsonValue &viewer : viewers) {
            if (viewer.toObject().value(QLatin1String("staff_id")).toString() != client()->session()->userId())
                m_viewers.append(viewer.toObject().value(QLatin1String("name")).toString());
        }
        Q_EMIT claimChanged();
    });
}

void CaseViewModel::letGo()
{
    leave();
    setClaim(kNone);
}

void CaseViewModel::handOver()
{
    m_renew.stop();
    m_open = false;
    setClaim(kNone);
}

void CaseViewModel::leave()
{
    if (!m_open || !client() || m_claim != kMine)
        return;
    if (m_decisions && !m_decisions->stateOf(key()).isEmpty())
        return; // the decision ends it
    // The answer matters to nobody; what asks must outlive this.
    client()->api()->send(Call::remove(itemPath("claim")), client(), [](const Answer &) {});
}

void CaseViewModel::decide(const QString &path, const QVariantMap &body, const QString &title)
{
    if (m_decisions)
        m_decisions->hold(key(), path, body, title);
}

} // namespace cargo::desk
