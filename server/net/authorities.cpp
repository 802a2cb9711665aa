#include "server/net/authorities.h"

#include <QSslCertificate>

namespace cargo::net {

Result<std::shared_ptr<const QSslConfiguration>> trustingOnly(const QString &path, const QString &field)
{
    std::shared_ptr<const QSslConfiguration> trusting;
    if (path.isEmpty())
        return trusting;
    const QList<QSslCertificate> authorities = QSslCertificate::fromPath(path, QSsl::Pem);
    if (authorities.isEmpty())
        return {ErrorCode::NotFound, field, QStringLiteral("no PEM certificate is there: ") + path};
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setCaCertificates(authorities);
    trusting = std::make_shared<const QSslConfiguration>(std::move(tls));
    return trusting;
}

} // namespace cargo::net
