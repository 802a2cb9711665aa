// The console at a queue of many cases. bench_desk --server URL --data-dir FOLDER --auth FILE --queue NAME prints one JSON
// object: what opening the queue, sorting it anew and going on to the next case take until they are drawn, each the slowest of
// some.
#include "qml/client/view_model.h"
#include "qml/shell/quick_app.h"
#include "tests/ui/rig/item_tree.h"

#include <QAbstractItemModel>
#include <QCommandLineParser>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QGuiApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QKeyEvent>
#include <QQuickItem>
#include <QQuickWindow>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <functional>

using namespace cargo;
using namespace Qt::Literals;

namespace {

constexpr int kPatienceMs = 60'000, kTimes = 5;

class Watch
{
public:
    explicit Watch(shell::QuickApp *app)
        : m_app(app), m_window(qobject_cast<QQuickWindow *>(app->engine()->rootObjects().first()))
    {
    }

    QJsonObject run(const QString &queue)
    {
        double sorted = 0, next = 0;
        until([this] { m_window->requestActivate(); }, [this] { return m_window->isActive() && asked(); }); // keys go to it
        const double opened = until([&] { go(u"queue"_s, {{u"queue"_s, queue}}); }, [this] { return rows() > 0; });
        for (int i = 0; i < kTimes; ++i) {
            for (const QString &key : {u"opened_at"_s, u"priority"_s, u"due_at"_s}) {
                const double took = until([&] { page()->setProperty("sortKey", key); }, [this] { return asked() && rows() > 0; });
                sorted = std::max(sorted, took);
            }
        }
        const QString firstId = idAt(0);
        until([&] { go(u"case"_s, {{u"queue"_s, queue}, {u"itemId"_s, firstId}}); }, [this] { return caseReady({}); });
        for (int i = 0; i < kTimes; ++i) {
            const QString before = page()->property("item").toString();
            const double took = until([this] { press(Qt::Key_J); }, [&] { return caseReady(before); });
            next = std::max(next, took);
        }
        if (m_failed)
            return {{u"failed"_s, u"nothing came"_s}, {u"open_ms"_s, opened}, {u"sort_ms"_s, sorted}, {u"next_ms"_s, next}};
        return {{u"open_ms"_s, opened}, {u"sort_ms"_s, sorted}, {u"next_ms"_s, next}};
    }

private:
    void go(const QString &name, const QVariantMap &params)
    {
        QMetaObject::invokeMethod(m_app->navigation(), "go", Q_ARG(QVariant, name), Q_ARG(QVariant, params));
    }
    QQuickItem *find(const QString &name) const { return test::findItem(m_window->contentItem(), name); }
    QQuickItem *table() const { return find(u"queue.table"_s); }
    int rows() const { return table() ? table()->property("count").toInt() : 0; }
    QString idAt(int row) const
    {
        auto *model = table() ? table()->property("model").value<QAbstractItemModel *>() : nullptr;
        return model ? model->data(model->index(row, 0), Qt::UserRole + 1).toString() : QString();
    }
    // The page that is seen: it has a `source`.
    QQuickItem *page() const
    {
        return test::firstItem(m_window->contentItem(), [](QQuickItem *item) {
            return item->metaObject()->indexOfProperty("source") >= 0 && item->property("title").isValid()
                   && item->metaObject()->indexOfProperty("queue") >= 0;
        });
    }
    // Everything that can be seen has what it asked for.
    bool asked() const
    {
        bool asking = false;
        test::walk(m_window->contentItem(), [&asking](QQuickItem *item) {
            const auto screens = item->findChildren<client::ViewModel *>(Qt::FindDirectChildrenOnly);
            for (const client::ViewModel *screen : screens)
                asking = asking || screen->refreshing() || screen->property("asking").toBool();
        });
        return !asking;
    }
    bool caseReady(const QString &before) const
    {
        return page() && page()->property("item").toString() != before && asked() && find(u"case.side"_s);
    }
    void press(Qt::Key key)
    {
        QKeyEvent down(QEvent::KeyPress, key, Qt::NoModifier, u"j"_s);
        QCoreApplication::sendEvent(m_window, &down);
    }
    // Milliseconds from the order until it is so and drawn.
    double until(const std::function<void()> &order, const std::function<bool()> &so)
    {
        QElapsedTimer timer;
        timer.start();
        order();
        QEventLoop loop;
        QTimer tick;
        QObject::connect(&tick, &QTimer::timeout, &loop, [&] {
            if (so() || timer.elapsed() > kPatienceMs)
                loop.quit();
        });
        tick.start(1);
        loop.exec();
        m_failed = m_failed || timer.elapsed() > kPatienceMs;
        m_window->update();
        QEventLoop drawn;
        QObject::connect(m_window, &QQuickWindow::frameSwapped, &drawn, &QEventLoop::quit);
        QTimer::singleShot(1000, &drawn, &QEventLoop::quit);
        drawn.exec();
        const double took = double(timer.nsecsElapsed()) / 1e6;
        QTimer::singleShot(300, &drawn, &QEventLoop::quit);
        drawn.exec();
        return took;
    }

    shell::QuickApp *m_app;
    QQuickWindow *m_window;
    bool m_failed = false;
};

} // namespace

int main(int argc, char **argv)
{
    QQuickWindow::setGraphicsApi(QSGRendererInterface::Software);
    QGuiApplication app(argc, argv);
    QCommandLineParser options;
    options.addOption({u"server"_s, u"Address of the server."_s, u"url"_s});
    options.addOption({u"data-dir"_s, u"Folder of the console."_s, u"folder"_s});
    options.addOption({u"auth"_s, u"What the sign-in answered."_s, u"file"_s});
    options.addOption({u"queue"_s, u"Its name."_s, u"name"_s, u"listing_reports"_s});
    options.process(app);
    client::Client client(std::make_unique<client::NetworkTransport>(), options.value(u"data-dir"_s));
    client.setRole(u"staff"_s);
    client.settings()->setReducedMotion(true);
    client.settings()->overrideServerUrl(options.value(u"server"_s));
    client.api()->setServerUrl(QUrl(client.settings()->serverUrl()));
    QFile auth(options.value(u"auth"_s));
    if (!auth.open(QIODevice::ReadOnly))
        return 1;
    client.session()->accept(QJsonDocument::fromJson(auth.readAll()).object());
    shell::QuickApp console(&client, u"CarGo/Admin"_s);
    if (!console.load())
        return 1;
    Watch watch(&console);
    const QJsonObject told = watch.run(options.value(u"queue"_s));
    std::printf("%s\n", QJsonDocument(told).toJson(QJsonDocument::Compact).constData());
    return told.contains(u"failed"_s) ? 1 : 0;
}
