import QtQuick
import QtQuick.Shapes
import CarGo.Ui

// Where in the picture a thing should be: a page or a card with the proportions of the real one, an oval for a face, the lines of
// a car seen from one side, a strip for a plate. What lies outside of a page is dimmed.
Item {
    id: root
    property string subject: "free"        // page, card, selfie, car, plate, free
    property string angle
    property bool quiet: false             // the older photo lies there already
    property bool good: false
    property bool doubtful: false
    // Width by height: a page of a passport (ISO/IEC 7810 ID-3), a licence (ID-1), a plate, a face.
    readonly property real ratio: ({ page: 125 / 88, card: 85.6 / 54, plate: 2.6, selfie: 0.76 })[subject] ?? 0
    readonly property real room: Math.max(1, Math.min(width - 2 * Theme.s5, (height - 2 * Theme.s4) * Math.max(ratio, 0.01), 640))
    readonly property real w: subject === "selfie" ? room * 0.9 : room
    readonly property real h: ratio > 0 ? w / ratio : 0
    readonly property real x0: (width - w) / 2
    readonly property real y0: (height - h) / 2
    readonly property color tint: doubtful ? "#F4B860" : good ? "#4CD3A0" : Theme.photoPillInk
    readonly property string outline: {
        if (ratio <= 0)
            return ""
        const r = subject === "selfie" ? 0 : Theme.radiusPhoto, right = x0 + w, bottom = y0 + h
        if (subject === "selfie")
            return `M${x0} ${y0 + h / 2} A${w / 2} ${h / 2} 0 0 1 ${right} ${y0 + h / 2} A${w / 2} ${h / 2} 0 0 1 ${x0} ${y0 + h / 2} Z`
        return `M${x0 + r} ${y0} L${right - r} ${y0} A${r} ${r} 0 0 1 ${right} ${y0 + r} L${right} ${bottom - r} A${r} ${r} 0 0 1 ${right - r} ${bottom} L${x0 + r} ${bottom} A${r} ${r} 0 0 1 ${x0} ${bottom - r} L${x0} ${y0 + r} A${r} ${r} 0 0 1 ${x0 + r} ${y0} Z`
    }
    Accessible.ignored: true
    Shape {
        visible: root.outline !== "" && root.width > 0
        anchors.fill: parent
        ShapePath { strokeWidth: -1; fillRule: ShapePath.OddEvenFill; fillColor: "#73000000"; PathSvg { path: `M0 0 L${root.width} 0 L${root.width} ${root.height} L0 ${root.height} Z ` + root.outline } }
        ShapePath { strokeColor: root.tint; strokeWidth: 3; fillColor: "transparent"; PathSvg { path: root.outline } }
    }
    CarLines {
        visible: root.subject === "car" && view !== "" && !root.quiet
        anchors.centerIn: parent
        angle: root.angle
        size: Math.min(root.width - Theme.s4, root.height * 1.6, 900)
        stroke: root.tint
        thickness: 2.5
        fill: "transparent"
        glass: "transparent"
    }
}
