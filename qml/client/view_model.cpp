#include "qml/client/view_model.h"

#include "qml/client/saved_file.h"

#include <QQmlEngine>

namespace cargo::client {

void ViewModel::componentComplete()
{
    if (!m_client)
        m_client = Client::of(qmlEngine(this));
    if (!m_client)
        return;
    connect(
        m_client->settings(), &Settings::languageChanged, this,
        [this] {
            retranslate();
            Q_EMIT phaseChanged();
        },
        Qt::QueuedConnection); // after the translators were exchanged
    begin();
}

void ViewModel::setPhase(Phase phase)
{
    if (phase == m_phase)
        return;
    m_phase = phase;
    Q_EMIT phaseChanged();
}

void ViewModel::setFailed(const Answer &answer)
{
    m_error = answer.error;
    m_phase = Failed;
    Q_EMIT phaseChanged();
}

void ViewModel::setBusy(bool busy)
{
    if (busy == m_busy)
        return;
    m_busy = busy;
    Q_EMIT busyChanged();
}

void ViewModel::order(const Call &call, ApiClient::Done done)
{
    if (m_busy)
        return;
    setBusy(true);
    m_client->api()->send(call, this, [this, done = std::move(done)](const Answer &answer) {
        setBusy(false);
        if (answer.ok)
            done(answer);
        else
            Q_EMIT failed(client::errorText(answer.error));
    });
}

void ViewModel::saveFromServer(const QString &path, const QString &name)
{
    order(Call::file(path), [this, name](const Answer &answer) {
        if (const auto saved = saveFile(name, answer.bytes, m_client->downloads()))
            Q_EMIT fileSaved(saved->name, saved->url);
        else
            Q_EMIT failed(tr("The file could not be written: there is no room, or no right to write."));
    });
}

} // namespace cargo::client
