import QtQuick
import CarGo.Ui
import CarGo.Chat

// Before a contact goes: what will be hidden, why, and the choice to write it otherwise. Asked once for the same words.
Sheet {
    id: root
    required property ChatWriter writer
    signal edited()
    signal allowed()
    objectName: "bounce"
    title: qsTr("A contact would be hidden")
    onOpened: edit.forceActiveFocus(Qt.TabFocusReason)
    Rectangle {
        width: parent.width
        height: shown.implicitHeight + 2 * Theme.s3
        radius: Theme.radiusPhoto
        color: Theme.sunken
        Label { id: shown; objectName: "bounce.text"; x: Theme.s3; y: Theme.s3; width: parent.width - 2 * Theme.s3; wrapMode: Text.Wrap; textFormat: Text.RichText; text: root.opened ? root.writer.marked(Theme.warnSoft, Theme.warn) : ""; Accessible.name: root.writer.text }
    }
    Label { width: parent.width; wrapMode: Text.WordWrap; text: qsTr("The other side will see “•••” instead: until a deal of yours is done, telephones, addresses and links stay hidden, because the bank returns money only for what was agreed here.") }
    Label { width: parent.width; role: "second"; wrapMode: Text.WordWrap; text: qsTr("If contacts are sent again and again, writing is paused for some time.") }
    footer: ButtonRow {
        width: parent.width
        Button { id: edit; objectName: "bounce.edit"; width: parent.cell; iconName: "edit"; text: qsTr("Edit"); onClicked: { root.close(); root.edited() } }
        Button { objectName: "bounce.send"; width: parent.cell; kind: "outline"; text: qsTr("Send with it hidden"); onClicked: { root.close(); root.allowed() } }
    }
}
