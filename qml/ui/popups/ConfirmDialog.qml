import QtQuick

// Asks once before something that cannot be taken back.
Sheet {
    id: root
    property string text
    property string confirmText
    property bool dangerous: false
    signal confirmed()

    Label { width: parent.width; text: root.text; wrapMode: Text.WordWrap; color: Theme.inkSoft }
    footer: ButtonRow {
        width: parent.width
        Button { width: parent.cell; kind: "outline"; text: qsTr("Not now"); onClicked: root.close() }
        Button { objectName: "dialog.confirm"; width: parent.cell; kind: root.dangerous ? "danger" : "filled"; text: root.confirmText; onClicked: { root.close(); root.confirmed() } }
    }
}
