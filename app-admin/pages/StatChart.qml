import QtQuick
import CarGo.Ui
import CarGo.Client
import CarGo.Desk

// A chart on a card, to be kept as a picture or as a table among the downloads.
Card {
    id: root
    property string title
    property string fileName
    property var labels: []
    property var values: []

    spacing: Theme.s2
    FileKeeper { id: keeper; onSaved: name => Nav.tell(qsTr("Kept among the downloads: %1").arg(name), { tone: "good" }); onFailed: Nav.tell(qsTr("The file could not be written: there is no room, or no right to write."), { tone: "danger" }) }
    Item {
        width: parent.width
        height: Math.max(name.implicitHeight, ways.height)
        Label { id: name; width: ways.x - Theme.s2; anchors.verticalCenter: parent.verticalCenter; role: "bar"; wrapMode: Text.WordWrap; text: root.title; Accessible.role: Accessible.Heading }
        Row {
            id: ways
            anchors.right: parent.right
            Button { objectName: "chart.csv"; kind: "text"; text: "CSV"; Accessible.name: qsTr("Keep as a table"); onClicked: keeper.saveTable(root.fileName + ".csv", [[root.title, qsTr("Number")]].concat(root.labels.map((label, at) => [label, root.values[at]]))) }
            Button { objectName: "chart.png"; kind: "text"; text: "PNG"; Accessible.name: qsTr("Keep as a picture"); onClicked: chart.grabToImage(result => keeper.savePicture(root.fileName + ".png", result.image)) }
        }
    }
    BarChart { id: chart; width: parent.width; height: Theme.px(260); name: root.title; labels: root.labels; values: root.values; words: value => Figures.number(value) }
}
