#include "server/ws/event_batch.h"

#include "shared/api/json_writer.h"

#include <rapidjson/memorystream.h>
#include <rapidjson/reader.h>

#include <string_view>

namespace cargo::ws {

namespace {
// Finds where "frame" begins and ends instead of reading and writing it again.
class EventHandler : public rapidjson::BaseReaderHandler<rapidjson::UTF8<>, EventHandler>
{
public:
    EventHandler(const rapidjson::MemoryStream &stream, const QByteArray &payload) : m_stream(stream), m_payload(payload) {}

    bool Default() { return clearKey(); }
    bool Int(int number) { return integer(number); }
    bool Uint(unsigned number) { return integer(number); }
    bool Int64(int64_t number) { return integer(number); }
    bool Uint64(uint64_t) { return clearKey(); }
    bool String(const char *text, rapidjson::SizeType length, bool)
    {
        if (m_depth == 2 && m_field == Field::User) {
            const auto uuid = Uuid::fromText(QByteArrayView(text, qsizetype(length)));
            m_hasUser = uuid.has_value();
            m_event.user = UserId{uuid.value_or(Uuid{})};
        }
        return clearKey();
    }
    bool Key(const char *text, rapidjson::SizeType length, bool)
    {
        if (m_depth == 2) {
            const std::string_view name(text, length);
            m_field = name == "user" ? Field::User : name == "seq" ? Field::Seq : name == "frame" ? Field::Frame : Field::None;
        }
        return true;
    }
    bool StartArray()
    {
        ++m_depth;
        return true;
    }
    bool EndArray(rapidjson::SizeType)
    {
        --m_depth;
        return true;
    }
    bool StartObject()
    {
        ++m_depth;
        if (m_depth == 2) {
            m_event = {};
            m_hasUser = false;
        } else if (m_depth == 3 && m_field == Field::Frame) {
            m_frameAt = m_stream.Tell() - 1;
            m_inFrame = true;
        }
        return true;
    }
    bool EndObject(rapidjson::SizeType)
    {
        if (m_depth == 3 && m_inFrame) {
            m_event.frame = m_payload.mid(qsizetype(m_frameAt), qsizetype(m_stream.Tell() - m_frameAt));
            m_inFrame = false;
            m_field = Field::None;
        } else if (m_depth == 2 && m_hasUser && !m_event.frame.isEmpty()) {
            events.push_back(std::move(m_event));
        }
        --m_depth;
        return true;
    }

    std::vector<BusEvent> events;

private:
    enum class Field { None, User, Seq, Frame };
    bool clearKey()
    {
        if (m_depth == 2)
            m_field = Field::None;
        return true;
    }
    bool integer(qint64 number)
    {
        if (m_depth == 2 && m_field == Field::Seq)
            m_event.seq = number;
        return clearKey();
    }

    const rapidjson::MemoryStream &m_stream;
    const QByteArray &m_payload;
    BusEvent m_event;
    Field m_field = Field::None;
    size_t m_frameAt = 0;
    int m_depth = 0;
    bool m_hasUser = false;
    bool m_inFrame = false;
};
} // namespace

std::vector<BusEvent> readBusEvents(const QByteArray &payload)
{
    rapidjson::MemoryStream stream(payload.constData(), size_t(payload.size()));
    EventHandler handler(stream, payload);
    rapidjson::Reader reader;
    if (!reader.Parse(stream, handler))
        return {};
    return std::move(handler.events);
}

QByteArray writeBusEvents(const std::vector<UserId> &users, const QByteArray &frame)
{
    api::JsonWriter out(size_t(frame.size() + 64) * users.size() + 16);
    out.beginArray();
    for (const UserId &user : users) {
        out.beginObject().field("user", user);
        out.key("frame").raw(frame);
        out.endObject();
    }
    out.endArray();
    return out.take();
}

} // namespace cargo::ws
