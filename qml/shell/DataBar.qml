import QtQuick
import CarGo.Ui

// While data is to be saved: photos of the page that is open come when they are asked for here.
Item {
    id: root
    objectName: "dataBar"
    visible: Theme.savesData && !Theme.photosAsked
    height: visible ? show.height : 0
    Rectangle { anchors.fill: parent; color: Theme.sunken }
    Button { id: show; objectName: "dataBar.show"; kind: "text"; anchors.horizontalCenter: parent.horizontalCenter; width: Math.min(implicitWidth, parent.width); iconName: "image"; text: qsTr("Photos are off. Show them here"); onClicked: Theme.photosAsked = true }
}
