#include "app-buyer/buyer_app.h"
#include "car_picture.h"
#include "fixture_transport.h"

#include <QCommandLineParser>
#include <QDir>
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QJsonDocument>
#include <QQuickItem>
#include <QQuickWindow>
#include <QStyleHints>
#include <QTemporaryDir>

#include <cstdio>

using namespace cargo;
using Mode = shots::FixtureTransport::Mode;

namespace {

struct Shot
{
    QString name;
    QString tab;
    QString page; // pushed onto the tab, may be empty
    QVariantMap params = {};
    Mode mode = Mode::Full;
    bool signedIn = true;
    QString deal = QStringLiteral("transit");
    QString open = {}; // objectName of what is pressed
    QString type = {}; // text for chat.input
};

const QString kId = QStringLiteral("01936000-0000-7000-8000-000000000100");

std::vector<Shot> allShots()
{
    const QVariantMap listing{{QStringLiteral("listingId"), kId}}, deal{{QStringLiteral("dealId"), kId}},
        chat{{QStringLiteral("conversationId"), QStringLiteral("01936000-0000-7000-8000-000000000400")}};
    std::vector<Shot> list;
    const auto add = [&list](Shot shot) { list.push_back(std::move(shot)); };
    const QString home = QStringLiteral("home");
    struct State
    {
        const char *suffix;
        Mode mode;
    };
    for (const State &state : {State{"", Mode::Full}, State{"_empty", Mode::Empty}, State{"_loading", Mode::Loading},
                               State{"_error", Mode::Error}, State{"_offline", Mode::Offline}}) {
        for (const char *tab : {"home", "search", "deals", "chats"})
            add({QLatin1String(tab) + QLatin1String(state.suffix), QLatin1String(tab), {}, {}, state.mode});
        for (const char *page : {"favourites", "notifications"})
            add({QLatin1String(page) + QLatin1String(state.suffix), home, QLatin1String(page), {}, state.mode});
    }
    for (const State &state : {State{"", Mode::Full}, State{"_loading", Mode::Loading}, State{"_error", Mode::Error},
                               State{"_offline", Mode::Offline}}) {
        add({QStringLiteral("listing") + QLatin1String(state.suffix), home, QStringLiteral("listing"), listing, state.mode});
        add({QStringLiteral("chat") + QLatin1String(state.suffix), QStringLiteral("chats"), QStringLiteral("chat"), chat,
             state.mode});
        add({QStringLiteral("deal") + QLatin1String(state.suffix), QStringLiteral("deals"), QStringLiteral("deal"), deal,
             state.mode});
    }
    for (const char *state : {"created", "arrived", "delivered", "released", "disputed", "amendment"})
        add({QStringLiteral("deal_") + QLatin1String(state), QStringLiteral("deals"), QStringLiteral("deal"), deal, Mode::Full,
             true, QLatin1String(state)});
    add({QStringLiteral("deal_problem"), QStringLiteral("deals"), QStringLiteral("deal"), deal, Mode::Full, true,
         QStringLiteral("transit"), QStringLiteral("deal.dispute")});
    add({QStringLiteral("chat_mask"),
         QStringLiteral("chats"),
         QStringLiteral("chat"),
         chat,
         Mode::Full,
         true,
         {},
         {},
         QString::fromUtf8("мой ник @olga_kim")});
    add({QStringLiteral("search_filters"),
         QStringLiteral("search"),
         {},
         {},
         Mode::Full,
         true,
         {},
         QStringLiteral("search.filters")});
    add({QStringLiteral("checkout"), home, QStringLiteral("checkout"), listing});
    add({QStringLiteral("review"), QStringLiteral("deals"), QStringLiteral("review"), deal, Mode::Full, true,
         QStringLiteral("released")});
    add({QStringLiteral("sign_in"), QStringLiteral("profile"), QStringLiteral("signIn"), {}, Mode::Full, false});
    add({QStringLiteral("register"),
         QStringLiteral("profile"),
         QStringLiteral("signIn"),
         {{QStringLiteral("registering"), true}},
         Mode::Full,
         false});
    add({QStringLiteral("verify_email"), QStringLiteral("profile"), QStringLiteral("verifyEmail"), {}});
    add({QStringLiteral("reset_password"), QStringLiteral("profile"), QStringLiteral("resetPassword"), {}, Mode::Full, false});
    add({QStringLiteral("favourites_guest"), home, QStringLiteral("favourites"), {}, Mode::Full, false});
    add({QStringLiteral("chats_guest"), QStringLiteral("chats"), {}, {}, Mode::Full, false});
    add({QStringLiteral("search_order"), QStringLiteral("search"), {}, {}, Mode::Full, true, {}, QStringLiteral("search.sort")});
    add({QStringLiteral("sign_out"), QStringLiteral("profile"), {}, {}, Mode::Full, true, {}, QStringLiteral("profile.signOut")});
    add({QStringLiteral("profile"), QStringLiteral("profile"), {}, {}});
    add({QStringLiteral("profile_guest"), QStringLiteral("profile"), {}, {}, Mode::Full, false});
    add({QStringLiteral("controls"), QStringLiteral("profile"), QStringLiteral("controls"), {}});
    add({QStringLiteral("sessions"), QStringLiteral("profile"), QStringLiteral("sessions"), {}});
    return list;
}

int warnings = 0;

// A page that complains is not finished, whatever its picture looks like.
void count(QtMsgType type, const QMessageLogContext &, const QString &text)
{
    std::fprintf(stderr, "%s\n", qPrintable(text));
    if (type != QtDebugMsg && type != QtInfoMsg && text.contains(QLatin1String("qrc:/")))
        ++warnings;
}

void settle(int ms)
{
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < ms)
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents, 20);
}

QObject *findItem(QQuickItem *item, const QString &name)
{
    if (item->objectName() == name && item->isVisible())
        return item;
    const auto children = item->childItems();
    for (QQuickItem *child : children) {
        if (QObject *found = findItem(child, name))
            return found;
    }
    return nullptr;
}

bool take(const Shot &shot, const QString &file, const QString &theme, const QString &language, QSize size)
{
    QTemporaryDir folder;
    auto transport = std::make_unique<shots::FixtureTransport>(shot.mode);
    transport->setDeal(shot.deal);
    client::Client client(std::move(transport), folder.path());
    client.settings()->overrideServerUrl(QStringLiteral("http://127.0.0.1:9"));
    client.api()->setMediaScheme(QStringLiteral("image://demo"));
    client.settings()->setTheme(theme);
    client.settings()->setLanguage(language);
    client.settings()->setReducedMotion(true);
    if (shot.signedIn)
        client.session()->accept(QJsonDocument::fromJson(shots::FixtureTransport::fixture(QStringLiteral("auth"))).object());
    buyer::BuyerApp app(&client);
    app.engine()->addImageProvider(QStringLiteral("demo"), new shots::CarPicture);
    if (!app.load())
        return false;
    auto *window = qobject_cast<QQuickWindow *>(app.engine()->rootObjects().first());
    window->resize(size);
    QObject *nav = app.navigation();
    QMetaObject::invokeMethod(nav, "openTab", Q_ARG(QVariant, shot.tab));
    settle(60);
    if (!shot.page.isEmpty())
        QMetaObject::invokeMethod(nav, "go", Q_ARG(QVariant, shot.page), Q_ARG(QVariant, shot.params));
    settle(shot.mode == Mode::Offline ? 1800 : 250); // the client asks three times before it gives up
    if (QObject *input = shot.type.isEmpty() ? nullptr : findItem(window->contentItem(), QStringLiteral("chat.input")))
        input->setProperty("text", shot.type);
    if (QObject *button = shot.open.isEmpty() ? nullptr : findItem(window->contentItem(), shot.open))
        QMetaObject::invokeMethod(button, "clicked");
    settle(200);
    return window->grabWindow().save(file);
}

} // namespace

int main(int argc, char **argv)
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QQuickWindow::setGraphicsApi(QSGRendererInterface::Software);
    QGuiApplication app(argc, argv);
    QGuiApplication::styleHints()->setUseHoverEffects(false); // the platform's pointer rests on the first button
    qInstallMessageHandler(count);
    QCommandLineParser options;
    options.addHelpOption();
    options.addOptions(
        {{QStringLiteral("out"), QStringLiteral("Folder for the pictures."), QStringLiteral("folder"), QStringLiteral("shots")},
         {QStringLiteral("theme"), QStringLiteral("light or dark; both without it."), QStringLiteral("name")},
         {QStringLiteral("lang"), QStringLiteral("ru or en; both without it."), QStringLiteral("language")},
         {QStringLiteral("size"), QStringLiteral("390x844 or another; phone and desk without it."), QStringLiteral("size")},
         {QStringLiteral("only"), QStringLiteral("Only screens whose name begins so."), QStringLiteral("name")}});
    options.process(app);
    const auto choice = [&options](const QString &name, const QStringList &all) {
        return options.isSet(name) ? QStringList{options.value(name)} : all;
    };
    QDir().mkpath(options.value(QStringLiteral("out")));
    int failures = 0;
    const auto sizes = choice(QStringLiteral("size"), {QStringLiteral("390x844"), QStringLiteral("1440x900")});
    for (const Shot &shot : allShots()) {
        if (!shot.name.startsWith(options.value(QStringLiteral("only"))))
            continue;
        for (const QString &theme : choice(QStringLiteral("theme"), {QStringLiteral("light"), QStringLiteral("dark")})) {
            for (const QString &language : choice(QStringLiteral("lang"), {QStringLiteral("ru"), QStringLiteral("en")})) {
                for (const QString &size : sizes) {
                    const QString file = options.value(QStringLiteral("out")) + QLatin1Char('/') + shot.name + QLatin1Char('_')
                                         + theme + QLatin1Char('_') + language + QLatin1Char('_') + size + QStringLiteral(".png");
                    if (!take(shot, file, theme, language,
                              QSize(size.section(QLatin1Char('x'), 0, 0).toInt(), size.section(QLatin1Char('x'), 1).toInt())))
                        std::fprintf(stderr, "cannot make %s\n", qPrintable(file)), ++failures;
                }
            }
        }
    }
    return failures == 0 && warnings == 0 ? 0 : 1;
}
