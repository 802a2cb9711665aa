import QtQuick
import CarGo.Ui

// A word on a photo.
Rectangle {
    id: root
    property alias text: word.text
    width: word.implicitWidth + 16
    height: word.implicitHeight + 8
    radius: height / 2
    color: Theme.photoPill
    Label { id: word; anchors.centerIn: parent; role: "tiny"; color: Theme.photoPillInk; Accessible.ignored: true }
}
