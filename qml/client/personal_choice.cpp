#include "qml/client/personal_choice.h"

namespace cargo::client {

namespace {
constexpr char kSubject[] = "personalisation";
}

PersonalChoice::PersonalChoice(ApiClient *api, Session *session, Settings *settings, Outbox *outbox, QObject *parent)
    : QObject(parent), m_api(api), m_session(session), m_settings(settings), m_outbox(outbox)
{
    connect(settings, &Settings::personalPicksChosen, this, &PersonalChoice::chosen);
    connect(session, &Session::signedInChanged, this, [this](bool signedIn) {
        if (!signedIn)
            return;
        if (m_settings->personalPicksByGuest())
            chosen(m_settings->personalPicks());
        else
            ask();
    });
}

void PersonalChoice::chosen(bool on)
{
    m_settings->setPersonalPicksByGuest(!m_session->signedIn());
    if (!m_session->signedIn())
        return;
    OutboxItem item;
    item.subject = QLatin1String(kSubject);
    item.kind = QLatin1String(kSubject);
    item.method = "PUT";
    item.path = QStringLiteral("me/personalisation");
    item.body = {{QStringLiteral("enabled"), on}};
    m_outbox->add(std::move(item), {}, true);
}

bool PersonalChoice::isOnItsWay() const { return !m_outbox->items(QLatin1String(kSubject)).empty(); }

void PersonalChoice::ask()
{
    m_api->send(Call::get(QStringLiteral("me/personalisation")), this, [this](const Answer &answer) {
        const QJsonValue enabled = answer.body.value(QLatin1String("enabled"));
        if (!answer.ok || !enabled.isBool() || isOnItsWay()) // his newest word is not the server's yet
            return;
        m_settings->setPersonalPicksByGuest(false);
        m_settings->showPersonalPicks(enabled.toBool());
    });
}

} // namespace cargo::client
