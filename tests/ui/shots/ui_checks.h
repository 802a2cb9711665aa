#pragma once

#include <QQuickItem>
#include <QStringList>

#include <functional>

namespace cargo::shots {

// Lets the event loop run.
void settle(int ms);
// Visible items, parents first.
void walk(QQuickItem *item, const std::function<void(QQuickItem *)> &visit);
QQuickItem *findItem(QQuickItem *item, const QString &objectName);

// What is wrong with the things below that can be pressed or typed into: those that tell a screen reader no name, and
// those that are smaller than a thumb.
struct Faults
{
    int controls = 0;
    QStringList silent, small;
};
Faults faultsBelow(QQuickItem *root);

// Texts that are cut off, end in an ellipsis where they must be read whole, or run out of a window so wide.
QStringList cutTexts(QQuickItem *root, qreal width);

} // namespace cargo::shots
