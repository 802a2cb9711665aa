#pragma once

#include <QByteArray>
#include <QString>

#include <functional>
#include <memory>

namespace cargo::client {

// The system's store of passwords. Answers from the event loop, perhaps much later: it may be asking the user for its own
// password meanwhile.
class Keyring
{
public:
    enum class Found { Value, Nothing, Unavailable };
    virtual ~Keyring() = default;
    virtual void read(const QString &key, std::function<void(Found, const QByteArray &)> done) = 0;
    virtual void write(const QString &key, const QByteArray &value, std::function<void(bool)> done) = 0;
    virtual void remove(const QString &key) = 0;
};

// Null where the app was built without one.
std::unique_ptr<Keyring> systemKeyring();

} // namespace cargo::client
