#include "app-driver/listings/my_listings_view_model.h"

namespace cargo::driver {

void MyListingsViewModel::begin()
{
    connect(client()->session(), &client::Session::signedInChanged, this, &MyListingsViewModel::reload);
    reload();
}

} // namespace cargo::driver
