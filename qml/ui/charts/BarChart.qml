import QtQuick

// A few values side by side. `marked` is the bar one should look at; without it all are alike.
ChartFrame {
    id: root
    property var values: []
    property int marked: -1
    property real gap: 0.32                // of a place
    property color tint: Theme.brand
    readonly property int tallest: values.indexOf(values.reduce((a, b) => Math.max(a, b), -Infinity))

    count: values.length
    lowest: values.reduce((a, b) => Math.min(a, b), 0)
    highest: values.reduce((a, b) => Math.max(a, b), 0)
    tip: at => (labels[at] !== undefined ? labels[at] + "\n" : "") + words(values[at])
    summary: values.length === 0 ? "" : qsTr("%n bar(s). Highest: %1, %2", "", values.length).arg(labels[tallest] ?? tallest + 1).arg(words(values[tallest]))
    Repeater {
        model: root.plotWidth > 0 ? root.values : []
        Rectangle {
            required property int index
            required property real modelData
            readonly property real place: root.plotWidth / root.count
            readonly property real zero: root.yOf(0)
            readonly property real end: root.yOf(modelData)
            x: Math.round(place * (index + root.gap / 2))
            width: Math.max(2, Math.round(place * (index + 1 - root.gap / 2)) - x)
            y: Math.min(zero, end)
            height: Math.abs(zero - end)
            radius: Math.min(4, width / 3, height / 2)
            color: root.marked < 0 || root.marked === index ? root.tint : Theme.dark ? Theme.frame : Qt.tint(Theme.surface, Qt.rgba(root.tint.r, root.tint.g, root.tint.b, 0.4))
            opacity: root.current < 0 || root.current === index ? 1 : 0.55
        }
    }
}
