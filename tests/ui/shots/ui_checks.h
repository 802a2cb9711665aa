#pragma once

#include "tests/ui/rig/item_tree.h"

#include <QSizeF>
#include <QStringList>

namespace cargo::shots {

// Lets the event loop run.
void settle(int ms);
using test::findItem;
using test::walk;

// What is wrong with the things below that can be pressed or typed into: those that tell a screen reader no name, and
// those that are smaller than a thumb, or on a desk than a pointer needs.
struct Faults
{
    int controls = 0;
    QStringList silent, small;
};
constexpr QSizeF kThumb{43, 47.5}, kPointer{22, 22};
Faults faultsBelow(QQuickItem *root, QSizeF least = kThumb);

// Texts that are cut off, end in an ellipsis where they must be read whole, or run out of a window so wide.
QStringList cutTexts(QQuickItem *root, qreal width);

} // namespace cargo::shots
