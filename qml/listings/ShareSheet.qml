import QtQuick
import CarGo.Ui

// The address of a car for people who do not have the app.
Sheet {
    id: root
    property string link
    objectName: "share.sheet"
    onAboutToShow: field.input.cursorPosition = 0 // its beginning is seen
    title: qsTr("Show it to somebody")
    Label { width: parent.width; wrapMode: Text.WordWrap; color: Theme.inkSoft; text: qsTr("The link opens in any browser: photos, price and the driver's rating. Nobody has to register to look.") }
    TextField { id: field; objectName: "share.link"; width: parent.width; label: qsTr("Link"); readOnly: true; text: root.link }
    footer: ButtonRow {
        width: parent.width
        Button { objectName: "share.open"; width: parent.cell; kind: "outline"; iconName: "open_in_new"; text: qsTr("Look at it"); onClicked: Qt.openUrlExternally(root.link) }
        Button { objectName: "share.copy"; width: parent.cell; iconName: "content_copy"; text: qsTr("Copy the link"); onClicked: { field.input.selectAll(); field.input.copy(); root.close(); Nav.tell(qsTr("The link is copied")) } }
    }
}
