#include "qml/client/desktop/window_place.h"

#include <QGuiApplication>
#include <QScreen>
#include <QSettings>
#include <QWindow>

namespace cargo::client {

namespace {
constexpr int kLeastShared = 100; // pixels a side
}

WindowPlace::WindowPlace(const QString &folder, QObject *parent)
    : QObject(parent), m_store(std::make_unique<QSettings>(folder + QStringLiteral("/window.ini"), QSettings::IniFormat))
{
}

WindowPlace::~WindowPlace() = default;

QVariantMap WindowPlace::kept() const
{
    QList<QRect> screens;
    const auto all = QGuiApplication::screens();
    for (const QScreen *screen : all)
        screens.append(screen->availableGeometry());
    const QRect place = placeOnScreens(m_store->value(QStringLiteral("place")).toRect(), screens);
    if (place.isNull())
        return {};
    QVariantMap properties{{QStringLiteral("x"), place.x()},
                           {QStringLiteral("y"), place.y()},
                           {QStringLiteral("width"), place.width()},
                           {QStringLiteral("height"), place.height()}};
    if (m_store->value(QStringLiteral("maximized")).toBool())
        properties.insert(QStringLiteral("visibility"), QWindow::Maximized);
    return properties;
}

void WindowPlace::follow(QWindow *window)
{
    m_window = window;
    m_normal = window->geometry();
    for (const auto signal : {&QWindow::xChanged, &QWindow::yChanged, &QWindow::widthChanged, &QWindow::heightChanged})
        connect(window, signal, this, &WindowPlace::remember);
    connect(window, &QWindow::visibleChanged, this, [this](bool visible) {
        if (!visible)
            write();
    });
    connect(QCoreApplication::instance(), &QCoreApplication::aboutToQuit, this, &WindowPlace::write);
    connect(window, &QObject::destroyed, this, [this] { m_window = nullptr; });
}

void WindowPlace::remember()
{
    if (m_window && m_window->windowStates() == Qt::WindowNoState)
        m_normal = m_window->geometry();
}

void WindowPlace::write()
{
    remember(); // a change may still be on its way to us
    if (!m_window || m_normal.isEmpty())
        return;
    m_store->setValue(QStringLiteral("place"), m_normal);
    m_store->setValue(QStringLiteral("maximized"), m_window->windowStates().testFlag(Qt::WindowMaximized));
    m_store->sync();
}

QRect placeOnScreens(const QRect &wanted, const QList<QRect> &screens)
{
    QRect best;
    qint64 most = 0;
    for (const QRect &screen : screens) {
        const QRect shared = wanted & screen;
        const qint64 area = qint64(shared.width()) * shared.height();
        if (shared.width() < kLeastShared || shared.height() < kLeastShared || area <= most)
            continue;
        most = area;
        const QSize size = wanted.size().boundedTo(screen.size());
        const QPoint corner(qBound(screen.left(), wanted.left(), screen.right() - size.width() + 1),
                            qBound(screen.top(), wanted.top(), screen.bottom() - size.height() + 1));
        best = QRect(corner, size);
    }
    return best;
}

} // namespace cargo::client
