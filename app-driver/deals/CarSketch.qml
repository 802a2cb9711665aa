import QtQuick
import QtQuick.Shapes
import CarGo.Ui

// A car as lines, seen from one side, with a numbered pin for each damage. A tap sets a pin; with the keyboard the cross is
// moved by the arrows and Return sets it. Places go from 0 to 1, from the left and the top.
FocusScope {
    id: root
    property string view: "left"           // left, right, front, rear, top
    property string name                   // of the view, for a screen reader
    property var pins: []                  // [{x, y, number}]
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

    // Drawn on 200 by 100, the front to the left; the right side is its mirror.
    component Lines: Shape {
        id: lines
        property string path
        property string glass
        visible: path !== ""
        width: 200; height: 100
        ShapePath { strokeColor: Theme.inkSoft; strokeWidth: 1.5; fillColor: Theme.surface; joinStyle: ShapePath.RoundJoin; PathSvg { path: lines.path } }
        ShapePath { strokeColor: Theme.inkSoft; strokeWidth: 1; fillColor: Theme.highContrast ? "transparent" : Theme.infoSoft; joinStyle: ShapePath.RoundJoin; PathSvg { path: lines.glass } }
    }
    Item {
        anchors.centerIn: parent
        width: 200; height: 100
        scale: Math.min(root.width / 212, root.height / 106)
        transform: Scale { origin.x: 100; xScale: root.view === "right" ? -1 : 1 }
        Lines {
            visible: root.side
            path: "M8 66 Q8 54 22 50 L58 44 Q76 24 96 22 L140 22 Q160 24 172 44 L190 50 Q196 56 194 70 L178 72 A16 16 0 0 0 146 72 L62 72 A16 16 0 0 0 30 72 L10 72 Z M34 74 a12 12 0 1 0 24 0 a12 12 0 1 0 -24 0 M150 74 a12 12 0 1 0 24 0 a12 12 0 1 0 -24 0"
            glass: "M66 44 Q80 28 96 27 L108 27 L108 44 Z M113 27 L138 27 Q152 29 162 44 L113 44 Z"
        }
        Lines {
            visible: root.view === "front" || root.view === "rear"
            path: "M56 88 L44 88 L44 62 Q44 54 52 50 L64 26 Q68 20 78 19 L122 19 Q132 20 136 26 L148 50 Q156 54 156 62 L156 88 L144 88 L144 80 L56 80 Z"
            glass: root.view === "front" ? "M60 48 L71 27 L129 27 L140 48 Z M50 58 L68 60 L66 68 L50 66 Z M150 58 L132 60 L134 68 L150 66 Z" : "M62 46 L72 28 L128 28 L138 46 Z M48 56 L58 56 L58 70 L48 70 Z M152 56 L142 56 L142 70 L152 70 Z M84 62 L116 62 L116 71 L84 71 Z"
        }
        Lines {
            visible: root.view === "top"
            path: "M10 50 Q10 24 30 21 L168 19 Q190 22 192 50 Q190 78 168 81 L30 79 Q10 76 10 50 Z"
            glass: "M62 27 Q54 50 62 73 L78 68 Q72 50 78 32 Z M152 30 Q158 50 152 70 L140 66 Q144 50 140 34 Z"
        }
    }
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
            color: Theme.danger
            border.width: 2; border.color: Theme.surface
            Label { anchors.centerIn: parent; size: 12; weight: Font.Bold; color: Theme.dangerInk; text: parent.modelData.number; Accessible.ignored: true }
            TapHandler { onTapped: root.opened(parent.modelData.number) }
        }
    }
}
