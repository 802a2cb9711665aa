#pragma once

#include "server/providers/scan/scan_provider.h"

#include <memory>

namespace cargo::scan::clamd {

struct Address
{
    QByteArray path; // of a UNIX socket, or
    QByteArray host; // of TCP
    int port = 0;
};

// ClamAV's daemon, spoken to by INSTREAM (clamd(8)): a connection for each file, nothing is written to its disk. A file that is
// larger than clamd's StreamMaxLength is Unavailable, with that in the detail: set it to 25M or more.
class ClamdProvider final : public ScanProvider
{
public:
    // tcp://127.0.0.1:3310 or unix:///run/clamav/clamd.ctl. Error: InvalidFormat.
    static Result<Address> parse(const QByteArray &url);

    explicit ClamdProvider(Address address, int timeoutMs = 30'000) : m_address(std::move(address)), m_timeoutMs(timeoutMs) {}
    bool active() const override { return true; }
    Outcome scan(const QByteArray &content) const override;
    // Its version and that of its signatures, for the doctor. Error: Unavailable.
    Result<QByteArray> version() const;

private:
    Result<QByteArray> ask(const QByteArray &command, const QByteArray *content) const;

    const Address m_address;
    const int m_timeoutMs; // for connecting, and again for every read and write
};

} // namespace cargo::scan::clamd
