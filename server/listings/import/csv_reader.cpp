#include "server/listings/import/csv_reader.h"

namespace cargo::listings {

namespace {
constexpr qint64 kChunkBytes = 256 * 1024;
constexpr int kEnd = -1;

void note(CsvRecord *record, const char *problem)
{
    if (record->problem.isEmpty())
        record->problem = QString::fromLatin1(problem);
}
} // namespace

bool CsvReader::fill()
{
    if (m_at < m_buffer.size())
        return true;
    m_buffer = m_device->read(kChunkBytes);
    m_at = 0;
    return !m_buffer.isEmpty();
}

int CsvReader::get()
{
    if (!fill())
        return kEnd;
    ++m_consumed;
    const int c = uchar(m_buffer[m_at++]);
    if (c == '\n')
        ++m_line;
    return c;
}

int CsvReader::peek() { return fill() ? int(uchar(m_buffer[m_at])) : kEnd; }

void CsvReader::skipLine()
{
    for (int c = get(); c != kEnd && c != '\n'; c = get()) {}
}

bool CsvReader::next(CsvRecord *record)
{
    if (!m_started) {
        m_started = true;
        if (fill() && m_buffer.startsWith("\xEF\xBB\xBF")) {
            m_at = 3;
            m_consumed = 3;
        }
    }
    while (peek() == '\n' || peek() == '\r')
        get();
    if (peek() == kEnd)
        return false;
    *record = {};
    record->line = m_line;
    readRecord(record);
    if (record->problem.isEmpty() && !QByteArrayView(record->raw).isValidUtf8())
        record->problem = QStringLiteral("not valid UTF-8");
    return true;
}

void CsvReader::readRecord(CsvRecord *record)
{
    QByteArray field;
    bool quoted = false;    // inside quotes
    bool wasQuoted = false; // the field had quotes, and they are closed
    bool fieldBegins = true;
    const auto endField = [&] {
        record->fields.push_back(field);
        field.clear();
        wasQuoted = false;
        fieldBegins = true;
    };
    for (;;) {
        const int c = get();
        if (c == kEnd) {
            if (quoted)
                note(record, "a quote is not closed");
            endField();
            return;
        }
        if (!quoted && (c == '\n' || (c == '\r' && peek() == '\n'))) {
            if (c == '\r')
                get();
            endField();
            return;
        }
        record->raw += char(c);
        if (record->raw.size() > kMaxRecordBytes || field.size() > kMaxFieldBytes) {
            note(record, record->raw.size() > kMaxRecordBytes ? "the record is too long" : "a field is too long");
            record->raw.truncate(1024);
            skipLine();
            return;
        }
        if (c == 0) {
            note(record, "a NUL byte");
        } else if (quoted) {
            if (c != '"') {
                field += char(c);
            } else if (peek() == '"') {
                record->raw += char(get());
                field += '"';
            } else {
                quoted = false;
                wasQuoted = true;
            }
        } else if (c == m_separator) {
            endField();
            continue;
        } else if (c == '"') {
            if (fieldBegins)
                quoted = true;
            else
                note(record, "a quote inside a field without quotes");
        } else if (c == '\r') {
            note(record, "a carriage return without a line feed");
        } else {
            if (wasQuoted)
                note(record, "text after a closing quote");
            field += char(c);
        }
        fieldBegins = false;
    }
}

} // namespace cargo::listings
