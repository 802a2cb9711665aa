#pragma once

#include "server/auth/auth_feature.h"
#include "server/commands/task_runner.h"
#include "server/providers/mail/log/log_mail_provider.h"
#include "server/users/users_feature.h"

#include <memory>

namespace cargo::commands {

// What a command needs to look after the accounts of staff, without a server.
class StaffDesk
{
public:
    static Result<std::unique_ptr<StaffDesk>> open(const config::Settings &settings, const QByteArray &databaseUrl,
                                                   const Clock &clock)
    {
        auto keys = auth::SecretKeys::load(settings);
        CARGO_TRY(keys);
        return std::unique_ptr<StaffDesk>(new StaffDesk(settings, databaseUrl, clock, std::move(keys).value()));
    }

    // Errors of AuthService::addStaff.
    Result<auth::AuthService::StaffAdded> add(const QString &email, const QString &password, const QString &name,
                                              const QStringList &permissions)
    {
        return m_runner.run(m_auth.service.addStaff(m_runner.call(), email, password, name, permissions));
    }
    // Errors of AuthService::renewTotp.
    Result<api::TotpSecretDto> renewTotp(const QString &email)
    {
        return m_runner.run(m_auth.service.renewTotp(m_runner.call(), email));
    }

private:
    StaffDesk(const config::Settings &settings, const QByteArray &databaseUrl, const Clock &clock, auth::SecretKeys keys)
        : m_runner(settings, databaseUrl, clock), m_mail(settings.dataDir, clock),
          m_shared(std::move(keys), settings, m_runner.bus(), m_runner.cpu(), m_mail), m_users(m_runner.runtime()),
          m_auth(m_runner.runtime(), m_shared, m_users.service)
    {
    }

    TaskRunner m_runner;
    mail::LogMailProvider m_mail;
    auth::AuthShared m_shared;
    users::UsersFeature m_users;
    auth::AuthFeature m_auth;
};

} // namespace cargo::commands
