#pragma once

#include "fixture_app.h"

namespace cargo::shots {

// The pages of one app; everyPage() is all of them.
std::vector<Place> buyerPages();

} // namespace cargo::shots
