#pragma once

#include <QByteArray>
#include <QIODevice>
#include <QString>

#include <vector>

namespace cargo::listings {

struct CsvRecord
{
    std::vector<QByteArray> fields; // UTF-8
    QByteArray raw;                 // the record as it stands in the file, without its line end
    qint64 line = 0;                // where it begins, from 1
    QString problem;                // why it cannot be used; empty: good
};

// Reads CSV as RFC 4180 has it: quotes around fields, doubled quotes inside, CRLF or LF, line ends within quotes. Strict and
// in bounded memory: a record that breaks the rules comes back with its problem and reading goes on with the next line.
class CsvReader
{
public:
    static constexpr qsizetype kMaxFieldBytes = 64 * 1024;
    static constexpr qsizetype kMaxRecordBytes = 256 * 1024;

    // `device` is open for reading and outlives the reader. A byte order mark at the start is passed over.
    explicit CsvReader(QIODevice *device, char separator = ',') : m_device(device), m_separator(separator) {}

    // False at the end. Empty lines are passed over.
    bool next(CsvRecord *record);
    qint64 bytesRead() const { return m_consumed; }

private:
    int get();
    int peek();
    bool fill();
    void readRecord(CsvRecord *record);
    void skipLine();

    QIODevice *m_device;
    char m_separator;
    QByteArray m_buffer;
    qsizetype m_at = 0;
    qint64 m_consumed = 0;
    qint64 m_line = 1;
    bool m_started = false;
};

} // namespace cargo::listings
