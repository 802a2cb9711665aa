import QtQuick
import QtQuick.Shapes
import CarGo.Ui

// A car as lines, seen from one side. Drawn on 200 by 100, the front to the left; the right side is its mirror. A corner is the
// side that is seen there, shortened.
Item {
    id: root
    property string angle: "left"          // a word of shared/domain/deal/inspection.h, or a view of it
    property real size: 200                // width; half of it is the height
    property color stroke: Theme.inkSoft
    property real thickness: 1.5           // of the outline, at 200
    property color fill: Theme.surface
    property color glass: Theme.highContrast ? "transparent" : Theme.infoSoft
    readonly property string view: ({ front: "front", rear: "rear", top: "top", left: "left", right: "right", front_right: "right", rear_right: "right", front_left: "left", rear_left: "left" })[angle] ?? ""
    readonly property bool corner: view !== angle
    readonly property bool side: view === "left" || view === "right"

    implicitWidth: size
    implicitHeight: size / 2
    component Lines: Shape {
        id: lines
        property string path
        property string panes
        width: 200; height: 100
        ShapePath { strokeColor: root.stroke; strokeWidth: root.thickness * Math.min(1, 300 / Math.max(root.size, 1)); fillColor: root.fill; joinStyle: ShapePath.RoundJoin; PathSvg { path: lines.path } }
        ShapePath { strokeColor: root.stroke; strokeWidth: root.thickness * 0.66 * Math.min(1, 300 / Math.max(root.size, 1)); fillColor: root.glass; joinStyle: ShapePath.RoundJoin; PathSvg { path: lines.panes } }
    }
    Item {
        anchors.centerIn: parent
        width: 200; height: 100
        scale: root.size / 200
        transform: Scale { origin.x: 100; xScale: (root.view === "right" ? -1 : 1) * (root.corner ? 0.78 : 1) }
        Lines {
            visible: root.side
            path: "M8 66 Q8 54 22 50 L58 44 Q76 24 96 22 L140 22 Q160 24 172 44 L190 50 Q196 56 194 70 L178 72 A16 16 0 0 0 146 72 L62 72 A16 16 0 0 0 30 72 L10 72 Z M34 74 a12 12 0 1 0 24 0 a12 12 0 1 0 -24 0 M150 74 a12 12 0 1 0 24 0 a12 12 0 1 0 -24 0"
            panes: "M66 44 Q80 28 96 27 L108 27 L108 44 Z M113 27 L138 27 Q152 29 162 44 L113 44 Z"
        }
        Lines {
            visible: root.view === "front" || root.view === "rear"
            path: "M56 88 L44 88 L44 62 Q44 54 52 50 L64 26 Q68 20 78 19 L122 19 Q132 20 136 26 L148 50 Q156 54 156 62 L156 88 L144 88 L144 80 L56 80 Z"
            panes: root.view === "front" ? "M60 48 L71 27 L129 27 L140 48 Z M50 58 L68 60 L66 68 L50 66 Z M150 58 L132 60 L134 68 L150 66 Z" : "M62 46 L72 28 L128 28 L138 46 Z M48 56 L58 56 L58 70 L48 70 Z M152 56 L142 56 L142 70 L152 70 Z M84 62 L116 62 L116 71 L84 71 Z"
        }
        Lines {
            visible: root.view === "top"
            path: "M10 50 Q10 24 30 21 L168 19 Q190 22 192 50 Q190 78 168 81 L30 79 Q10 76 10 50 Z"
            panes: "M62 27 Q54 50 62 73 L78 68 Q72 50 78 32 Z M152 30 Q158 50 152 70 L140 66 Q144 50 140 34 Z"
        }
    }
}
