#pragma once

#include "server/db/blocking.h"

#include <QByteArrayView>

namespace cargo::db {

// Fills a table with COPY … FROM STDIN: the way to bring in many rows. It waits, so it belongs to command-line tools.
// Values are added column by column; endRow() closes a row; finish() tells how many rows there are. Without finish()
// the copy is given up and no row stays.
class CopyWriter
{
public:
    // `columns` as in SQL: "id, name, created_at". The table may be any name that quotedName() need not touch.
    CopyWriter(BlockingConnection &connection, const QByteArray &table, const QByteArray &columns);
    ~CopyWriter();
    CopyWriter(const CopyWriter &) = delete;
    CopyWriter &operator=(const CopyWriter &) = delete;

    CopyWriter &add(QByteArrayView utf8);
    CopyWriter &add(const char *utf8) { return add(QByteArrayView(utf8)); }
    CopyWriter &add(const QByteArray &utf8) { return add(QByteArrayView(utf8)); }
    CopyWriter &add(const QString &text) { return add(QByteArrayView(text.toUtf8())); }
    CopyWriter &add(qint64 value) { return add(QByteArrayView(QByteArray::number(value))); }
    CopyWriter &add(int value) { return add(qint64(value)); }
    CopyWriter &add(bool value) { return add(value ? "t" : "f"); }
    CopyWriter &add(Timestamp value) { return add(QByteArrayView(value.toRfc3339())); }
    CopyWriter &add(const Uuid &value) { return add(QByteArrayView(value.toText())); }
    template <typename Tag>
    CopyWriter &add(const Id<Tag> &value)
    {
        return add(value.uuid);
    }
    CopyWriter &addBytes(const QByteArray &bytes);
    CopyWriter &addNull();
    Outcome endRow();
    Result<qint64> finish();

private:
    void separate();
    Outcome flush();

    BlockingConnection *m_connection;
    QByteArray m_buffer;
    QString m_problem;
    bool m_rowBegun = false;
    bool m_open = false;
};

} // namespace cargo::db
