#include "server/stats/figure_table.h"

#include "server/core/csv.h"
#include "shared/api/json_writer.h"

namespace cargo::stats {

QByteArray FigureTable::itemsJson() const
{
    api::JsonWriter out(4096);
    out.beginArray();
    for (const auto &row : rows) {
        out.beginObject();
        for (size_t i = 0; i < columns.size(); ++i)
            std::visit([&](const auto &cell) { out.field(columns[i], cell); }, row[i]);
        out.endObject();
    }
    out.endArray();
    return out.take();
}

QByteArray FigureTable::csv() const
{
    QByteArray text;
    for (size_t i = 0; i < columns.size(); ++i)
        text += (i > 0 ? "," : "") + QByteArray(columns[i]);
    text += "\r\n";
    const auto write = [&text](const auto &cell) {
        if constexpr (std::is_same_v<std::decay_t<decltype(cell)>, QString>)
            text += csvText(cell);
        else
            text += QByteArray::number(cell);
    };
    for (const auto &row : rows) {
        for (size_t i = 0; i < row.size(); ++i) {
            text += i > 0 ? "," : "";
            std::visit(write, row[i]);
        }
        text += "\r\n";
    }
    return text;
}

} // namespace cargo::stats
