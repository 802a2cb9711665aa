#pragma once

#include "fixture_app.h"

namespace cargo::shots {

// The pages of one app; everyPage() is all of them.
std::vector<Place> buyerPages();
std::vector<Place> driverPages(); // names begin with "driver_app"
std::vector<Place> adminPages();  // with "admin_"

} // namespace cargo::shots
