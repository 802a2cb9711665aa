#pragma once

#include <QQuickItem>
#include <QString>

#include <functional>

// What can be seen of a window's items, for tests and the bench: what is not visible is left out with all below it.
namespace cargo::test {

// The first that fits, parents before their children; null when none does.
inline QQuickItem *firstItem(QQuickItem *root, const std::function<bool(QQuickItem *)> &fits)
{
    if (!root->isVisible())
        return nullptr;
    if (fits(root))
        return root;
    const auto children = root->childItems();
    for (QQuickItem *child : children) {
        if (QQuickItem *found = firstItem(child, fits))
            return found;
    }
    return nullptr;
}

inline void walk(QQuickItem *root, const std::function<void(QQuickItem *)> &visit)
{
    firstItem(root, [&visit](QQuickItem *item) {
        visit(item);
        return false;
    });
}

inline QQuickItem *findItem(QQuickItem *root, const QString &objectName)
{
    return firstItem(root, [&objectName](QQuickItem *item) { return item->objectName() == objectName; });
}

} // namespace cargo::test
