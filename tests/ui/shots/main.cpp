#include "fixture_app.h"

#include <QCommandLineParser>
#include <QDateTime>
#include <QDeadlineTimer>
#include <QDir>
#include <QGuiApplication>
#include <QPainter>
#include <QPainterPath>
#include <QQuickWindow>
#include <QStyleHints>

#include <cstdio>

using namespace cargo;
using Mode = shots::FixtureTransport::Mode;

namespace {

// Every page, and the states that its content does not show: empty, loading, refused, no network.
// Messages and a wish that wait, and one thing that the server did not take.
void writeWithoutALine(client::Client &client)
{
    const QString chat = QStringLiteral("01936000-0000-7000-8000-000000000201");
    client.outbox()->sendMessage(chat, QStringLiteral("Здравствуйте! Можно фото порогов и подкапотного пространства?"));
    client.outbox()->sendMessage(chat, QStringLiteral("И сколько было владельцев?"));
    client.outbox()->setFavourite(QStringLiteral("01936000-0000-7000-8000-000000000101"), true);
    client::OutboxItem review;
    review.id = QString(36, u'7');
    review.subject = QStringLiteral("deal/1");
    review.kind = QStringLiteral("review");
    review.path = QStringLiteral("deals/1/review");
    review.body = {{QStringLiteral("stars"), 5}, {QStringLiteral("text"), QStringLiteral("Приехала вовремя, всё как на фото.")}};
    review.createdMs = QDateTime::currentMSecsSinceEpoch() - 20 * 60'000;
    const QString id = client.outbox()->add(review);
    client.writing()->setError(id, QStringLiteral("review_closed"));
}

std::vector<shots::Place> allShots()
{
    std::vector<shots::Place> list = shots::everyPage();
    struct State
    {
        const char *suffix;
        Mode mode;
    };
    const std::vector<shots::Place> pages = list;
    for (const shots::Place &page : pages) {
        const bool rows = QStringList{QStringLiteral("home"),  QStringLiteral("search"),     QStringLiteral("deals"),
                                      QStringLiteral("chats"), QStringLiteral("favourites"), QStringLiteral("notifications")}
                              .contains(page.name);
        const bool one = QStringList{QStringLiteral("listing"), QStringLiteral("chat"), QStringLiteral("deal"),
                                     QStringLiteral("checkout"), QStringLiteral("sessions")}
                             .contains(page.name);
        for (const State &state : {State{"_empty", Mode::Empty}, State{"_loading", Mode::Loading}, State{"_error", Mode::Error},
                                   State{"_offline", Mode::Offline}}) {
            if (!rows && (!one || state.mode == Mode::Empty))
                continue;
            shots::Place shot = page;
            shot.name += QLatin1String(state.suffix);
            shot.mode = state.mode;
            list.push_back(shot);
        }
    }
    const QString home = QStringLiteral("home");
    const auto car =
        std::find_if(pages.begin(), pages.end(), [](const auto &page) { return page.name == QLatin1String("listing"); });
    for (const char *state : {"paused", "mine", "draft", "lost"}) {
        list.push_back(*car);
        list.back().name += QLatin1Char('_') + QLatin1String(state);
        list.back().deal = QLatin1String(state);
    }
    for (const char *pressed : {"photos", "more"}) {
        list.push_back(*car);
        list.back().name += QLatin1Char('_') + QLatin1String(pressed);
        list.back().press = QStringLiteral("listing.") + QLatin1String(pressed);
    }
    list.push_back({QStringLiteral("favourites_guest"), home, QStringLiteral("favourites"), {}, Mode::Full, false});
    list.push_back({QStringLiteral("chats_guest"), QStringLiteral("chats"), {}, {}, Mode::Full, false});
    for (const shots::Place &page : pages) {
        if (!QStringList{QStringLiteral("home"), QStringLiteral("deals"), QStringLiteral("deal"), QStringLiteral("chat"),
                         QStringLiteral("listing")}
                 .contains(page.name))
            continue;
        list.push_back(page);
        list.back().name += QStringLiteral("_stale");
        list.back().lineLost = true;
    }
    list.push_back({QStringLiteral("shell_maintenance"), home, {}});
    list.back().status =
        R"({"min_app_version":"","maintenance":"Обновляем базу до 04:00 по Москве.","time":"2026-11-25T12:00:00.000Z"})";
    list.push_back({QStringLiteral("shell_too_old"), home, {}});
    list.back().status = R"({"min_app_version":"99.0","maintenance":"","time":"2026-11-25T12:00:00.000Z"})";
    list.push_back({QStringLiteral("outbox_waiting"), QStringLiteral("profile"), QStringLiteral("outbox"), {}, Mode::Offline});
    list.back().prepare = writeWithoutALine;
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

// The window once its photos are there, faded in.
QImage grab(const shots::FixtureApp &app)
{
    const QDeadlineTimer patience(20'000);
    while (shots::loadsPictures(app.window()->contentItem()) && !patience.hasExpired())
        shots::settle(20);
    shots::settle(240);
    // Qt's software renderer leaves behind what moved out over the edge of a clip; another size paints all of it anew.
    const QSize size = app.window()->size();
    for (const QSize &next : {size + QSize(0, 1), size}) {
        app.window()->resize(next);
        shots::settle(20);
    }
    return app.window()->grabWindow();
}

bool take(const shots::Place &shot, const QString &file, const QString &theme, const QString &language, QSize size)
{
    shots::FixtureApp app(shot, language, theme);
    if (!app.ok())
        return false;
    app.go(size, 240);
    return grab(app).save(file);
}

// One picture for README: the app on a phone, light and dark, and on a desk.
bool compose(const QString &file)
{
    struct Part
    {
        const char *place;
        const char *theme;
        QSize size;
        QRect at;
        const char *press = ""; // the deal that is open is the one that the answers are of
    };
    const Part parts[] = {{"home", "light", {390, 844}, {32, 32, 312, 675}},
                          {"chat_mask", "dark", {390, 844}, {376, 32, 312, 675}},
                          {"deals", "light", {1440, 900}, {720, 32, 1080, 675}, "deal.01936000-0000-7000-8000-000000000701"}};
    QImage sheet(1832, 739, QImage::Format_RGB32);
    sheet.fill(QColor(0xC9, 0xD3, 0xCD));
    QPainter painter(&sheet);
    painter.setRenderHint(QPainter::Antialiasing);
    for (const Part &part : parts) {
        const auto pages = shots::everyPage();
        const auto place = std::find_if(pages.begin(), pages.end(),
                                        [&part](const shots::Place &p) { return p.name == QLatin1String(part.place); });
        shots::Place shown = *place;
        shown.press = QLatin1String(part.press);
        shots::FixtureApp app(shown, QStringLiteral("ru"), QLatin1String(part.theme));
        if (!app.ok())
            return false;
        app.go(part.size, 400);
        QPainterPath frame;
        frame.addRoundedRect(part.at, 20, 20);
        painter.setClipPath(frame);
        painter.drawImage(part.at.topLeft(), grab(app).scaled(part.at.size(), Qt::IgnoreAspectRatio, Qt::SmoothTransformation));
    }
    painter.end();
    return sheet.save(file, "PNG", 0); // 0: packed as small as it goes
}

} // namespace

int main(int argc, char **argv)
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QQuickWindow::setGraphicsApi(QSGRendererInterface::Software);
    QGuiApplication app(argc, argv);
    QCoreApplication::setApplicationVersion(QStringLiteral("1.0")); // one that stays
    QGuiApplication::styleHints()->setUseHoverEffects(false);       // the platform's pointer rests on the first button
    qInstallMessageHandler(count);
    QCommandLineParser options;
    options.addHelpOption();
    options.addOptions(
        {{QStringLiteral("out"), QStringLiteral("Folder for the pictures."), QStringLiteral("folder"), QStringLiteral("shots")},
         {QStringLiteral("theme"), QStringLiteral("light or dark; both without it."), QStringLiteral("name")},
         {QStringLiteral("lang"), QStringLiteral("ru or en; both without it."), QStringLiteral("language")},
         {QStringLiteral("size"), QStringLiteral("390x844 or another; four without it: 390x844, 320x640, 820x1180, 1440x900."),
          QStringLiteral("size")},
         {QStringLiteral("text"), QStringLiteral("Size of the letters: 2 is 200 %."), QStringLiteral("times"),
          QStringLiteral("1")},
         {QStringLiteral("contrast"), QStringLiteral("High contrast.")},
         {QStringLiteral("only"), QStringLiteral("Only screens whose name begins so."), QStringLiteral("name")}});
    options.addOption({QStringLiteral("compose"), QStringLiteral("Only one picture of several screens, as README shows it."),
                       QStringLiteral("file")});
    options.process(app);
    if (options.isSet(QStringLiteral("compose")))
        return compose(options.value(QStringLiteral("compose"))) && warnings == 0 ? 0 : 1;
    const auto choice = [&options](const QString &name, const QStringList &all) {
        return options.isSet(name) ? QStringList{options.value(name)} : all;
    };
    QDir().mkpath(options.value(QStringLiteral("out")));
    int failures = 0;
    const auto sizes = choice(QStringLiteral("size"), {QStringLiteral("390x844"), QStringLiteral("320x640"),
                                                       QStringLiteral("820x1180"), QStringLiteral("1440x900")});
    for (shots::Place shot : allShots()) {
        const double text = options.value(QStringLiteral("text")).toDouble();
        const bool contrast = options.isSet(QStringLiteral("contrast"));
        shot.prepare = [before = shot.prepare, text, contrast](client::Client &client) {
            if (before)
                before(client);
            client.settings()->setTextScale(text);
            client.settings()->setHighContrast(contrast);
        };
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
