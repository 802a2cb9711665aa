#pragma once

#include "shared/domain/result.h"

#include <QByteArray>
#include <QString>

#include <atomic>

namespace cargo::photo_text {

// Reads what is written in a photo. Blocks for seconds: call it on a thread of its own, one photo at a time.
class PhotoTextProvider
{
public:
    virtual ~PhotoTextProvider() = default;

    // False: nothing is configured, and read() finds nothing.
    virtual bool active() const = 0;
    // The words that it is sure of, a line of the photo in a line. `stop` becomes true: it ends soon, with Unavailable.
    // Errors: UnsupportedMediaType (no picture), InvalidFormat (it cannot be read), Timeout, Unavailable.
    virtual Result<QString> read(const QByteArray &encodedImage, const std::atomic_bool &stop) = 0;
};

class NoReader final : public PhotoTextProvider
{
public:
    bool active() const override { return false; }
    Result<QString> read(const QByteArray &, const std::atomic_bool &) override { return QString(); }
};

} // namespace cargo::photo_text
