// The buyer app, driven and watched from inside. bench_app home|scroll|taps --server URL --data-dir FOLDER prints one JSON
// object. CARGO_BENCH_BEGUN_MS is the moment of its start on the monotonic clock, as whoever started it saw it.
#include "qml/shell/quick_app.h"
#include "tests/ui/rig/item_tree.h"

#include <QCommandLineParser>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QGuiApplication>
#include <QImage>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMouseEvent>
#include <QQuickItem>
#include <QQuickWindow>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <functional>

using namespace cargo;
using namespace Qt::Literals;

namespace {

constexpr int kPatienceMs = 120'000;
constexpr int kStep = 160; // pixels a frame: about 10,000 a second, a hard fling

qint64 nanoseconds(clockid_t clock)
{
    timespec now;
    clock_gettime(clock, &now);
    return qint64(now.tv_sec) * 1'000'000'000 + now.tv_nsec;
}

double residentMiB()
{
    QFile file(u"/proc/self/statm"_s);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return file.readAll().split(' ').value(1).toDouble() * 4096 / (1024 * 1024);
}

double percentile(std::vector<double> values, double part)
{
    if (values.empty())
        return 0;
    std::sort(values.begin(), values.end());
    return values[size_t(part * double(values.size() - 1))];
}

class Watch : public QObject
{
public:
    explicit Watch(cargo::shell::QuickApp *app) : m_app(app)
    {
        m_window = qobject_cast<QQuickWindow *>(app->engine()->rootObjects().first());
        m_window->setWidth(390);
        m_window->setHeight(844);
        connect(m_window, &QQuickWindow::frameSwapped, this, [this] { ++m_frames; });
    }

    QJsonObject home()
    {
        if (!until([this] { return filled(); }))
            return {{u"failed"_s, u"home is not filled"_s}};
        m_window->update();
        frame();
        const double begun = qEnvironmentVariable("CARGO_BENCH_BEGUN_MS").toDouble();
        const double filledMs = double(nanoseconds(CLOCK_MONOTONIC)) / 1e6 - begun;
        rest(1000); // what moves once has moved
        const int seen = m_frames;
        rest(1000);
        return {{u"filled_ms"_s, filledMs}, {u"resident_mib"_s, residentMiB()}, {u"idle_frames"_s, m_frames - seen}};
    }

    // To the `rows`-th car of the search.
    QJsonObject scroll(int rows)
    {
        home();
        QMetaObject::invokeMethod(m_app->navigation(), "openTab", Q_ARG(QVariant, u"search"_s));
        if (!until([this] { return grid() && grid()->property("count").toInt() > 0 && filled(); }))
            return {{u"failed"_s, u"the search is not filled"_s}};
        grid()->setProperty("scrolled", true);
        std::vector<double> work;
        double residentEarly = 0, waitedMs = 0;
        QElapsedTimer whole;
        whole.start();
        while (grid()->property("count").toInt() < rows) {
            const double before = grid()->property("contentY").toDouble();
            const qint64 busy = nanoseconds(CLOCK_THREAD_CPUTIME_ID);
            const double end =
                grid()->property("originY").toDouble() + grid()->property("contentHeight").toDouble() - grid()->height();
            grid()->setProperty("contentY", std::min(end, before + kStep)); // where a finger has it
            if (!frame(1000) || grid()->property("contentY").toDouble() == before) {
                QElapsedTimer waiting; // at the end of what is there
                waiting.start();
                const int had = grid()->property("count").toInt();
                if (!until([this, had] { return grid()->property("count").toInt() > had; }))
                    return {{u"failed"_s, u"no more cars come"_s}, {u"rows"_s, had}};
                waitedMs += double(waiting.elapsed());
                continue;
            }
            work.push_back(double(nanoseconds(CLOCK_THREAD_CPUTIME_ID) - busy) / 1e6);
            if (residentEarly == 0 && grid()->property("count").toInt() > rows / 10)
                residentEarly = residentMiB();
        }
        return {{u"rows"_s, grid()->property("count").toInt()}, {u"frames"_s, qint64(work.size())},
                {u"seconds"_s, double(whole.elapsed()) / 1000}, {u"waited_ms"_s, waitedMs},
                {u"work_p50_ms"_s, percentile(work, 0.5)},      {u"work_p95_ms"_s, percentile(work, 0.95)},
                {u"work_p99_ms"_s, percentile(work, 0.99)},     {u"work_max_ms"_s, percentile(work, 1)},
                {u"resident_early_mib"_s, residentEarly},       {u"resident_mib"_s, residentMiB()}};
    }

    // Some taps, the slowest of each: from the press to the first frame that shows it, from the release to the next screen.
    QJsonObject taps()
    {
        home();
        double pressedMs = 0, openedMs = 0;
        QJsonObject all;
        for (const QString &place : {u"tab.search"_s, u"tab.home"_s, u"tab.chats"_s, u"tab.home"_s, u"card"_s}) {
            const Tap tapped = tap(place);
            if (tapped.pressedMs < 0 || tapped.openedMs < 0)
                return {{u"failed"_s, QString(u"nothing answers at "_s + place)}, {u"pressed"_s, tapped.pressedMs}};
            pressedMs = std::max(pressedMs, tapped.pressedMs);
            openedMs = std::max(openedMs, tapped.openedMs);
            all.insert(place, tapped.openedMs);
        }
        all.insert(u"pressed_ms"_s, pressedMs);
        all.insert(u"opened_ms"_s, openedMs);
        return all;
    }

private:
    bool until(const std::function<bool()> &condition)
    {
        QElapsedTimer timer;
        for (timer.start(); timer.elapsed() < kPatienceMs; rest(2)) {
            if (condition())
                return true;
        }
        return false;
    }
    // Until one more frame is drawn. False: nothing moves. In a loop of its own, so that what is to be deleted is.
    bool frame(int patienceMs = 5000)
    {
        const int seen = m_frames;
        QEventLoop loop;
        connect(m_window, &QQuickWindow::frameSwapped, &loop, &QEventLoop::quit);
        QTimer::singleShot(patienceMs, &loop, &QEventLoop::quit);
        loop.exec();
        return m_frames != seen;
    }
    static void rest(int ms)
    {
        QEventLoop loop;
        QTimer::singleShot(ms, &loop, &QEventLoop::quit);
        loop.exec();
    }

    // Cars stand there and every picture that can be seen has come.
    bool filled() const
    {
        int cars = 0, coming = 0;
        test::walk(m_window->contentItem(), [&](QQuickItem *item) {
            if (item->objectName().startsWith(u"listing."))
                ++cars;
            if (item->inherits("QQuickImage") && item->property("status").toInt() == 2)
                ++coming;
        });
        return cars > 0 && coming == 0;
    }
    QQuickItem *find(const QString &name) const
    {
        return test::firstItem(m_window->contentItem(), [&name](QQuickItem *item) {
            return item->objectName() == name || (name == u"card" && item->objectName().startsWith(u"listing."));
        });
    }
    QQuickItem *grid() const { return find(u"search.grid"_s); }

    struct Tap
    {
        double pressedMs, openedMs; // -1: nothing moved
    };
    Tap tap(const QString &name)
    {
        QQuickItem *item = nullptr;
        until([&] { return (item = find(name)) != nullptr; });
        const QPointF at = item ? item->mapToScene(QPointF(item->width() / 2, item->height() / 2)) : QPointF();
        for (int quiet = 0; quiet < 20;) { // nothing moves any more
            const int seen = m_frames;
            rest(20);
            quiet = seen == m_frames ? quiet + 1 : 0;
        }
        const QImage before = m_window->grabWindow();
        const double pressed = answerTo(QEvent::MouseButtonPress, at);
        if (pressed < 0 || m_window->grabWindow() == before)
            return {-1, -1};
        return {pressed, answerTo(QEvent::MouseButtonRelease, at)};
    }
    // Milliseconds until the next frame.
    double answerTo(QEvent::Type type, QPointF at)
    {
        QElapsedTimer timer;
        timer.start();
        QMouseEvent mouse(type, at, m_window->mapToGlobal(at), Qt::LeftButton,
                          type == QEvent::MouseButtonPress ? Qt::LeftButton : Qt::NoButton, Qt::NoModifier);
        QCoreApplication::sendEvent(m_window, &mouse);
        return frame() ? double(timer.nsecsElapsed()) / 1e6 : -1;
    }

    cargo::shell::QuickApp *m_app;
    QQuickWindow *m_window;
    int m_frames = 0;
};

} // namespace

int main(int argc, char **argv)
{
    QQuickWindow::setGraphicsApi(QSGRendererInterface::Software);
    QGuiApplication app(argc, argv);
    QCommandLineParser options;
    options.addOption({u"server"_s, u"Address of the server."_s, u"url"_s});
    options.addOption({u"data-dir"_s, u"Folder of the app."_s, u"folder"_s});
    options.addOption({u"rows"_s, u"How far to scroll."_s, u"rows"_s, u"10000"_s});
    options.addPositionalArgument(u"what"_s, u"home, scroll or taps"_s);
    options.process(app);

    cargo::client::Client client(std::make_unique<cargo::client::NetworkTransport>(), options.value(u"data-dir"_s));
    client.settings()->setWelcomed(true);
    client.settings()->overrideServerUrl(options.value(u"server"_s));
    client.api()->setServerUrl(QUrl(client.settings()->serverUrl()));
    cargo::shell::QuickApp buyer(&client, QStringLiteral("CarGo/Buyer"));
    client.start();
    if (!buyer.load())
        return 1;
    Watch watch(&buyer);
    const QString what = options.positionalArguments().value(0);
    const QJsonObject told = what == u"scroll" ? watch.scroll(options.value(u"rows"_s).toInt())
                             : what == u"taps" ? watch.taps()
                                               : watch.home();
    std::printf("%s\n", QJsonDocument(told).toJson(QJsonDocument::Compact).constData());
    return told.contains(u"failed"_s) ? 1 : 0;
}
