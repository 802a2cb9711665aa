#pragma once

#include "server/appeals/appeal_service.h"
#include "server/auth/auth_shared.h"
#include "server/core/runtime.h"

namespace cargo::auth {

// What somebody may do whose account is banned: with the right password he reads why, and says once what he has against it.
// He proves himself with a pass of a quarter of an hour that opens nothing but this one decision.
class BanService
{
public:
    BanService(Runtime &runtime, AuthShared &shared) : m_runtime(runtime), m_shared(shared), m_appeals(runtime) {}

    struct Notice
    {
        QByteArray decision; // as of GET me/decisions/{id}
        QByteArray pass;
    };
    // Nothing: the ban is older than statements of reasons.
    QCoro::Task<Result<std::optional<Notice>>> notice(CallContextPtr context, UserId user);
    // Errors: Unauthorized (not a pass of ours), TokenExpired, and those of an appeal.
    QCoro::Task<Result<Answer>> appeal(CallContextPtr context, api::BanAppealDto body);

private:
    const Runtime &m_runtime;
    AuthShared &m_shared;
    appeals::AppealService m_appeals;
};

} // namespace cargo::auth
