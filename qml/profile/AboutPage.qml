import QtQuick
import CarGo.Ui
import CarGo.Client

// What the program is, where its rules are, and whose work is in it.
Page {
    id: root
    title: qsTr("About CarGo")
    back: true
    readonly property string role: Session.role
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
            Card {
                width: parent.width
                padding: 4
                ListRow { objectName: "about.help"; width: parent.width; iconName: "help_outline"; text: qsTr("Help and rules"); onClicked: Nav.go("help") }
                ListRow { objectName: "about.terms"; width: parent.width; iconName: "description"; text: qsTr("Your agreement with CarGo"); onClicked: Nav.go("helpText", { slug: "terms-" + root.role }) }
                ListRow { objectName: "about.privacy"; width: parent.width; iconName: "privacy_tip"; text: qsTr("Privacy notice"); onClicked: Nav.go("helpText", { slug: "privacy" }) }
            }
            Part { name: qsTr("Licences"); lines: [ qsTr("CarGo: GPL-3.0-or-later"), qsTr("Qt: LGPL-3.0"), qsTr("Letters: Inter, SIL Open Font License 1.1"), qsTr("Signs: Material Icons, Apache-2.0") ] }
            Label { width: parent.width; role: "caption"; horizontalAlignment: Text.AlignHCenter; wrapMode: Text.WrapAnywhere; text: Settings.serverUrl }
        }
    }
}
