#pragma once

#include "server/http/head_parser.h"

#include <QByteArray>
#include <QByteArrayView>

#include <functional>
#include <optional>

namespace cargo::http {

// Reads multipart/form-data (RFC 7578) as it comes, in bounded memory, and hands out the bytes of the one part called
// `file`. Other parts are read over. Strict: exact CRLFs, each part with a form-data disposition, the last boundary there.
class MultipartReader
{
public:
    // Takes bytes of the file; false stops (no room).
    using Write = std::function<bool(QByteArrayView)>;

    // The boundary of a Content-Type; empty when it is not multipart/form-data with a lawful one.
    static QByteArray boundaryOf(QByteArrayView contentType);

    MultipartReader(const QByteArray &boundary, Write write);

    // The next bytes of the body. An error is final.
    std::optional<Refusal> feed(QByteArrayView bytes);
    // After the last byte.
    std::optional<Refusal> finish() const;

    bool hasFile() const { return m_hasFile; }
    const QByteArray &contentType() const { return m_contentType; }
    const QByteArray &fileName() const { return m_fileName; }

private:
    enum class State { Start, AfterBoundary, Head, Data, Done };

    std::optional<Refusal> step(bool &more);
    std::optional<Refusal> readHead(QByteArrayView head);
    std::optional<Refusal> emitData(QByteArrayView data);

    QByteArray m_delimiter; // CRLF -- boundary
    Write m_write;
    QByteArray m_buffer; // what could not be decided yet
    State m_state = State::Start;
    int m_parts = 0;
    qint64 m_otherBytes = 0;
    bool m_inFile = false;
    bool m_hasFile = false;
    QByteArray m_contentType;
    QByteArray m_fileName;
};

} // namespace cargo::http
