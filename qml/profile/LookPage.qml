import QtQuick
import CarGo.Ui

Page {
    id: root
    title: qsTr("Language and look")
    back: true
    contentMaximum: 640
    Flickable {
        anchors.fill: parent
        contentHeight: look.height + Theme.s6
        LookCard { id: look; x: root.side; width: parent.width - 2 * root.side }
    }
}
