#pragma once

#include "server/ledger/ledger_service.h"
