import QtQuick
import CarGo.Ui
import CarGo.Client

// Over everything: the server takes a break, or wants a newer app. During a break what is on this device can still be read:
// a handover code must not depend on it.
Rectangle {
    id: root
    objectName: "shell.stop"
    property bool looked: false            // the user prefers what is kept
    readonly property string gate: Connection.gate
    onGateChanged: looked = false
    visible: gate === "tooOld" || (gate === "maintenance" && !looked)
    color: Theme.page
    MouseArea { anchors.fill: parent }     // nothing below is pressed
    StateView {
        id: state
        anchors { fill: parent; bottomMargin: keep.visible ? keep.height + Theme.s6 : 0 }
        phase: root.gate === "tooOld" ? "update" : "maintenance"
        errorText: root.gate === "maintenance" ? Connection.maintenance : ""
        onRetried: Connection.askServer()
        onUpdated: Qt.openUrlExternally(Settings.serverUrl)
    }
    Button { id: keep; objectName: "shell.look"; visible: root.gate === "maintenance"; kind: "text"; width: Math.min(implicitWidth, parent.width - 2 * Theme.s4); anchors { horizontalCenter: parent.horizontalCenter; bottom: parent.bottom; bottomMargin: Theme.s5 } text: qsTr("Show what is on this device"); onClicked: root.looked = true }
}
