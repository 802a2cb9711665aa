import QtQuick
import CarGo.Ui

// One side of the car, as it was at the pick-up and as it is: where to stand for the photo, and afterwards both over each
// other, to be looked through, with the damage that was marked.
Sheet {
    id: root
    property int index: 0
    property url before
    property url now
    property string moment                 // of the pick-up
    property string name                   // of the side
    property var pins: []                  // PinMarks
    property bool editable: true           // whoever looks took the second photo
    property string advice: qsTr("Move the slider: what jumps is new. If it is damage, report a problem; this photo goes with it.")
    property string nowText: qsTr("Your photo")
    readonly property bool taken: now.toString() !== ""
    signal asked()                         // for a photo
    signal dropped()
    onAboutToShow: mix.value = 0.5

    maximumWidth: 640
    title: name !== "" ? name : taken ? qsTr("Then and now") : qsTr("The same side")
    Item {
        width: parent.width
        height: Math.round(width * 0.68)
        Photo { objectName: "angle.before"; anchors.fill: parent; radius: Theme.radiusPhoto; ground: Theme.raised; source: root.before; Accessible.role: Accessible.Graphic; Accessible.name: qsTr("At the pick-up, %1").arg(root.moment) }
        Photo { objectName: "angle.now"; visible: root.taken; anchors.fill: parent; radius: Theme.radiusPhoto; ground: Theme.raised; source: root.now; opacity: mix.value; Accessible.role: Accessible.Graphic; Accessible.name: root.nowText }
        PinMarks { objectName: "angle.pins"; visible: marks.checked; anchors.fill: parent; pins: root.pins.filter(pin => !pin.fresh || (root.taken && mix.value > 0.5)) }
        PhotoTag { anchors { left: parent.left; bottom: parent.bottom; margins: Theme.s2 } text: root.taken && mix.value > 0.5 ? qsTr("now") : root.moment }
    }
    Slider { id: mix; objectName: "angle.mix"; visible: root.taken; width: parent.width; from: 0; to: 1; label: qsTr("Then · now"); valueText: "" }
    Switch { id: marks; objectName: "angle.marks"; visible: root.pins.length > 0; width: parent.width; text: qsTr("Show marked damage"); checked: true }
    Repeater {
        model: marks.checked ? root.pins : []
        Label { required property var modelData; width: parent ? parent.width : 0; wrapMode: Text.WordWrap; text: modelData.number + ". " + modelData.text }
    }
    Label { width: parent.width; role: "second"; wrapMode: Text.WordWrap; text: root.taken ? root.advice : qsTr("Stand where the driver stood, with the whole side in the picture, and take yours.") }
    footer: ButtonRow {
        id: ways
        width: parent.width
        Button { objectName: "angle.drop"; visible: root.editable && root.taken; width: ways.cell; kind: "outline"; iconName: "delete_outline"; text: qsTr("Remove"); onClicked: root.dropped() }
        Button { objectName: "angle.take"; visible: root.editable; width: ways.cell; iconName: "add_a_photo"; text: root.taken ? qsTr("Another one") : qsTr("Take a photo"); onClicked: root.asked() }
        Button { visible: !root.editable; width: ways.cell; kind: "outline"; text: qsTr("Close"); onClicked: root.close() }
    }
}
