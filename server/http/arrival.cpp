#include "server/http/arrival.h"

#include "server/http/middleware/response_headers.h"

#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

namespace cargo::http {

namespace {
// No route of the API begins so: whatever asks for it is for the WebSocket hub.
constexpr char kUpgradePrefix[] = "GET /ws";
constexpr qsizetype kPrefixBytes = sizeof kUpgradePrefix - 1;
constexpr qsizetype kDecideBytes = kPrefixBytes + 1;
thread_local int lingering = 0;
} // namespace

Arrival::Arrival(FrontDoor *door, int fd) : QObject(door), m_door(door), m_fd(fd) { m_door->watch(this); }

Arrival::~Arrival()
{
    if (m_state == State::Lingering)
        --lingering;
    m_notifier.reset();
    if (m_fd >= 0)
        ::close(m_fd);
    releaseAddress();
    m_door->forget(this);
}

void Arrival::releaseAddress()
{
    if (std::exchange(m_counted, false))
        m_door->release(m_address);
}

void Arrival::begin(FrontDoor *door, int fd, const AddressKey &address)
{
    auto *arrival = new Arrival(door, fd);
    arrival->m_address = address;
    arrival->m_counted = true;
    arrival->deadlineMs = FrontDoor::nowMs() + door->limits().headMs;
    arrival->look();
}

void Arrival::refuse(FrontDoor *door, int fd, const Refusal &refusal)
{
    auto *arrival = new Arrival(door, fd);
    arrival->sayNo(refusal, nullptr);
}

void Arrival::end() { delete this; }

void Arrival::wait(int lowWaterBytes)
{
    if (lowWaterBytes != m_lowWaterBytes) {
        m_lowWaterBytes = lowWaterBytes;
        setsockopt(m_fd, SOL_SOCKET, SO_RCVLOWAT, &lowWaterBytes, sizeof lowWaterBytes);
    }
    if (m_notifier)
        return;
    m_notifier = std::make_unique<QSocketNotifier>(m_fd, QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, [this] {
        if (m_state == State::Lingering)
            discard();
        else if (m_state == State::Upgrade)
            readUpgrade();
        else
            look();
    });
}

void Arrival::look()
{
    char bytes[kDecideBytes];
    const ssize_t count = ::recv(m_fd, bytes, sizeof bytes, MSG_PEEK | MSG_DONTWAIT);
    if (count < 0 && (errno == EAGAIN || errno == EINTR))
        return wait(m_lowWaterBytes);
    if (count <= 0)
        return end();
    const bool prefix = std::equal(bytes, bytes + std::min(qsizetype(count), kPrefixBytes), kUpgradePrefix);
    if (prefix && count < kDecideBytes) {
        // Asked to wait for eight bytes already: there will be no more.
        if (m_lowWaterBytes > 1)
            return end();
        return wait(int(kDecideBytes));
    }
    wait(1);
    if (prefix && (bytes[kPrefixBytes] == ' ' || bytes[kPrefixBytes] == '?') && m_door->canUpgrade()) {
        m_state = State::Upgrade;
        return readUpgrade();
    }
    m_notifier.reset();
    m_counted = false;
    m_door->becomeSocket(std::exchange(m_fd, -1), m_address);
    end();
}

void Arrival::readUpgrade()
{
    const qsizetype before = m_head.size();
    const qsizetype room = m_door->limits().headBytes + 1 - before;
    m_head.resize(before + room);
    const ssize_t count = ::recv(m_fd, m_head.data() + before, size_t(room), MSG_PEEK | MSG_DONTWAIT);
    m_head.truncate(before + std::max(ssize_t(0), count));
    if (count < 0 && (errno == EAGAIN || errno == EINTR))
        return wait(1);
    if (count <= 0)
        return end();
    // Taken exactly to the end of the head: what follows are frames, for the hub to read.
    const qsizetype headEnd = findHeadEnd(m_head, before);
    const qsizetype take = headEnd < 0 ? m_head.size() - before : headEnd - before;
    if (::recv(m_fd, m_head.data() + before, size_t(take), MSG_DONTWAIT) != take)
        return end();
    if (headEnd < 0) {
        if (m_head.size() > m_door->limits().headBytes)
            return sayNo({ErrorCode::HeaderTooLarge, "upgrade head"}, nullptr);
        return wait(1);
    }
    m_head.truncate(headEnd);
    upgrade();
}

void Arrival::upgrade()
{
    auto exchange = std::make_shared<Exchange>();
    if (auto refused = parseHead(m_head, m_door->limits(), exchange->request, exchange->facts))
        return sayNo(*refused, nullptr);
    m_door->pipeline().open(*exchange, addressText(m_address));
    if (auto refused = checkWebSocketUpgrade(exchange->request, exchange->facts))
        return sayNo(*refused, exchange.get());
    m_notifier.reset();
    releaseAddress();
    const int fd = std::exchange(m_fd, -1);
    FrontDoor *door = m_door;
    end();
    door->upgrade(fd, RequestPtr(exchange, &exchange->request));
}

void Arrival::sayNo(const Refusal &refusal, Exchange *exchange)
{
    const Response response = m_door->pipeline().refuse(exchange, refusal);
    const CallContext *context = exchange ? exchange->request.context.get() : nullptr;
    QByteArray out = renderHead(response, context, {response.body.size(), false, false}, response.body.size());
    out.append(response.body);
    const bool sent = ::send(m_fd, out.constData(), size_t(out.size()), MSG_NOSIGNAL | MSG_DONTWAIT) == out.size();
    ::shutdown(m_fd, SHUT_WR);
    if (!sent || lingering >= m_door->limits().lingeringRefusals)
        return end();
    ++lingering;
    m_state = State::Lingering;
    deadlineMs = FrontDoor::nowMs() + m_door->limits().lingerMs;
    wait(1);
}

void Arrival::discard()
{
    char bytes[16 * 1024];
    const ssize_t count = ::recv(m_fd, bytes, sizeof bytes, MSG_DONTWAIT);
    if (count > 0 || (count < 0 && (errno == EAGAIN || errno == EINTR)))
        return;
    end();
}

void Arrival::expire()
{
    if (m_state == State::Upgrade)
        return sayNo({ErrorCode::RequestTimeout, "upgrade head"}, nullptr);
    end();
}

void Arrival::drain() { end(); }

} // namespace cargo::http
