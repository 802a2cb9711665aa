import QtQuick
import CarGo.Ui
import CarGo.Camera

// A car as lines, seen from one side, with a numbered pin for each damage. A tap sets a pin; with the keyboard the cross is
// moved by the arrows and Return sets it. Places go from 0 to 1, from the left and the top.
FocusScope {
    id: root
    property string view: "left"           // left, right, front, rear, top
    property string name                   // of the view, for a screen reader
    property var pins: []                  // [{x, y, number, before}]; before: it was there already
    property bool editable: true
    property real crossX: 0.5
    property real crossY: 0.5
    signal pinned(real x, real y)
    signal opened(int number)
    readonly property bool side: view === "left" || view === "right"

    function move(dx, dy) { crossX = Math.max(0, Math.min(1, crossX + dx)); crossY = Math.max(0, Math.min(1, crossY + dy)) }
    implicitWidth: 320
    implicitHeight: Math.round(width * (view === "top" || side ? 0.5 : 0.62))
    activeFocusOnTab: editable
    Accessible.role: Accessible.Graphic
    Accessible.name: name
    Accessible.description: editable ? qsTr("Arrows move the cross, Return marks damage there") : ""
    Accessible.focusable: editable
    Keys.onLeftPressed: move(-0.02, 0)
    Keys.onRightPressed: move(0.02, 0)
    Keys.onUpPressed: move(0, -0.02)
    Keys.onDownPressed: move(0, 0.02)
    Keys.onReturnPressed: if (editable) pinned(crossX, crossY)
    Rectangle { anchors.fill: parent; radius: Theme.radiusPhoto; color: Theme.sunken; FocusRing { target: root; corner: Theme.radiusPhoto } }

    CarLines { anchors.centerIn: parent; angle: root.view; size: Math.min(root.width / 1.06, root.height / 0.53) }
    Item {
        visible: root.editable && root.activeFocus
        x: root.crossX * root.width; y: root.crossY * root.height
        Rectangle { x: -14; y: -1; width: 28; height: 2; color: Theme.brand }
        Rectangle { x: -1; y: -14; width: 2; height: 28; color: Theme.brand }
    }
    TapHandler { enabled: root.editable; onTapped: point => { root.forceActiveFocus(); root.pinned(point.position.x / root.width, point.position.y / root.height) } }
    Repeater {
        model: root.pins
        Rectangle {
            required property var modelData
            x: modelData.x * root.width - width / 2; y: modelData.y * root.height - height / 2
            width: 26; height: 26; radius: 13
            color: modelData.before === true ? Theme.inkSoft : Theme.danger
            border.width: 2; border.color: Theme.surface
            Label { anchors.centerIn: parent; size: 12; weight: Font.Bold; color: parent.modelData.before === true ? Theme.surface : Theme.dangerInk; text: parent.modelData.number; Accessible.ignored: true }
            TapHandler { onTapped: root.opened(parent.modelData.number) }
        }
    }
}
