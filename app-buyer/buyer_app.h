#pragma once

#include "qml/client/client.h"

#include <QQmlApplicationEngine>
#include <QTranslator>
#include <QUrl>

namespace cargo::buyer {

// The app as an object, so that tests and the pictures of the screens run the same one as main() does.
class BuyerApp : public QObject
{
    Q_OBJECT

public:
    explicit BuyerApp(client::Client *client, QObject *parent = nullptr);
    bool load();
    QQmlApplicationEngine *engine() { return &m_engine; }
    // The singleton Nav of QML; null before load().
    QObject *navigation() const;
    // cargo://listings/ID and its like; ignored when it is none.
    void openLink(const QString &link);
    // The same from the system: on iOS, and for what the app itself opens.
    Q_INVOKABLE void openUrl(const QUrl &url) { openLink(url.toString()); }
    ~BuyerApp() override;

private:
    void translate();
    client::Client *m_client;
    QTranslator m_texts;
    QQmlApplicationEngine m_engine;
};

} // namespace cargo::buyer
