import QtQuick
import QtQuick.Templates as T

// One value of a span, with its name and what it stands at above. `valueText` says it in people's words.
Column {
    id: root
    property string label
    property string valueText: String(control.value)
    property alias value: control.value
    property alias from: control.from
    property alias to: control.to
    property alias stepSize: control.stepSize
    property alias control: control
    signal moved(real value)

    width: 280
    spacing: 0
    opacity: enabled ? 1 : 0.5
    Item {
        visible: root.label !== ""
        width: parent.width
        height: name.implicitHeight
        Label { id: name; role: "label"; width: parent.width - shown.width - Theme.s2; text: root.label; wrapMode: Text.WordWrap; Accessible.ignored: true }
        Label { id: shown; role: "strong"; anchors.right: parent.right; text: root.valueText; Accessible.ignored: true }
    }
    T.Slider {
        id: control
        objectName: root.objectName === "" ? "" : root.objectName + ".slider"
        width: parent.width
        implicitHeight: Theme.touch
        focusPolicy: Qt.StrongFocus
        Accessible.name: root.label + (root.valueText === "" ? "" : ": " + root.valueText)
        onMoved: root.moved(value)
        background: Rectangle {
            x: 13
            y: (control.height - height) / 2
            width: control.width - 26
            height: 6
            radius: 3
            color: Theme.highContrast ? Theme.line : Theme.dark ? Theme.line : Theme.sunken
            Rectangle { width: parent.width * control.visualPosition; height: 6; radius: 3; color: Theme.brand }
        }
        handle: SliderHandle {
            x: control.visualPosition * (control.width - width)
            y: (control.height - height) / 2
            pressed: control.pressed
            visualFocus: control.visualFocus
            Accessible.ignored: true
        }
    }
}
