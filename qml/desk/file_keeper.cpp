#include "qml/desk/file_keeper.h"

#include "qml/client/saved_file.h"

#include <QBuffer>
#include <QQmlEngine>

namespace cargo::desk {

namespace {
QByteArray cell(const QVariant &value)
{
    if (value.typeId() == QMetaType::Double || value.typeId() == QMetaType::Int || value.typeId() == QMetaType::LongLong)
        return value.toString().toUtf8();
    QString text = value.toString();
    if (!text.isEmpty() && QStringLiteral("=+-@\t\r").contains(text.front()))
        text.prepend(u'\'');
    if (text.contains(u'"') || text.contains(u',') || text.contains(u'\n') || text.contains(u'\r'))
        text = u'"' + text.replace(u'"', QStringLiteral("\"\"")) + u'"';
    return text.toUtf8();
}
} // namespace

QByteArray FileKeeper::csv(const QVariantList &rows)
{
    QByteArray out = "\xEF\xBB\xBF"; // spreadsheets know by it that it is UTF-8
    for (const QVariant &row : rows) {
        QByteArrayList cells;
        const QVariantList values = row.toList();
        for (const QVariant &value : values)
            cells.append(cell(value));
        out += cells.join(',') + "\r\n";
    }
    return out;
}

void FileKeeper::savePicture(const QString &name, const QVariant &image)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    if (image.value<QImage>().save(&buffer, "PNG"))
        save(name, bytes);
    else
        Q_EMIT failed();
}

void FileKeeper::saveTable(const QString &name, const QVariantList &rows) { save(name, csv(rows)); }

void FileKeeper::save(const QString &name, const QByteArray &bytes)
{
    client::Client *client = client::Client::of(qmlEngine(this));
    if (const auto file = client::saveFile(name, bytes, client ? client->downloads() : QString()))
        Q_EMIT saved(file->name);
    else
        Q_EMIT failed();
}

} // namespace cargo::desk
