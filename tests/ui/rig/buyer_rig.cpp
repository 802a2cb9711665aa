#include "tests/ui/rig/buyer_rig.h"

#include "tests/ui/rig/bodies.h"

namespace cargo::test {

bool BuyerRig::begin()
{
    if (!beginServer())
        return false;
    prepareListing();
    return open(m_server.url(), folderOf(QStringLiteral("app")), QStringLiteral("CarGo/Buyer"), QStringLiteral("buyer"),
                {420, 860});
}

void BuyerRig::end()
{
    close();
    Stage::end();
}

void BuyerRig::prepareListing()
{
    m_driverToken = registerUser(QStringLiteral("pavel@example.com"), QStringLiteral("driver"), QStringLiteral("Pavel S."))
                        .value(QLatin1String("access_token"))
                        .toString()
                        .toLatin1();
    const QJsonObject listing = call("POST", QStringLiteral("listings"), carBody({uploadPhoto(), uploadPhoto()}));
    const QString id = listing.value(QLatin1String("id")).toString();
    call("POST", QStringLiteral("listings/%1/publish").arg(id));
    if (m_status == 200)
        m_listingId = id;
}

} // namespace cargo::test
