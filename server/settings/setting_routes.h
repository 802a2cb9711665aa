#pragma once

#include "server/http/router.h"
#include "server/settings/setting_service.h"

namespace cargo::settings {

// admin/settings: what is in force, its history, changes, and what another commission would mean. For admins.
class SettingRoutes
{
public:
    explicit SettingRoutes(SettingService &service) : m_service(service) {}
    void registerOn(http::Router &router);

private:
    QCoro::Task<http::Response> list(http::RequestPtr request);
    QCoro::Task<http::Response> history(http::RequestPtr request);
    QCoro::Task<http::Response> change(http::RequestPtr request);
    QCoro::Task<http::Response> previewFee(http::RequestPtr request);

    SettingService &m_service;
};

// Settings as one piece for the composition root.
struct SettingsFeature
{
    SettingStore store;
    SettingService service;
    SettingRoutes routes;

    SettingsFeature(Runtime &runtime, const config::Settings &operators, proposals::ProposalService &proposals)
        : store(runtime), service(runtime, operators, store, proposals), routes(service)
    {
    }
    void registerOn(http::Router &router) { routes.registerOn(router); }
};

} // namespace cargo::settings
