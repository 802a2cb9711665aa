import QtQuick
import CarGo.Ui

// A price as the loudest thing, and behind it what it was before.
Flow {
    id: root
    property string price
    property string oldPrice
    property int change: 0                 // per cent since then
    property int size: 20
    property bool changeShown: true

    spacing: Theme.s2
    // Not the label's implicitWidth: a text that fits itself into a width changes it.
    TextMetrics { id: natural; font.family: now.font.family; font.pixelSize: Theme.px(root.size); font.weight: now.weight; text: root.price }
    Label { id: now; width: Math.min(Math.ceil(natural.advanceWidth) + 2, root.width); elide: Text.ElideNone; fontSizeMode: Text.HorizontalFit; minimumPixelSize: 13; text: root.price; size: root.size; weight: Font.Bold; Accessible.ignored: true }
    Label { visible: root.oldPrice !== "" && now.width + root.spacing + implicitWidth <= root.width; height: Theme.px(root.size + 4); verticalAlignment: Text.AlignBottom; text: root.oldPrice; size: 13; color: Theme.inkSoft; font.strikeout: true; Accessible.ignored: true }
    Badge { visible: root.changeShown && root.oldPrice !== ""; tone: root.change < 0 ? "good" : "warn"; text: (root.change < 0 ? "−" : "+") + Math.abs(root.change) + " %" }
}
