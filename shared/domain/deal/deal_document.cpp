#include "shared/domain/deal/deal_document.h"

#include "shared/domain/deal/deal_table.h"
#include "shared/domain/deal/money_table.h"

namespace cargo {

namespace {
template <typename Items>
QByteArray joined(const Items &items, const char *separator)
{
    QByteArray text;
    for (const auto &item : items) {
        if (!text.isEmpty())
            text += separator;
        text += item;
    }
    return text;
}

QByteArray target(const DealRow &row) { return row.to ? QByteArray(word(*row.to)) : QByteArray("the state before"); }
} // namespace

QByteArray dealStatesDocument()
{
    QByteArray out = "# Deal states\n\n"
                     "Printed by `deal_states_doc` from the tables in `shared/domain/deal`; do not edit by hand.\n\n"
                     "## Deal\n\n```mermaid\nstateDiagram-v2\n";
    for (const DealRow &row : dealTable()) {
        const QByteArray from = row.from ? QByteArray(word(*row.from)) : QByteArray("[*]");
        if (!row.to) {
            for (const DealRow &opened : dealTable()) {
                if (opened.event == DealEvent::OpenDispute)
                    out += "    " + from + " --> " + word(*opened.from) + " : " + word(row.event) + '\n';
            }
            continue;
        }
        out += "    " + from + " --> " + word(*row.to) + " : " + word(row.event) + '\n';
    }
    for (const DealStatus status : kDealStatusWords.all()) {
        if (isTerminal(status))
            out += "    " + QByteArray(word(status)) + " --> [*]\n";
    }
    out += "```\n\n| from | event | who | only | to | in the same transaction |\n| --- | --- | --- | --- | --- | --- |\n";
    for (const DealRow &row : dealTable()) {
        std::vector<QByteArray> actors;
        for (const DealActor actor : row.actors)
            actors.emplace_back(word(actor));
        out += "| " + (row.from ? QByteArray(word(*row.from)) : QByteArray("–")) + " | " + word(row.event) + " | "
               + joined(actors, ", ") + " | " + word(row.condition) + " | " + target(row) + " | " + joined(row.effects, "; ")
               + " |\n";
    }
    out += "\nStates that no row leaves absorb whatever comes late.\n\n## Money\n\n"
           "| from | event | to | only |\n| --- | --- | --- | --- |\n";
    for (const MoneyRow &row : moneyTable()) {
        const char *only = row.only == MoneyRow::Only::Split ? "split" : row.only == MoneyRow::Only::Whole ? "no split" : "";
        out += "| " + QByteArray(word(row.from)) + " | " + word(row.event) + " | " + word(row.to) + " | " + only + " |\n";
    }
    out += "\nA failed step is tried again from its queue (`retry_ordered`) or finished by finance (`settled_by_hand`); a "
           "late word of the provider that it did succeed counts as well.\n";
    return out;
}

} // namespace cargo
