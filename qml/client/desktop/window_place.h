#pragma once

#include <QObject>
#include <QRect>
#include <QVariantMap>

#include <memory>

class QSettings;
class QWindow;

namespace cargo::client {

// Keeps where a window was and how large, in the folder of the app's data.
class WindowPlace : public QObject
{
    Q_OBJECT

public:
    explicit WindowPlace(const QString &folder, QObject *parent = nullptr);
    ~WindowPlace() override;
    // x, y, width, height and visibility for the root window before it is shown; empty when nothing is kept or the place is on
    // no screen any more.
    QVariantMap kept() const;
    // Follows the window from now on; written when it closes and when the app ends.
    void follow(QWindow *window);

private:
    void remember();
    void write();
    std::unique_ptr<QSettings> m_store;
    QWindow *m_window = nullptr;
    QRect m_normal; // while neither maximized nor full screen
};

// Where a window of this place would lie: moved and cut so that it is on one of the screens; null when it shares less than a
// hundred pixels with all of them.
QRect placeOnScreens(const QRect &wanted, const QList<QRect> &screens);

} // namespace cargo::client
