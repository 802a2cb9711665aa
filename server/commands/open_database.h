#pragma once

#include "server/config/settings.h"
#include "server/db/embedded_cluster.h"

#include <memory>

namespace cargo::commands {

// The database of a command: the configured one, the private cluster of a server that runs at this moment, or the private
// cluster started for the command alone and stopped with it.
class OpenDatabase
{
public:
    static Result<OpenDatabase> open(const config::Settings &settings, bool migrate = true);
    const QByteArray &url() const { return m_url; }

private:
    QByteArray m_url;
    std::unique_ptr<db::EmbeddedCluster> m_cluster;
};

} // namespace cargo::commands
