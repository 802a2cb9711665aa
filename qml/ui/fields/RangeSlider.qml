import QtQuick
import QtQuick.Templates as T

// From and to, over a histogram of what there is: `bars` are counts of equal steps from `from` to `to`. Arrow keys move
// the handle that has the keyboard. The words for both ends come as texts, because only the caller knows the unit.
Column {
    id: root
    property string label
    property var bars: []
    property string firstText: String(first)
    property string secondText: String(second)
    property alias from: control.from
    property alias to: control.to
    property alias stepSize: control.stepSize
    property alias first: control.first.value
    property alias second: control.second.value
    property alias control: control
    signal moved(real first, real second)

    width: 280
    opacity: enabled ? 1 : 0.5
    Flow {
        width: parent.width
        spacing: Theme.s2
        Label { visible: text !== ""; role: "label"; height: Math.max(implicitHeight, ends.implicitHeight / Math.max(1, ends.lineCount)); verticalAlignment: Text.AlignVCenter; text: root.label; Accessible.ignored: true }
        Label { id: ends; role: "strong"; width: Math.min(implicitWidth, parent.width); wrapMode: Text.WordWrap; text: root.firstText + " – " + root.secondText; Accessible.ignored: true }
    }
    Item { width: 1; height: root.bars.length > 0 ? Theme.s3 : 0 }
    Row {
        id: histogram
        readonly property real most: root.bars.reduce((a, b) => Math.max(a, b), 0)
        readonly property real cell: root.bars.length > 0 ? width / root.bars.length : 0
        visible: root.bars.length > 0
        x: 13
        width: parent.width - 26
        height: visible ? 56 : 0
        Accessible.ignored: true
        Repeater {
            model: root.bars
            Item {
                required property int index
                required property real modelData
                readonly property real middle: (index + 0.5) / root.bars.length
                width: histogram.cell
                height: histogram.height
                Rectangle {
                    anchors.bottom: parent.bottom
                    x: 1
                    width: parent.width - 2
                    height: histogram.most > 0 && modelData > 0 ? Math.max(3, parent.height * modelData / histogram.most) : 0
                    radius: Math.min(3, width / 2)
                    color: middle >= control.first.position && middle <= control.second.position ? Theme.brand : Theme.line
                }
            }
        }
    }
    T.RangeSlider {
        id: control
        objectName: root.objectName === "" ? "" : root.objectName + ".slider"
        width: parent.width
        implicitHeight: Theme.touch
        topPadding: 0
        focusPolicy: Qt.StrongFocus
        Accessible.name: root.label
        first.onMoved: root.moved(first.value, second.value)
        second.onMoved: root.moved(first.value, second.value)
        background: Rectangle {
            x: 13
            y: root.bars.length > 0 ? 10 : (control.height - height) / 2
            width: control.width - 26
            height: 6
            radius: 3
            color: Theme.highContrast || Theme.dark ? Theme.line : Theme.sunken
            Rectangle {
                x: parent.width * control.first.visualPosition
                width: parent.width * (control.second.visualPosition - control.first.visualPosition)
                height: 6
                color: Theme.brand
            }
        }
        component Disc: SliderHandle { y: root.bars.length > 0 ? 0 : Math.round((Theme.touch - 26) / 2) }
        first.handle: Disc { x: control.first.visualPosition * (control.width - width); pressed: control.first.pressed; name: qsTr("From"); valueText: root.firstText }
        second.handle: Disc { x: control.second.visualPosition * (control.width - width); pressed: control.second.pressed; name: qsTr("To"); valueText: root.secondText }
    }
}
