#include "server/auth/ban_service.h"

#include "server/auth/appeal_pass.h"

namespace cargo::auth {

QCoro::Task<Result<std::optional<BanService::Notice>>> BanService::notice(CallContextPtr context, UserId user)
{
    const auto ban = co_await m_appeals.ban(context, user);
    CARGO_CO_TRY(ban);
    if (!*ban)
        co_return std::optional<Notice>();
    const AppealPass pass{user, (*ban)->id, m_runtime.clock.now().plusMs(AppealPass::kLifetimeMs)};
    co_return std::optional<Notice>(Notice{(*ban)->json, pass.signedWith(m_shared.keys.appealPass())});
}

QCoro::Task<Result<Answer>> BanService::appeal(CallContextPtr context, api::BanAppealDto body)
{
    const auto pass = AppealPass::read(body.pass.toLatin1(), m_shared.keys.appealPass(), m_runtime.clock.now());
    CARGO_CO_TRY(pass);
    co_return co_await m_appeals.appeal(context, pass->user, pass->decision, body.appeal);
}

} // namespace cargo::auth
