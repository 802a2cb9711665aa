import QtQuick
import CarGo.Ui

// Axes, grid, legend and the words at the pointer that every chart has. A chart puts its shapes inside (children fill the
// plot) and asks yOf() and xOf(). It says in one sentence what it shows (`summary`), and Left and Right read its values.
FocusScope {
    id: root
    property string name
    property string summary
    property var labels: []                // below the plot, one for each place
    property bool edges: false             // labels stand at the edges of places, not in their middle
    property real lowest: 0
    property real highest: 1
    property bool fromZero: true
    property var format: value => Figures.brief(value)
    property var words: value => Figures.decimal(value, 1) // a value for the pointer and the summary
    property var legend: []                // [{name, color}]; nothing for one series
    property int count: labels.length
    property int current: -1               // the place under the pointer or the keyboard
    property var tip: at => ""             // words for a place
    property int ticksWanted: Math.max(2, Math.min(5, Math.round(height / 56)))
    default property alias plot: plot.data
    readonly property real plotWidth: plot.width
    readonly property real plotHeight: plot.height

    // Steps that people count in: 1, 2, 2.5 or 5 times a power of ten. Where all values are one, a thousandth of it is the
    // span: beside large numbers a tiny step would be lost in their last digit, and the ticks would never end.
    readonly property var ticks: {
        const low = fromZero ? Math.min(0, lowest) : lowest, high = Math.max(highest, low + Math.max(1e-9, Math.abs(low) / 1000))
        const rough = (high - low) / ticksWanted, power = Math.pow(10, Math.floor(Math.log(rough) / Math.LN10))
        const step = [1, 2, 2.5, 5, 10].map(times => times * power).find(size => size >= rough * 0.999)
        const list = []
        for (let at = Math.floor(low / step + 1e-6); at <= Math.ceil(high / step - 1e-6); ++at)
            list.push(at * step)
        return list
    }
    readonly property real low: ticks[0]
    readonly property real high: ticks[ticks.length - 1]
    function yOf(value) { return plot.height * (1 - (value - low) / (high - low)) }
    function xOf(at) { return count <= 1 ? plot.width / 2 : edges ? plot.width * at / count : plot.width * (at + 0.5) / count }
    // Places between two labels that do not touch each other.
    readonly property int every: Math.max(1, Math.ceil(count * (widest.width + Theme.s3) / Math.max(1, plot.width)))

    implicitWidth: 320
    implicitHeight: 220
    activeFocusOnTab: true
    property bool visualFocus: activeFocus
    Accessible.role: Accessible.Chart
    Accessible.name: name
    Accessible.description: current >= 0 ? tip.call(root, current) : summary
    Accessible.focusable: true
    Keys.onLeftPressed: current = Math.max(0, current - 1)
    Keys.onRightPressed: current = Math.min(count - 1, current + 1)
    Keys.onEscapePressed: event => { event.accepted = current >= 0; current = -1 }
    onActiveFocusChanged: if (!activeFocus) current = -1

    FocusRing { target: root }
    TextMetrics { id: widest; font: ruler.font; text: root.labels.reduce((a, b) => String(b).length > a.length ? String(b) : a, "") }
    TextMetrics { id: widestTick; font: ruler.font; text: root.ticks.map(value => root.format(value)).reduce((a, b) => b.length > a.length ? b : a, "") }
    Label { id: ruler; visible: false; role: "caption"; text: "0"; Accessible.ignored: true }
    Flow {
        id: keys
        width: parent.width
        spacing: Theme.s4
        visible: root.legend.length > 1
        height: visible ? implicitHeight + Theme.s2 : 0
        Repeater {
            model: root.legend
            Row {
                required property var modelData
                spacing: 6
                Rectangle { width: 12; height: 12; radius: 3; color: modelData.color; anchors.verticalCenter: parent.verticalCenter }
                Label { role: "caption"; text: modelData.name; Accessible.ignored: true }
            }
        }
    }
    Repeater {
        model: root.ticks
        Item {
            required property real modelData
            y: plot.y + root.yOf(modelData)
            width: root.width
            Rectangle { x: plot.x; width: plot.width; height: 1; color: Theme.line; opacity: modelData === 0 ? 1 : 0.6 }
            Label { role: "caption"; x: plot.x - width - Theme.s2; y: -height / 2; text: root.format(modelData); Accessible.ignored: true }
        }
    }
    Item {
        id: plot
        x: Math.ceil(widestTick.advanceWidth) + Theme.s3
        y: keys.height + Theme.px(8)
        width: root.width - x - Theme.s2
        height: root.height - y - (root.labels.length > 0 ? Theme.px(12) + Theme.s4 : Theme.px(8))
    }
    Repeater {
        model: root.labels
        Label {
            required property int index
            required property var modelData
            visible: index % root.every === 0
            role: "caption"
            text: modelData
            x: Math.max(0, Math.min(root.width - width, plot.x + root.xOf(index) - width / 2))
            y: plot.y + plot.height + Theme.s2
            Accessible.ignored: true
        }
    }
    HoverHandler {
        id: over
        target: plot
        function at() { const x = point.position.x - plot.x; return x < 0 || x > plot.width ? -1 : root.edges || root.count > 1 ? Math.max(0, Math.min(root.count - 1, Math.floor(x / plot.width * root.count))) : 0 }
        onPointChanged: root.current = hovered ? at() : root.activeFocus ? root.current : -1
        onHoveredChanged: if (!hovered && !root.activeFocus) root.current = -1
    }
    TapHandler { onTapped: point => { root.forceActiveFocus(); const x = point.position.x - plot.x; root.current = Math.max(0, Math.min(root.count - 1, Math.floor(x / plot.width * root.count))) } }
    Rectangle {
        visible: root.current >= 0 && words.text !== ""
        readonly property real point: plot.x + (root.edges ? plot.width * (root.current + 0.5) / root.count : root.xOf(root.current))
        x: Math.max(0, Math.min(root.width - width, point + Theme.s3 + width <= root.width ? point + Theme.s3 : point - Theme.s3 - width)) // beside it
        y: plot.y
        width: Math.min(Math.ceil(longest.advanceWidth) + 2, root.width - Theme.s4) + 2 * Theme.s3
        height: words.implicitHeight + 2 * Theme.s2
        radius: Theme.radiusSmall
        color: Theme.ink
        TextMetrics { id: longest; font: words.font; text: words.text.split("\n").reduce((a, b) => b.length > a.length ? b : a, "") }
        Label { id: words; role: "caption"; lineHeight: 1.25; x: Theme.s3; y: Theme.s2; width: parent.width - 2 * Theme.s3; color: Theme.page; text: root.current >= 0 ? root.tip.call(root, root.current) : ""; wrapMode: Text.WordWrap; Accessible.ignored: true }
    }
}
