#pragma once

#include "qml/shell/quick_app.h"
#include "car_picture.h"
#include "fixture_transport.h"
#include "ui_checks.h"

#include <QQuickItem>
#include <QQuickWindow>
#include <QTemporaryDir>

#include <memory>

namespace cargo::shots {

enum class App { Buyer, Driver, Admin };

// A place of an app, as pictures and tests go there.
struct Place
{
    QString name;
    QString tab;
    QString page; // pushed onto the tab, may be empty
    QVariantMap params = {};
    FixtureTransport::Mode mode = FixtureTransport::Mode::Full;
    bool signedIn = true;
    QString deal = QStringLiteral("transit");
    QString press = {};                                 // objectNames of what is pressed when the page is there, with blanks
    QString type = {};                                  // text for `field`, before that
    int compare = 0;                                    // cars that were picked to be compared
    std::function<void(client::Client &)> prepare = {}; // what this device remembers
    bool lineLost = false;                              // once everything is there; the screens ask again
    QByteArray status = {};                             // what the server says of itself, else that all is well
    App app = App::Buyer;
    QString field = QStringLiteral("chat.input");
    QByteArray camera = {}; // there is one, with these properties of FileCamera.qml
    bool alone() const { return !press.isEmpty() || prepare || !camera.isEmpty(); } // wants an app of its own
};

// The narrowest window that an app is made for, and the one that its people have.
inline QSize narrowest(App app) { return app == App::Admin ? QSize(1024, 700) : QSize(320, 700); }
inline QSize usual(App app) { return app == App::Admin ? QSize(1440, 900) : QSize(390, 844); }

// Every page of all apps with its content, without its other states: what tests walk.
std::vector<Place> everyPage();

// The real app over answers from files, in a folder of its own.
class FixtureApp
{
public:
    explicit FixtureApp(const Place &place, const QString &language = QStringLiteral("ru"),
                        const QString &theme = QStringLiteral("light"), Photos photos = Photos::Painted);
    bool ok() const { return m_window != nullptr; }
    // Opens the place and waits for `ms` after each step, so that rows and pictures are made; 0: until nothing moves.
    void go(QSize size, int ms) { go(m_place, size, ms); }
    // The same for another place; signedIn and mode stay as they are, and whatever a place pressed open stays open.
    void go(const Place &place, QSize size, int ms);
    // Lets the event loop run until every screen has what it asked for and nothing is drawn any more. False: that never comes.
    bool becomesStill();
    QQuickWindow *window() const { return m_window; }
    client::Client &client() { return *m_client; }
    shell::QuickApp &app() { return *m_app; }

private:
    bool asks() const;
    void pick(int cars);
    Place m_place;
    QTemporaryDir m_folder;
    FixtureTransport *m_transport = nullptr; // owned by the client
    std::unique_ptr<client::Client> m_client;
    std::unique_ptr<shell::QuickApp> m_app;
    QQuickWindow *m_window = nullptr;
};

// An app for walking through places, made anew only where it must be: one at a time, because English is the source language
// and another app's Russian would shine through. What was pressed open would stay open.
class KeptApp
{
public:
    FixtureApp &at(const Place &place);
    void end() { m_app.reset(); }

private:
    std::unique_ptr<FixtureApp> m_app;
    Place m_place;
};

// Some picture below the item is not there yet.
bool loadsPictures(QQuickItem *item);

} // namespace cargo::shots
