#pragma once

#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace cargo::ui {

// What the desktop asks for: dark or light. Qt 6.4 has no colour scheme, so there the palette tells.
class SystemLook : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON
    Q_PROPERTY(bool dark READ dark NOTIFY darkChanged FINAL)

public:
    explicit SystemLook(QObject *parent = nullptr);
    bool dark() const { return m_dark; }

Q_SIGNALS:
    void darkChanged();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void read();

    bool m_dark = false;
};

} // namespace cargo::ui
