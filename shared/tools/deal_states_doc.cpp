// Prints docs/deal-states.md: deal_states_doc > docs/deal-states.md
#include "shared/domain/deal/deal_document.h"

#include <cstdio>

int main()
{
    const QByteArray text = cargo::dealStatesDocument();
    return std::fwrite(text.constData(), 1, size_t(text.size()), stdout) == size_t(text.size()) ? 0 : 1;
}
