#pragma once

#include "server/kyc/kyc_files_job.h"
#include "server/kyc/kyc_routes.h"

namespace cargo::kyc {

// Identities as one piece for the composition root; one on each thread. The vault is shared.
struct KycFeature
{
    KycService service;
    KycDeskService desk;
    KycRoutes routes;
    KycDeskRoutes deskRoutes;
    FilesJob files;

    KycFeature(Runtime &runtime, Vault &vault, users::UserService &users)
        : service(runtime, vault, users), desk(runtime, vault, users), routes(service), deskRoutes(desk), files(runtime, vault)
    {
    }
    void registerOn(http::Router &router)
    {
        routes.registerOn(router);
        deskRoutes.registerOn(router);
    }
    void registerJobs(jobs::Registry &registry) { files.registerJobs(registry); }
};

} // namespace cargo::kyc
