#include "server/auth/password_hasher.h"

#include <sodium.h>

namespace cargo::auth {

namespace {

// RFC 8265: the same password typed on another keyboard is the same bytes.
QByteArray passwordBytes(const QString &password) { return password.normalized(QString::NormalizationForm_C).toUtf8(); }

QByteArray hashNow(const QByteArray &password)
{
    QByteArray text(crypto_pwhash_STRBYTES, '\0');
    if (crypto_pwhash_str(text.data(), password.constData(), quint64(password.size()), crypto_pwhash_OPSLIMIT_INTERACTIVE,
                          crypto_pwhash_MEMLIMIT_INTERACTIVE)
        != 0)
        return {}; // out of memory
    return QByteArray(text.constData());
}

bool verifyNow(const QByteArray &hash, const QByteArray &password)
{
    return crypto_pwhash_str_verify(hash.constData(), password.constData(), quint64(password.size())) == 0;
}

// One place in the queue, given back on every way out.
class Place
{
public:
    Place(std::atomic_int &waiting, int waitingMax) : m_waiting(waiting), m_taken(waiting.fetch_add(1) < waitingMax) {}
    ~Place() { m_waiting.fetch_sub(1); }
    Place(const Place &) = delete;
    Place &operator=(const Place &) = delete;
    bool taken() const { return m_taken; }

private:
    std::atomic_int &m_waiting;
    const bool m_taken;
};

} // namespace

PasswordHasher::PasswordHasher(CpuPool &pool, int waitingMax) : m_pool(pool), m_waitingMax(waitingMax)
{
    if (sodium_init() < 0)
        qFatal("libsodium cannot start");
    m_dummyHash = hashNow("nobody has this password");
}

QCoro::Task<Result<QByteArray>> PasswordHasher::hash(QString password)
{
    const Place place(m_waiting, m_waitingMax);
    if (!place.taken())
        co_return Error{ErrorCode::Unavailable, {}, QStringLiteral("password queue full")};
    auto work = m_pool.run([bytes = passwordBytes(password)] { return hashNow(bytes); });
    QByteArray text = co_await work;
    if (text.isEmpty())
        co_return Error{ErrorCode::Unavailable, {}, QStringLiteral("no memory for a password hash")};
    co_return text;
}

QCoro::Task<Result<bool>> PasswordHasher::verify(QByteArray hash, QString password)
{
    const Place place(m_waiting, m_waitingMax);
    if (!place.taken())
        co_return Error{ErrorCode::Unavailable, {}, QStringLiteral("password queue full")};
    const bool known = !hash.isEmpty();
    auto work =
        m_pool.run([stored = known ? hash : m_dummyHash, bytes = passwordBytes(password)] { return verifyNow(stored, bytes); });
    const bool same = co_await work;
    co_return known &&same;
}

} // namespace cargo::auth
