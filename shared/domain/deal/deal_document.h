#pragma once

#include <QByteArray>

namespace cargo {

// docs/deal-states.md as Markdown, printed from the tables: the document cannot say anything else than the program does.
QByteArray dealStatesDocument();

} // namespace cargo
