import QtQuick
import QtQuick.Templates as T
import CarGo.Ui

// The one big button of a camera; Space, Return and the keys beside a phone do the same.
T.AbstractButton {
    id: root
    property bool ready: true              // it stays where the keys go, also while a photo is made
    implicitWidth: 72
    implicitHeight: 72
    focusPolicy: Qt.StrongFocus
    hoverEnabled: Qt.styleHints.useHoverEffects
    opacity: ready ? 1 : 0.45
    text: qsTr("Take the photo")
    Accessible.role: Accessible.Button
    Accessible.name: text
    Keys.onReturnPressed: click()
    Keys.onEnterPressed: click()
    background: Rectangle {
        radius: width / 2
        color: "transparent"
        border.width: 4
        border.color: Theme.photoPillInk
        FocusRing { target: root; corner: parent.radius }
    }
    contentItem: Item { Rectangle { anchors { fill: parent; margins: root.down ? 12 : 9 } radius: width / 2; color: Theme.photoPillInk } }
}
