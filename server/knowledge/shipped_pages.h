#pragma once

#include "server/db/blocking.h"
#include "shared/api/knowledge_dto.h"
#include "shared/domain/clock.h"

#include <vector>

namespace cargo::knowledge {

// A page as it comes with the program: pages.json says which there are and in which order, SLUG.ru.md and SLUG.en.md hold the
// words, the title in their first line ("# Title").
struct ShippedPage
{
    api::NewPageDto facts;
    api::PageTextDto text;
};
Result<std::vector<ShippedPage>> shippedPages();

// Brings those that the database has never had in as version 1. What is there stays as it is, so it may run at every start and
// in several servers at once; a later program's other words change nothing by themselves, because people have read, and signed,
// what stands.
Outcome loadShippedPages(db::BlockingConnection &connection, Timestamp now);

} // namespace cargo::knowledge
