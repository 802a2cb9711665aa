import QtQuick
import CarGo.Ui
import CarGo.Client

// What the program is, by which rules it works, and whose work is in it.
Page {
    id: root
    title: qsTr("About CarGo")
    back: true
    contentMaximum: 640
    component Part: Card {
        id: part
        property string name
        property var lines: []
        width: parent ? parent.width : 0
        spacing: Theme.s3
        Label { width: parent.width; role: "bar"; text: part.name; wrapMode: Text.WordWrap }
        Repeater { model: part.lines; Label { required property string modelData; width: part.width - 2 * part.padding; size: 14; color: Theme.inkSoft; text: modelData; wrapMode: Text.WordWrap } }
    }
    Flickable {
        objectName: "about.scroll"
        anchors.fill: parent
        contentHeight: column.height + Theme.s6
        Column {
            id: column
            x: root.side
            width: parent.width - 2 * root.side
            spacing: Theme.s3
            Column {
                width: parent.width
                topPadding: Theme.s3
                bottomPadding: Theme.s3
                spacing: Theme.s1
                Label { anchors.horizontalCenter: parent.horizontalCenter; text: "CarGo"; role: "title"; color: Theme.brand }
                Label { objectName: "about.version"; anchors.horizontalCenter: parent.horizontalCenter; role: "second"; text: qsTr("Version %1").arg(Qt.application.version) }
            }
            Part { name: qsTr("Money"); lines: [ qsTr("CarGo never holds money. A licensed payment provider holds it until you have the car."), qsTr("The fee is in the price and is the driver's. What a deal costs is fixed when it is made.") ] }
            Part { name: qsTr("Customs"); lines: [ qsTr("Customs clearance is the buyer's: duty, recycling fee, broker and registration are not in the price.") ] }
            Part { name: qsTr("Why contacts are hidden"); lines: [ qsTr("Until the money has gone to the driver, telephones and links are hidden in chats: the bank returns money only for what was agreed here.") ] }
            Part { name: qsTr("How cars are recommended and sorted"); lines: [ qsTr("Recommendations follow the cars that you looked at, kept, asked about or searched for; each says why it is there. Off: everybody sees the same."), qsTr("The order that you choose in a search is the order that you get. Nobody can buy a place in it.") ] }
            Part { name: qsTr("Licences"); lines: [ qsTr("CarGo: GPL-3.0-or-later"), qsTr("Qt: LGPL-3.0"), qsTr("Letters: Inter, SIL Open Font License 1.1"), qsTr("Signs: Material Icons, Apache-2.0") ] }
            Label { width: parent.width; role: "caption"; horizontalAlignment: Text.AlignHCenter; wrapMode: Text.WrapAnywhere; text: Settings.serverUrl }
        }
    }
}
