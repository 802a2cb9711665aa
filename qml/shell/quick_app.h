#pragma once

#include "qml/client/client.h"

#include <QQmlApplicationEngine>
#include <QTranslator>
#include <QUrl>

namespace cargo::shell {

// One of the apps as an object, so that tests and the pictures of the screens run the same one as main() does.
class QuickApp : public QObject
{
    Q_OBJECT

public:
    // `module` has the Main.qml of the app: "CarGo/Buyer".
    QuickApp(client::Client *client, const QString &module, QObject *parent = nullptr);
    bool load();
    QQmlApplicationEngine *engine() { return &m_engine; }
    // The singleton Nav of QML; null before load().
    QObject *navigation() const;
    // cargo://listings/ID and its like; ignored when it is none.
    void openLink(const QString &link);
    // The same from the system: on iOS, and for what the app itself opens.
    Q_INVOKABLE void openUrl(const QUrl &url) { openLink(url.toString()); }
    ~QuickApp() override;

private:
    void translate();
    client::Client *m_client;
    QString m_module;
    QTranslator m_texts;
    QQmlApplicationEngine m_engine;
};

} // namespace cargo::shell
