import QtQuick
import CarGo.Ui

// One side of the car, as it was at the pick-up and as it is: where to stand for the photo, and afterwards both over each
// other, to be looked through.
Sheet {
    id: root
    property int index: 0
    property url before
    property url now
    property string moment                 // of the pick-up
    readonly property bool taken: now.toString() !== ""
    signal asked()                         // for a photo
    signal dropped()
    onAboutToShow: mix.value = 0.5

    maximumWidth: 640
    title: taken ? qsTr("Then and now") : qsTr("The same side")
    Item {
        width: parent.width
        height: Math.round(width * 0.68)
        Photo { objectName: "angle.before"; anchors.fill: parent; radius: Theme.radiusPhoto; ground: Theme.raised; source: root.before; Accessible.role: Accessible.Graphic; Accessible.name: qsTr("At the pick-up, %1").arg(root.moment) }
        Photo { objectName: "angle.now"; visible: root.taken; anchors.fill: parent; radius: Theme.radiusPhoto; ground: Theme.raised; source: root.now; opacity: mix.value; Accessible.role: Accessible.Graphic; Accessible.name: qsTr("Your photo") }
        PhotoTag { anchors { left: parent.left; bottom: parent.bottom; margins: Theme.s2 } text: root.taken && mix.value > 0.5 ? qsTr("now") : root.moment }
    }
    Slider { id: mix; objectName: "angle.mix"; visible: root.taken; width: parent.width; from: 0; to: 1; label: qsTr("Then · now"); valueText: "" }
    Label { width: parent.width; role: "second"; wrapMode: Text.WordWrap; text: root.taken ? qsTr("Move the slider: what jumps is new. If it is damage, report a problem; this photo goes with it.") : qsTr("Stand where the driver stood, with the whole side in the picture, and take yours.") }
    footer: ButtonRow {
        id: ways
        width: parent.width
        Button { objectName: "angle.drop"; visible: root.taken; width: ways.cell; kind: "outline"; iconName: "delete_outline"; text: qsTr("Remove"); onClicked: root.dropped() }
        Button { objectName: "angle.take"; width: ways.cell; iconName: "add_a_photo"; text: root.taken ? qsTr("Another one") : qsTr("Take a photo"); onClicked: root.asked() }
    }
}
