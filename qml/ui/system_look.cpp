#include "qml/ui/system_look.h"

#include <QEvent>
#include <QGuiApplication>
#include <QPalette>
#include <QStyleHints>

namespace cargo::ui {

SystemLook::SystemLook(QObject *parent) : QObject(parent)
{
    read();
    qGuiApp->installEventFilter(this);
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    connect(qGuiApp->styleHints(), &QStyleHints::colorSchemeChanged, this, &SystemLook::read);
#endif
}

bool SystemLook::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ApplicationPaletteChange)
        read();
    return QObject::eventFilter(watched, event);
}

void SystemLook::read()
{
    const QPalette palette = QGuiApplication::palette();
    bool dark = palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness();
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    const auto scheme = qGuiApp->styleHints()->colorScheme();
    if (scheme != Qt::ColorScheme::Unknown)
        dark = scheme == Qt::ColorScheme::Dark;
#endif
    if (dark == m_dark)
        return;
    m_dark = dark;
    Q_EMIT darkChanged();
}

} // namespace cargo::ui
