#pragma once

#include "qml/client/outbox.h"
#include "qml/client/session.h"
#include "qml/client/settings.h"

namespace cargo::client {

// Whether things are chosen for a person by what he did: one answer on all his devices, kept by the server.
// Settings.personalPicks is what this device knows of it. What he chooses goes through the outbox, so that it arrives however
// late; what a guest chose on this device becomes his when he signs in.
class PersonalChoice : public QObject
{
    Q_OBJECT

public:
    PersonalChoice(ApiClient *api, Session *session, Settings *settings, Outbox *outbox, QObject *parent = nullptr);
    void ask();

private:
    void chosen(bool on);
    bool isOnItsWay() const;

    ApiClient *m_api;
    Session *m_session;
    Settings *m_settings;
    Outbox *m_outbox;
};

} // namespace cargo::client
