#pragma once

#include "server/kyc/kyc_files_job.h"
#include "server/kyc/kyc_routes.h"

namespace cargo::kyc {

// Identities as one piece for the composition root; one on each thread. The vault is shared.
struct KycFeature
{
    Verdicts verdicts;
    CheckJob checks;
    KycService service;
    KycDeskService desk;
    KycRoutes routes;
    KycDeskRoutes deskRoutes;
    FilesJob files;

    // `provider`: null where the desk alone decides; outlives this.
    KycFeature(Runtime &runtime, vault::Vault &vault, users::UserService &users, KycProvider *provider)
        : verdicts(runtime, users), checks(runtime, vault, verdicts, provider), service(runtime, vault, users, checks),
          desk(runtime, vault, verdicts), routes(service, checks), deskRoutes(desk), files(runtime, vault)
    {
    }
    void registerOn(http::Router &router)
    {
        routes.registerOn(router);
        deskRoutes.registerOn(router);
    }
    void registerJobs(jobs::Registry &registry)
    {
        files.registerJobs(registry);
        checks.registerJobs(registry);
    }
};

} // namespace cargo::kyc
