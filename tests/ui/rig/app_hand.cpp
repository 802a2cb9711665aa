#include "tests/ui/rig/app_hand.h"

#include "tests/ui/rig/item_tree.h"

#include <QAbstractItemModel>

namespace cargo::test {

namespace {
// Also what is not visible: a dialog that is not open.
QQuickItem *below(QQuickItem *root, const QString &name)
{
    if (root->objectName() == name)
        return root;
    const auto children = root->childItems();
    for (QQuickItem *child : children) {
        if (QQuickItem *found = below(child, name))
            return found;
    }
    return nullptr;
}
} // namespace

bool AppHand::open(const QString &server, const QString &folder, const QString &module, const QString &role, QSize size)
{
    m_client = std::make_unique<client::Client>(std::make_unique<client::NetworkTransport>(), folder);
    m_client->setRole(role);
    m_client->settings()->overrideServerUrl(server);
    m_client->api()->setServerUrl(QUrl(server));
    m_client->settings()->setReducedMotion(true);
    m_client->settings()->setWelcomed(true);
    m_client->setDownloads(folder + QStringLiteral("/downloads"));
    m_app = std::make_unique<shell::QuickApp>(m_client.get(), module);
    m_client->start();
    if (!m_app->load())
        return false;
    window()->resize(size);
    window()->requestActivate();
    return QTest::qWaitForWindowActive(window());
}

void AppHand::close()
{
    m_app.reset();
    m_client.reset();
}

QQuickItem *AppHand::item(const QString &name) const
{
    return firstItem(window()->contentItem(),
                     [&name](QQuickItem *candidate) { return candidate->objectName() == name && candidate->isEnabled(); });
}

QVariant AppHand::of(const QString &name, const char *property) const
{
    QQuickItem *found = item(name);
    return found ? found->property(property) : QVariant();
}

// Scrolls what scrolls until the middle of the item lies in the window and nothing moves any more.
bool AppHand::reach(QQuickItem *item) const
{
    for (QQuickItem *up = item->parentItem(); up; up = up->parentItem()) {
        if (!up->inherits("QQuickFlickable"))
            continue;
        const QPointF middle = item->mapToItem(up, QPointF(item->width() / 2, item->height() / 2));
        if (middle.y() < 24 || middle.y() > up->height() - 24)
            up->setProperty("contentY", up->property("contentY").toReal() + middle.y() - up->height() / 2);
    }
    const QPointF middle = item->mapToScene(QPointF(item->width() / 2, item->height() / 2));
    return QRectF(0, 0, window()->width(), window()->height()).contains(middle);
}

// With the pointer, where a finger would: nothing may lie over it.
bool AppHand::click(const QString &name)
{
    QQuickItem *found = item(name);
    if (!found || !isInHand() || !reach(found))
        return false;
    const QPoint middle = found->mapToScene(QPointF(found->width() / 2, found->height() / 2)).toPoint();
    if (m_aim.name != name || m_aim.at != middle) // a page that is still being laid out moves under the pointer
        m_aim = {name, middle, 0};
    if (++m_aim.held < 4)
        return false;
    m_aim = {};
    QTest::mouseClick(window(), Qt::LeftButton, {}, middle);
    return true;
}

// Keys go where the focus is, and only the window in front has one.
bool AppHand::isInHand() const
{
    if (!window()->isActive())
        window()->requestActivate();
    return window()->isActive();
}

bool AppHand::tabTo(const QString &name)
{
    if (!QTest::qWaitFor([this] { return isInHand(); }, kStepMs))
        return false;
    for (int step = 0; step < 80; ++step) {
        for (QQuickItem *at = window()->activeFocusItem(); at; at = at->parentItem()) {
            if (at->objectName() == name)
                return true;
        }
        QTest::keyClick(window(), Qt::Key_Tab);
    }
    return false;
}

bool AppHand::type(const QString &name, const QString &text)
{
    if (!click(name))
        return false;
    QQuickItem *focus = window()->activeFocusItem();
    if (!focus || focus->objectName() != name)
        return false;
    if (focus->property("text").toString() != text) {
        QTest::keySequence(window(), QKeySequence::SelectAll);
        for (const QChar letter : text)
            QTest::sendKeyEvent(QTest::Click, window(), Qt::Key_unknown, QString(letter), {});
    }
    return focus->property("text").toString() == text;
}

bool AppHand::typeNumber(const QString &name, const QString &digits)
{
    if (!click(name))
        return false;
    QTest::keySequence(window(), QKeySequence::SelectAll);
    for (const QChar digit : digits)
        QTest::sendKeyEvent(QTest::Click, window(), Qt::Key_unknown, QString(digit), {});
    return true;
}

bool AppHand::confirm(const QString &slide)
{
    if (!tabTo(slide))
        return false;
    QTest::keyClick(window(), Qt::Key_Space); // asks
    QTest::keyClick(window(), Qt::Key_Space); // does
    return true;
}

bool AppHand::choose(const QString &dialog, const QString &file) const
{
    QQuickItem *found = below(window()->contentItem(), dialog);
    const auto files = QVariant::fromValue(QList<QUrl>{QUrl::fromLocalFile(file)});
    return found && QMetaObject::invokeMethod(found, "chosen", Q_ARG(QVariant, files));
}

bool AppHand::takeSide(const QString &angle, const QString &file, const QString &camera) const
{
    QQuickItem *dialog = below(window()->contentItem(), camera);
    return dialog && dialog->setProperty("asked", angle) && choose(camera, file);
}

QVariantList AppHand::rows(const char *first, const char *second) const
{
    QVariantList list;
    QQuickItem *messages = item(QStringLiteral("chat.messages"));
    auto *model = messages ? messages->property("model").value<QAbstractItemModel *>() : nullptr;
    for (int row = 0; model && row < model->rowCount(); ++row) {
        const auto text = [&](const char *role) {
            return model->data(model->index(row, 0), model->roleNames().key(role)).toString();
        };
        list << QString(text(first) + u'/' + text(second));
    }
    return list;
}

QByteArray AppHand::screen() const
{
    QByteArray names;
    walk(window()->contentItem(), [&names](QQuickItem *candidate) {
        if (!candidate->objectName().isEmpty())
            names += ' ' + candidate->objectName().toUtf8() + (candidate->isEnabled() ? "" : "(off)");
    });
    return names;
}

} // namespace cargo::test
