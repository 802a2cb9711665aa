#pragma once

#include "shared/domain/result.h"

#include <QByteArray>

namespace cargo::scan {

// Looks for harmful content in files that people send. Blocks: call it on the CPU pool. Thread-safe.
class ScanProvider
{
public:
    virtual ~ScanProvider() = default;

    // False: nothing is configured, and scan() lets everything pass.
    virtual bool active() const = 0;
    // Errors: Infected (field "file"; the name of what was found is in the detail, for the log), Unavailable (no verdict can
    // be had now: the caller must not keep the file).
    virtual Outcome scan(const QByteArray &content) const = 0;
};

class NoScanner final : public ScanProvider
{
public:
    bool active() const override { return false; }
    Outcome scan(const QByteArray &) const override { return ok(); }
};

} // namespace cargo::scan
