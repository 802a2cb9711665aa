#include "qml/ui/qr_modules.h"

#include <QPainter>

#include <qrencode.h>

#include <memory>

namespace cargo::ui {
namespace {

constexpr int kQuiet = 4; // squares around the code that must stay white

}

void QrModules::setText(const QString &text)
{
    if (text == m_text)
        return;
    m_text = text;
    m_side = 0;
    m_dark.clear();
    const QByteArray bytes = text.toUtf8();
    const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(
        bytes.isEmpty() ? nullptr : QRcode_encodeString(bytes.constData(), 0, QR_ECLEVEL_M, QR_MODE_8, 1), &QRcode_free);
    if (code) {
        m_side = code->width;
        m_dark.reserve(size_t(m_side) * size_t(m_side));
        for (int at = 0; at < m_side * m_side; ++at)
            m_dark.push_back(code->data[at] & 1);
    }
    Q_EMIT textChanged();
    update();
}

void QrModules::paint(QPainter *painter)
{
    painter->fillRect(QRectF(0, 0, width(), height()), Qt::white);
    if (m_side == 0)
        return;
    // Whole pixels for each square: no seams, no soft edges.
    const int cell = qMax(1, int(qMin(width(), height())) / (m_side + 2 * kQuiet));
    const int left = (int(width()) - cell * m_side) / 2, top = (int(height()) - cell * m_side) / 2;
    for (int y = 0; y < m_side; ++y) {
        for (int x = 0; x < m_side; ++x) {
            if (dark(x, y))
                painter->fillRect(left + x * cell, top + y * cell, cell, cell, Qt::black);
        }
    }
}

} // namespace cargo::ui
