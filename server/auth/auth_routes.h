#pragma once

#include "server/auth/account_service.h"
#include "server/auth/auth_service.h"
#include "server/auth/ban_service.h"
#include "server/http/router.h"

namespace cargo::auth {

// auth/* and the bans of admin/users.
class AuthRoutes
{
public:
    AuthRoutes(AuthService &auth, SessionService &sessions, CodeService &codes, AccountService &accounts, BanService &bans)
        : m_auth(auth), m_sessions(sessions), m_codes(codes), m_accounts(accounts), m_bans(bans)
    {
    }
    void registerOn(http::Router &router);

private:
    QCoro::Task<http::Response> signUp(http::RequestPtr request);
    QCoro::Task<http::Response> login(http::RequestPtr request);
    QCoro::Task<http::Response> refused(CallContextPtr context, Error error, AuthService::Refusal refusal);
    QCoro::Task<http::Response> appealBan(http::RequestPtr request);
    QCoro::Task<http::Response> refresh(http::RequestPtr request);
    QCoro::Task<http::Response> logout(http::RequestPtr request);
    QCoro::Task<http::Response> verify(http::RequestPtr request);
    QCoro::Task<http::Response> sendAgain(http::RequestPtr request);
    QCoro::Task<http::Response> forgot(http::RequestPtr request);
    QCoro::Task<http::Response> reset(http::RequestPtr request);
    QCoro::Task<http::Response> enableTotp(http::RequestPtr request);
    QCoro::Task<http::Response> confirmTotp(http::RequestPtr request);
    QCoro::Task<http::Response> stepUp(http::RequestPtr request);
    QCoro::Task<http::Response> sessions(http::RequestPtr request);
    QCoro::Task<http::Response> endOthers(http::RequestPtr request);
    QCoro::Task<http::Response> endOne(http::RequestPtr request);
    QCoro::Task<http::Response> endSessions(http::RequestPtr request);
    QCoro::Task<http::Response> changeBan(http::RequestPtr request, bool banned);

    AuthService &m_auth;
    SessionService &m_sessions;
    CodeService &m_codes;
    AccountService &m_accounts;
    BanService &m_bans;
};

} // namespace cargo::auth
