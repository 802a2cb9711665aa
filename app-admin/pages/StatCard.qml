import QtQuick
import CarGo.Ui
import CarGo.Client
import CarGo.Desk

// A chart on a card, to be kept as a picture, or as the server's table, among the downloads.
Card {
    id: root
    property string title
    property string fileName
    property RecordViewModel vm            // whose table it is
    default property alias chart: slot.data

    spacing: Theme.s2
    FileKeeper { id: keeper; onSaved: name => root.told(name); onFailed: Nav.tell(qsTr("The file could not be written: there is no room, or no right to write."), { tone: "danger" }) }
    Connections { target: root.vm; function onFileSaved(name) { root.told(name) } }
    function told(name) { Nav.tell(qsTr("Kept among the downloads: %1").arg(name), { tone: "good" }) }
    Item {
        width: parent.width
        height: Math.max(name.implicitHeight, ways.height)
        Label { id: name; width: ways.x - Theme.s2; anchors.verticalCenter: parent.verticalCenter; role: "bar"; wrapMode: Text.WordWrap; text: root.title; Accessible.role: Accessible.Heading }
        Row {
            id: ways
            anchors.right: parent.right
            Button { objectName: "chart.csv"; kind: "text"; text: "CSV"; Accessible.name: qsTr("Keep as a table"); enabled: !root.vm.busy; onClicked: root.vm.save(root.vm.path, Object.assign({ format: "csv" }, root.vm.query), root.fileName + ".csv") }
            Button { objectName: "chart.png"; kind: "text"; text: "PNG"; Accessible.name: qsTr("Keep as a picture"); onClicked: ground.grabToImage(result => keeper.savePicture(root.fileName + ".png", result.image)) }
        }
    }
    Rectangle { id: ground; width: parent.width; height: slot.height; color: Theme.surface; Item { id: slot; width: parent.width; height: childrenRect.height } }
}
