// The driver's app, by itself. bench_driver fill|send|deals|start --data-dir FOLDER …
//   fill:  200 photos (1 GB) wait in the queue as messages of --conversation
//   send:  sends them to --server and prints what it took and its memory
//   deals: 50 deals are remembered on the device
//   start: without a network, until the list of them is drawn; CARGO_BENCH_BEGUN_MS is the moment of its start on the monotonic
//          clock, as whoever started it saw it
#include "qml/client/view_model.h"
#include "qml/shell/quick_app.h"
#include "tests/ui/rig/item_tree.h"

#include <QBuffer>
#include <QCommandLineParser>
#include <QElapsedTimer>
#include <QFile>
#include <QGuiApplication>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QQuickItem>
#include <QQuickWindow>
#include <QRandomGenerator>
#include <QTimer>

#include <cstdio>
#include <ctime>

using namespace cargo;
using namespace Qt::Literals;

namespace {

constexpr int kMessages = 20, kPhotosOfEach = 10, kDeals = 50, kPatienceMs = 3'600'000;
constexpr QSize kPhotoSize(3264, 2448);

// Of this process, in MiB: "VmRSS" now, "VmHWM" at its highest.
double memoryMiB(const QByteArray &what)
{
    QFile file(u"/proc/self/status"_s);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const QList<QByteArray> lines = file.readAll().split('\n');
    for (const QByteArray &line : lines) {
        if (line.startsWith(QByteArray(what + ':')))
            return line.simplified().split(' ').value(1).toDouble() / 1024;
    }
    return 0;
}

double nowMs()
{
    timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return double(now.tv_sec) * 1e3 + double(now.tv_nsec) / 1e6;
}

// About 5 MB that no encoder makes smaller.
QByteArray photo(quint32 seed)
{
    QImage image(kPhotoSize, QImage::Format_RGB32);
    QRandomGenerator random(seed);
    for (int y = 0; y < image.height(); ++y)
        random.fillRange(reinterpret_cast<quint32 *>(image.scanLine(y)), image.width());
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "JPEG", 78);
    return bytes;
}

int say(const QJsonObject &told)
{
    std::printf("%s\n", QJsonDocument(told).toJson(QJsonDocument::Compact).constData());
    return told.contains(u"failed"_s) ? 1 : 0;
}

int fill(client::Client &client, const QString &conversation)
{
    client.outbox()->setPaused(true);
    qint64 bytes = 0;
    for (int message = 0; message < kMessages; ++message) {
        const QString draft = u"bench/%1"_s.arg(message);
        for (int at = 0; at < kPhotosOfEach; ++at) {
            const QByteArray jpeg = photo(quint32(message * kPhotosOfEach + at));
            if (!client.writing()->keepPhoto(u"draft/"_s + draft, jpeg))
                return say({{u"failed"_s, u"no room for the photos"_s}});
            bytes += jpeg.size();
        }
        client.outbox()->sendMessage(conversation, u"Photos %1"_s.arg(message + 1), draft);
    }
    return say({{u"photos"_s, kMessages * kPhotosOfEach}, {u"mib"_s, double(bytes) / (1024 * 1024)}});
}

int send(client::Client &client)
{
    const double before = memoryMiB("VmRSS");
    QElapsedTimer timer;
    timer.start();
    QString refused;
    QObject::connect(client.outbox(), &client::Outbox::refused, &client, [&](const client::OutboxItem &, const Error &error) {
        refused = QLatin1String(errorWord(error.code));
        QCoreApplication::quit();
    });
    QObject::connect(client.outbox(), &client::Outbox::sent, &client, [&client] {
        if (client.writing()->items().empty())
            QCoreApplication::quit();
    });
    QTimer::singleShot(kPatienceMs, qApp, &QCoreApplication::quit);
    client.start();
    client.outbox()->flushNow();
    QCoreApplication::exec();
    if (!refused.isEmpty() || !client.writing()->items().empty())
        return say({{u"failed"_s, refused}});
    return say({{u"seconds"_s, double(timer.elapsed()) / 1000}, {u"before_mib"_s, before}, {u"peak_mib"_s, memoryMiB("VmHWM")}});
}

// As the server says them, each with a car and a clock of its own.
int deals(client::Client &client, const QString &like)
{
    QFile file(like);
    if (!file.open(QIODevice::ReadOnly))
        return say({{u"failed"_s, u"no deal to copy"_s}});
    QByteArray text = file.readAll();
    text.replace("\"@", "\"2026-11-26T12:00:00Z\",\"_\":\"@"); // moments of the fixtures are relative
    const QJsonObject deal = QJsonDocument::fromJson(text).object();
    QJsonArray items;
    for (int at = 0; at < kDeals; ++at) {
        QJsonObject one = deal;
        const QString id = u"01936000-0000-7000-8000-%1"_s.arg(at, 12, 10, QLatin1Char('0'));
        one.insert(u"id"_s, id);
        one.insert(u"number"_s, u"CG-%1"_s.arg(100'000 + at));
        items.append(one);
        client.cache()->put(u"deal/"_s + id, one);
    }
    client.cache()->put(u"deals"_s, {{u"items"_s, items}, {u"next_cursor"_s, QJsonValue()}});
    return say({{u"deals"_s, items.size()}});
}

int start(client::Client &client)
{
    shell::QuickApp app(&client, u"CarGo/Driver"_s);
    client.start();
    if (!app.load())
        return 1;
    auto *window = qobject_cast<QQuickWindow *>(app.engine()->rootObjects().first());
    window->resize(390, 844);
    QJsonObject told{{u"failed"_s, u"the list stays empty"_s}};
    const auto drawn = [&] {
        const QQuickItem *list = test::findItem(window->contentItem(), u"today.list"_s);
        if (!list || list->property("count").toInt() < kDeals)
            return;
        told = {{u"drawn_ms"_s, nowMs() - qEnvironmentVariable("CARGO_BENCH_BEGUN_MS").toDouble()},
                {u"resident_mib"_s, memoryMiB("VmRSS")}};
        QCoreApplication::quit();
    };
    QObject::connect(window, &QQuickWindow::frameSwapped, qApp, drawn, Qt::QueuedConnection);
    QTimer again; // a list may be filled after the last frame
    QObject::connect(&again, &QTimer::timeout, window, &QQuickWindow::update);
    again.start(20);
    QTimer::singleShot(30'000, qApp, &QCoreApplication::quit);
    QCoreApplication::exec();
    return say(told);
}

} // namespace

int main(int argc, char **argv)
{
    QQuickWindow::setGraphicsApi(QSGRendererInterface::Software);
    QGuiApplication app(argc, argv);
    QCommandLineParser options;
    options.addPositionalArgument(u"what"_s, u"fill, send, deals or start"_s);
    options.addOption({u"server"_s, u"Address of the server."_s, u"url"_s, u"http://127.0.0.1:9"_s});
    options.addOption({u"data-dir"_s, u"Folder of the app."_s, u"folder"_s});
    options.addOption({u"auth"_s, u"What the sign-in answered."_s, u"file"_s});
    options.addOption({u"conversation"_s, u"Where the photos go."_s, u"id"_s});
    options.addOption({u"like"_s, u"A deal as JSON."_s, u"file"_s});
    options.process(app);
    client::Client client(std::make_unique<client::NetworkTransport>(), options.value(u"data-dir"_s));
    client.setRole(u"driver"_s);
    client.settings()->setReducedMotion(true);
    client.settings()->setWelcomed(true);
    client.settings()->overrideServerUrl(options.value(u"server"_s));
    client.api()->setServerUrl(QUrl(client.settings()->serverUrl()));
    if (QFile auth(options.value(u"auth"_s)); options.isSet(u"auth"_s) && auth.open(QIODevice::ReadOnly))
        client.session()->accept(QJsonDocument::fromJson(auth.readAll()).object());
    const QString what = options.positionalArguments().value(0);
    if (what == u"fill"_s)
        return fill(client, options.value(u"conversation"_s));
    if (what == u"send"_s)
        return send(client);
    if (what == u"deals"_s)
        return deals(client, options.value(u"like"_s));
    return start(client);
}
