#pragma once

#include <QByteArray>
#include <QString>

#include <variant>
#include <vector>

namespace cargo::stats {

// Figures as rows with named columns, which go out as JSON or as CSV.
struct FigureTable
{
    using Cell = std::variant<qint64, double, QString>;
    std::vector<const char *> columns;
    std::vector<std::vector<Cell>> rows;

    QByteArray itemsJson() const; // an array of objects
    // The first line names the columns.
    QByteArray csv() const;
};

} // namespace cargo::stats
