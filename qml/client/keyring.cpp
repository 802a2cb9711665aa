#include "qml/client/keyring.h"

#ifdef CARGO_KEYCHAIN
#if __has_include(<qt6keychain/keychain.h>)
#include <qt6keychain/keychain.h>
#else
#include <qtkeychain/keychain.h>
#endif
#endif

namespace cargo::client {

#ifdef CARGO_KEYCHAIN
namespace {

class SystemKeyring : public Keyring
{
public:
    void read(const QString &key, std::function<void(Found, const QByteArray &)> done) override
    {
        auto *job = prepared(new QKeychain::ReadPasswordJob(kService), key);
        QObject::connect(job, &QKeychain::Job::finished, job, [job, done = std::move(done)] {
            const bool nothing = job->error() == QKeychain::EntryNotFound;
            const bool good = job->error() == QKeychain::NoError;
            done(good ? Found::Value : nothing ? Found::Nothing : Found::Unavailable, good ? job->binaryData() : QByteArray());
        });
        job->start();
    }

    void write(const QString &key, const QByteArray &value, std::function<void(bool)> done) override
    {
        auto *job = prepared(new QKeychain::WritePasswordJob(kService), key);
        job->setBinaryData(value);
        QObject::connect(job, &QKeychain::Job::finished, job,
                         [job, done = std::move(done)] { done(job->error() == QKeychain::NoError); });
        job->start();
    }

    void remove(const QString &key) override { prepared(new QKeychain::DeletePasswordJob(kService), key)->start(); }

private:
    static inline const QString kService = QStringLiteral("CarGo");
    template <typename Job>
    static Job *prepared(Job *job, const QString &key)
    {
        job->setKey(key);
        job->setInsecureFallback(false); // its own fallback would be a file that anybody may read
        job->setAutoDelete(true);
        return job;
    }
};

} // namespace

std::unique_ptr<Keyring> systemKeyring() { return std::make_unique<SystemKeyring>(); }
#else
std::unique_ptr<Keyring> systemKeyring() { return nullptr; }
#endif

} // namespace cargo::client
