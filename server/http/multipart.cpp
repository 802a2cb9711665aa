#include "server/http/multipart.h"

namespace cargo::http {

namespace {
const Refusal kMalformed{ErrorCode::BadRequest, "multipart"};

// A parameter of a header value: name="value" or name=value; a null array when it is not there. Backslashes quote.
QByteArray parameter(QByteArrayView value, QByteArrayView wanted)
{
    qsizetype at = value.indexOf(';');
    while (at >= 0 && at < value.size()) {
        ++at;
        while (at < value.size() && (value[at] == ' ' || value[at] == '\t'))
            ++at;
        const qsizetype nameFrom = at;
        while (at < value.size() && value[at] != '=' && value[at] != ';')
            ++at;
        const QByteArray name = value.sliced(nameFrom, at - nameFrom).toByteArray().trimmed().toLower();
        if (at >= value.size() || value[at] == ';')
            continue;
        ++at;
        QByteArray text("");
        if (at < value.size() && value[at] == '"') {
            for (++at; at < value.size() && value[at] != '"'; ++at) {
                if (value[at] == '\\' && at + 1 < value.size())
                    ++at;
                text += value[at];
            }
            at = value.indexOf(';', at);
        } else {
            const qsizetype end = value.indexOf(';', at);
            text = value.sliced(at, (end < 0 ? value.size() : end) - at).toByteArray().trimmed();
            at = end;
        }
        if (name == wanted)
            return text;
    }
    return {};
}

QByteArray firstWord(QByteArrayView value)
{
    const qsizetype end = value.indexOf(';');
    return (end < 0 ? value : value.first(end)).toByteArray().trimmed().toLower();
}
} // namespace

QByteArray MultipartReader::boundaryOf(QByteArrayView contentType)
{
    if (firstWord(contentType) != "multipart/form-data")
        return {};
    const QByteArray boundary = parameter(contentType, "boundary");
    if (boundary.isEmpty() || boundary.size() > 70 || boundary.endsWith(' '))
        return {};
    for (const char c : boundary) {
        const bool lawful = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')
                            || QByteArrayView("'()+_,-./:=? ").contains(c);
        if (!lawful)
            return {};
    }
    return boundary;
}

MultipartReader::MultipartReader(const QByteArray &boundary, Write write)
    : m_delimiter("\r\n--" + boundary), m_write(std::move(write)), m_buffer("\r\n")
{
    // The body begins with a boundary: a CRLF put in front makes it look like all the others.
}

std::optional<Refusal> MultipartReader::feed(QByteArrayView bytes)
{
    if (m_state == State::Done)
        return std::nullopt; // an epilogue is allowed and ignored; the length is bounded by the caller
    m_buffer.append(bytes);
    bool more = true;
    while (more) {
        if (auto refused = step(more))
            return refused;
    }
    return std::nullopt;
}

std::optional<Refusal> MultipartReader::finish() const
{
    if (m_state != State::Done)
        return kMalformed;
    return std::nullopt;
}

std::optional<Refusal> MultipartReader::step(bool &more)
{
    more = false;
    switch (m_state) {
    case State::Start:
        if (m_buffer.size() < m_delimiter.size())
            return m_delimiter.startsWith(m_buffer) ? std::nullopt : std::optional(kMalformed);
        if (!m_buffer.startsWith(m_delimiter))
            return kMalformed;
        m_buffer.remove(0, m_delimiter.size());
        m_state = State::AfterBoundary;
        more = true;
        return std::nullopt;
    case State::AfterBoundary:
        if (m_buffer.size() < 2)
            return std::nullopt;
        if (m_buffer.startsWith("--")) {
            m_state = State::Done;
            m_buffer.clear();
            return std::nullopt;
        }
        if (!m_buffer.startsWith("\r\n") || ++m_parts > limits::kMultipartParts)
            return kMalformed;
        m_state = State::Head;
        more = true;
        return std::nullopt;
    case State::Head: {
        // The buffer still begins with the CRLF of the boundary's line.
        const qsizetype end = m_buffer.indexOf("\r\n\r\n");
        if (end < 0 || end > limits::kMultipartHeadBytes)
            return end < 0 && m_buffer.size() <= limits::kMultipartHeadBytes ? std::nullopt : std::optional(kMalformed);
        if (auto refused = readHead(QByteArrayView(m_buffer).sliced(2, end - 2 > 0 ? end - 2 : 0)))
            return refused;
        m_buffer.remove(0, end + 4);
        m_state = State::Data;
        more = true;
        return std::nullopt;
    }
    case State::Data: {
        const qsizetype at = m_buffer.indexOf(m_delimiter);
        // Without a boundary all may go but the tail in which one could begin.
        const qsizetype sure = at >= 0 ? at : qMax(qsizetype(0), m_buffer.size() - m_delimiter.size() + 1);
        if (auto refused = emitData(QByteArrayView(m_buffer).first(sure)))
            return refused;
        m_buffer.remove(0, at >= 0 ? at + m_delimiter.size() : sure);
        if (at >= 0) {
            m_state = State::AfterBoundary;
            m_inFile = false;
            more = true;
        }
        return std::nullopt;
    }
    case State::Done: break;
    }
    return std::nullopt;
}

std::optional<Refusal> MultipartReader::readHead(QByteArrayView head)
{
    QByteArray name;
    QByteArray type;
    QByteArray fileName;
    while (!head.isEmpty()) {
        const qsizetype end = head.indexOf(QByteArrayView("\r\n"));
        const QByteArrayView line = end < 0 ? head : head.first(end);
        head = end < 0 ? QByteArrayView() : head.sliced(end + 2);
        const qsizetype colon = line.indexOf(':');
        if (colon <= 0 || line.contains('\0') || line.contains('\r') || line.contains('\n'))
            return kMalformed;
        const QByteArray key = line.first(colon).toByteArray().toLower();
        const QByteArray value = line.sliced(colon + 1).toByteArray().trimmed();
        if (key == "content-disposition") {
            if (firstWord(value) != "form-data")
                return kMalformed;
            name = parameter(value, "name");
            fileName = parameter(value, "filename");
        } else if (key == "content-type") {
            type = value;
        } else if (key == "content-transfer-encoding") {
            return kMalformed;
        }
    }
    if (name.isNull())
        return kMalformed;
    m_inFile = name == "file";
    if (m_inFile) {
        if (m_hasFile)
            return kMalformed; // which of two files is meant?
        m_hasFile = true;
        m_contentType = type;
        m_fileName = fileName;
    }
    return std::nullopt;
}

std::optional<Refusal> MultipartReader::emitData(QByteArrayView data)
{
    if (data.isEmpty())
        return std::nullopt;
    if (m_inFile)
        return m_write(data) ? std::nullopt : std::optional(Refusal{ErrorCode::StorageFull, "upload"});
    m_otherBytes += data.size();
    if (m_otherBytes > limits::kMultipartOtherPartBytes)
        return Refusal{ErrorCode::PayloadTooLarge, "multipart field"};
    return std::nullopt;
}

} // namespace cargo::http
