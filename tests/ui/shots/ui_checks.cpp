#include "ui_checks.h"

#include <QAccessible>
#include <QEventLoop>
#include <QTimer>

namespace cargo::shots {
namespace {

// Inside of what scrolls sideways a text may lie outside of the window.
bool scrollsSideways(QQuickItem *item)
{
    for (QQuickItem *up = item->parentItem(); up; up = up->parentItem()) {
        if (up->inherits("QQuickFlickable") && up->property("contentWidth").toReal() > up->width() + 1)
            return true;
        const bool table = QByteArrayView(up->metaObject()->className()).startsWith("DataTable_"); // its head goes with its rows
        if (table && up->property("total").toReal() > up->width() + 1)
            return true;
    }
    return false;
}

// Words of buttons, chips, tabs and headings are short and must be read whole; rows of lists may end in an ellipsis.
bool mustBeWhole(QQuickItem *item)
{
    for (QQuickItem *up = item->parentItem(); up; up = up->parentItem()) {
        const QByteArray name = up->metaObject()->className();
        if (name.startsWith("Button_") || name.startsWith("Chip_") || name.startsWith("NavTab_") || name.startsWith("Badge_")
            || name.startsWith("TopBar_") || name.startsWith("EmptyState_") || name.startsWith("Banner_")
            || name.startsWith("FactRow_"))
            return true;
    }
    return false;
}

} // namespace

void settle(int ms)
{
    QEventLoop loop;
    QTimer::singleShot(ms, &loop, &QEventLoop::quit);
    loop.exec();
}

Faults faultsBelow(QQuickItem *root, QSizeF least)
{
    Faults faults;
    walk(root, [&faults, least](QQuickItem *item) {
        const bool pressable = item->inherits("QQuickAbstractButton") || item->inherits("QQuickTextField")
                               || item->inherits("QQuickTextArea") || item->property("clickable").toBool()
                               || item->activeFocusOnTab();
        if (!pressable || !item->isEnabled())
            return;
        ++faults.controls;
        QAccessibleInterface *face = QAccessible::queryAccessibleInterface(item);
        const QString name = face ? face->text(QAccessible::Name) : QString();
        const QString who = QString::fromLatin1(item->metaObject()->className()) + u' ' + item->objectName() + u' ' + name;
        if (name.trimmed().isEmpty())
            faults.silent << who;
        // Photos in a row are looked at, and opened large; everything else is a target for a thumb.
        const bool handle = item->parentItem() && item->parentItem()->inherits("QQuickRangeSlider"); // the slider is the target
        const bool photo = item->metaObject()->indexOfProperty("fillMode") >= 0;
        if (!photo && !handle && (item->height() < least.height() || item->width() < least.width()))
            faults.small << who + QStringLiteral(" %1x%2").arg(item->width()).arg(item->height());
    });
    return faults;
}

QStringList cutTexts(QQuickItem *root, qreal width)
{
    QStringList cut;
    walk(root, [&](QQuickItem *item) {
        if (!item->inherits("QQuickText") || item->property("text").toString().isEmpty() || item->opacity() == 0)
            return;
        const bool elided = item->property("elide").toInt() != Qt::ElideNone && item->property("wrapMode").toInt() == 0;
        const qreal needs = item->property("contentWidth").toReal();
        const QRectF place = item->mapRectToScene(QRectF(0, 0, item->width(), item->height()));
        const QString what = item->property("text").toString().left(60);
        if (!elided && needs > item->width() + 1)
            cut << QStringLiteral("needs %1, has %2: %3").arg(needs).arg(item->width()).arg(what);
        else if (item->property("truncated").toBool() && mustBeWhole(item))
            cut << QStringLiteral("ends in an ellipsis: %1").arg(what);
        else if ((place.left() < -1 || place.right() > width + 1) && !scrollsSideways(item))
            cut << QStringLiteral("outside, %1…%2: %3").arg(place.left()).arg(place.right()).arg(what);
    });
    return cut;
}

} // namespace cargo::shots
