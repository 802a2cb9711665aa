#pragma once

#include <QQuickPaintedItem>

#include <QString>
#include <vector>

namespace cargo::ui {

// The squares of a QR code (ISO/IEC 18004, error correction M), black on white in every theme: scanners want it so. The
// quiet zone of four squares around them is part of the item. QrCode.qml gives it a name and a frame.
class QrModules : public QQuickPaintedItem
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString text READ text WRITE setText NOTIFY textChanged FINAL)
    Q_PROPERTY(int side READ side NOTIFY textChanged FINAL) // squares in a row, without the quiet zone; 0: no code

public:
    explicit QrModules(QQuickItem *parent = nullptr) : QQuickPaintedItem(parent) {}
    QString text() const { return m_text; }
    void setText(const QString &text);
    int side() const { return m_side; }
    bool dark(int x, int y) const { return m_dark[size_t(y) * size_t(m_side) + size_t(x)]; }
    void paint(QPainter *painter) override;

Q_SIGNALS:
    void textChanged();

private:
    QString m_text;
    int m_side = 0;
    std::vector<bool> m_dark;
};

} // namespace cargo::ui
