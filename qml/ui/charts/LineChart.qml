import QtQuick
import QtQuick.Shapes

// Values over time, a line for each series: series [{name, values, color}]. One series is filled below.
ChartFrame {
    id: root
    property var series: []
    readonly property var all: series.reduce((list, one) => list.concat(one.values), []).filter(value => value !== null && !isNaN(value))
    function tint(at) { return series[at].color ?? Theme.series[at % Theme.series.length] }
    function points(values) { return values.map((value, at) => Qt.point(xOf(at), yOf(value))) }

    lowest: all.reduce((a, b) => Math.min(a, b), all.length ? all[0] : 0)
    highest: all.reduce((a, b) => Math.max(a, b), all.length ? all[0] : 1)
    legend: series.map((one, at) => ({ name: one.name, color: tint(at) }))
    tip: at => (labels[at] ?? "") + series.map(one => (series.length > 1 ? "\n" + one.name + ": " : "\n") + words(one.values[at])).join("")
    summary: series.map(one => qsTr("%1: from %2 to %3, lowest %4, highest %5").arg(one.name).arg(words(one.values[0])).arg(words(one.values[one.values.length - 1])).arg(words(Math.min(...one.values))).arg(words(Math.max(...one.values)))).join(". ")

    Rectangle { visible: root.current >= 0; x: root.xOf(root.current); width: 1; height: root.plotHeight; color: Theme.frame }
    Repeater {
        model: root.plotWidth > 0 ? root.series : []
        Item {
            id: one
            required property var modelData
            required property int index
            readonly property color tint: root.tint(index)
            readonly property var path: root.points(modelData.values)
            anchors.fill: parent
            Shape {
                anchors.fill: parent
                ShapePath {
                    strokeWidth: -1
                    strokeColor: "transparent"
                    fillColor: root.series.length === 1 ? Qt.rgba(one.tint.r, one.tint.g, one.tint.b, 0.12) : "transparent"
                    PathPolyline { path: one.path.length > 1 ? [Qt.point(one.path[0].x, root.yOf(Math.max(0, root.low)))].concat(one.path, [Qt.point(one.path[one.path.length - 1].x, root.yOf(Math.max(0, root.low)))]) : [] }
                }
                ShapePath {
                    strokeWidth: 2.5
                    strokeColor: one.tint
                    fillColor: "transparent"
                    capStyle: ShapePath.RoundCap
                    joinStyle: ShapePath.RoundJoin
                    strokeStyle: one.index % 2 === 1 ? ShapePath.DashLine : ShapePath.SolidLine // told apart without colours
                    dashPattern: [3, 2]
                    PathPolyline { path: one.path }
                }
            }
            Rectangle {
                readonly property int at: root.current >= 0 ? root.current : one.path.length - 1
                visible: at >= 0 && at < one.path.length
                x: visible ? one.path[at].x - 5 : 0
                y: visible ? one.path[at].y - 5 : 0
                width: 10; height: 10; radius: 5
                color: one.tint
                border.width: 2
                border.color: Theme.surface
            }
        }
    }
}
