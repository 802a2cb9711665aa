import QtQuick

// How many there are in each of equal steps from `from` to `to`: labels stand at the edges of the bars.
BarChart {
    id: root
    property real from: 0
    property real to: values.length
    property var edge: format
    readonly property real step: values.length > 0 ? (to - from) / values.length : 0

    gap: 0.08
    edges: true
    labels: values.length > 0 ? values.map((value, at) => edge(from + at * step)).concat([edge(to)]) : []
    tip: at => edge(from + at * step) + " – " + edge(from + (at + 1) * step) + "\n" + words(values[at])
    summary: values.length === 0 ? "" : qsTr("Most, %1, lie between %2 and %3").arg(words(values[tallest])).arg(edge(from + tallest * step)).arg(edge(from + (tallest + 1) * step))
}
