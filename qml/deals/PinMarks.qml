import QtQuick
import CarGo.Ui

// Pins of a drawing on a photo of the same side: the car fills it as it fills the drawing, so that a place is about right.
Item {
    id: root
    property var pins: []                  // [{number, x, y, fresh}]
    Accessible.ignored: true
    Repeater {
        model: root.pins
        Rectangle {
            required property var modelData
            x: modelData.x * root.width - width / 2
            y: root.height / 2 + (modelData.y - 0.5) * Math.min(root.height, root.width / 2) - height / 2
            width: Math.max(20, number.implicitHeight + 4)
            height: width
            radius: width / 2
            color: modelData.fresh ? Theme.photoDanger : Theme.photoInk
            border.width: 2
            border.color: Theme.photoPillInk
            Label { id: number; anchors.centerIn: parent; size: 11; weight: Font.Bold; color: Theme.photoPillInk; text: parent.modelData.number; Accessible.ignored: true }
        }
    }
}
