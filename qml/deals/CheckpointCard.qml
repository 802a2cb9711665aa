import QtQuick
import CarGo.Ui

// One record of the driver's: where, how far, what he saw.
Card {
    id: root
    required property string iconName
    required property string title
    required property string place
    required property string detail
    required property string note
    required property string moment
    required property string deviceText
    required property var inspection
    required property var photos
    required property bool holds
    signal photoOpened(var photos, int at)

    objectName: "checkpoint"
    spacing: Theme.s3
    accessibleName: [title, place, moment].filter(t => t).join(", ")
    Item {
        width: parent.width
        height: Math.max(disc.height, words.implicitHeight)
        IconDisc { id: disc; anchors.verticalCenter: parent.verticalCenter; color: root.holds ? Theme.brandSoft : Theme.dangerSoft; name: root.iconName; ink: root.holds ? Theme.brandSoftInk : Theme.danger }
        Column {
            id: words
            anchors { left: disc.right; leftMargin: Theme.s3; right: parent.right; verticalCenter: parent.verticalCenter }
            spacing: 3
            Label { width: parent.width; role: "bar"; wrapMode: Text.WordWrap; text: root.place !== "" ? root.place : root.title }
            Label { width: parent.width; role: "second"; wrapMode: Text.WordWrap; text: [root.place !== "" ? root.title : "", root.moment].filter(t => t).join(" · ") }
        }
    }
    PhotoMosaic { visible: root.photos.length > 0; width: parent.width; photos: root.photos; onOpened: at => root.photoOpened(root.photos, at) }
    Label { visible: text !== ""; width: parent.width; wrapMode: Text.WordWrap; text: root.note }
    Row {
        visible: root.detail !== ""
        width: parent.width
        spacing: Theme.s2
        Icon { id: road; name: "speed"; size: 18 }
        Label { width: parent.width - road.width - parent.spacing; role: "second"; wrapMode: Text.WordWrap; text: root.detail }
    }
    InspectionLines { visible: root.inspection.lines !== undefined; width: parent.width; inspection: root.inspection }
    Row {
        visible: root.deviceText !== ""
        width: parent.width
        spacing: Theme.s2
        Icon { id: watch; name: "schedule"; size: 18; color: Theme.warn }
        Label { width: parent.width - watch.width - parent.spacing; size: 13; color: Theme.warn; wrapMode: Text.WordWrap; text: root.deviceText }
    }
}
