import QtQuick
import QtQuick.Templates as T
import CarGo.Ui
import CarGo.Client
import CarGo.Chat

// Where a message is written. What will be hidden is shown before it is sent, with the reason.
Rectangle {
    id: root
    required property ChatViewModel vm
    readonly property bool muted: vm.mutedUntil > Date.now()

    function attach(files) { vm.attach(files) }
    implicitHeight: column.implicitHeight + 2 * Theme.s3
    color: Theme.surface
    Rectangle { width: parent.width; height: 1; color: Theme.line }
    Column {
        id: column
        x: Math.max(Theme.s3, (parent.width - 836) / 2)
        y: Theme.s3
        width: parent.width - 2 * x
        spacing: Theme.s2
        Label { visible: root.muted; width: parent.width; wrapMode: Text.WordWrap; size: 13; color: Theme.danger; text: qsTr("Writing is paused until %1 because contacts were sent several times.").arg(Format.moment(root.vm.mutedUntil)) }
        Column {
            objectName: "chat.mask"
            visible: root.vm.hidden !== ""
            width: parent.width
            spacing: Theme.s1
            Label { width: parent.width; size: 12; weight: Font.Medium; color: Theme.warn; wrapMode: Text.Wrap; text: qsTr("We will hide in the message: %1").arg(root.vm.hidden) }
            Label { width: parent.width; size: 12; color: Theme.inkSoft; wrapMode: Text.WordWrap; text: qsTr("It protects your money: the bank returns it only for what was agreed here.") }
        }
        PhotoGrid {
            width: parent.width
            model: photos
            onRemoved: key => root.vm.detach(Number(key))
        }
        ListModel { id: photos }
        Row {
            x: -Theme.s2
            width: parent.width + Theme.s2
            spacing: Theme.s1
            IconButton { id: clip; objectName: "chat.attach"; anchors.bottom: parent.bottom; iconName: "attach_file"; color: Theme.inkSoft; text: qsTr("Add photos"); enabled: !root.muted; onClicked: dialog.open() }
            T.TextArea {
                id: input
                objectName: "chat.input"
                width: parent.width - send.width - clip.width - 2 * Theme.s1
                implicitHeight: Math.min(140, Math.max(Theme.touch, contentHeight + topPadding + bottomPadding))
                leftPadding: 18; rightPadding: 18; topPadding: 13; bottomPadding: 13
                enabled: !root.muted
                clip: true
                font.family: Theme.sans
                font.pixelSize: Theme.px(15)
                color: Theme.ink
                selectionColor: Theme.brand
                selectedTextColor: Theme.brandInk
                wrapMode: TextEdit.Wrap
                selectByMouse: true
                Accessible.name: qsTr("Message")
                text: root.vm.draft
                onTextChanged: root.vm.draft = text
                Keys.onReturnPressed: event => { if (event.modifiers & Qt.ShiftModifier) event.accepted = false; else root.vm.send() }
                Keys.onEnterPressed: root.vm.send()
                background: Rectangle {
                    radius: 24
                    color: Theme.page
                    border.width: Theme.hairline
                    border.color: root.vm.hidden !== "" ? Theme.warn : input.activeFocus ? Theme.brand : Theme.line
                    Label { x: 18; anchors.verticalCenter: parent.verticalCenter; visible: input.length === 0; text: qsTr("Message"); color: Theme.inkFaint; Accessible.ignored: true }
                }
            }
            IconButton { id: send; objectName: "chat.send"; anchors.bottom: parent.bottom; iconName: "send"; iconSize: 20; color: Theme.brandInk; disc: Theme.brand; discSize: 44; text: qsTr("Send"); enabled: root.vm.sendable && !root.muted; onClicked: root.vm.send() }
        }
    }
    Connections {
        target: root.vm
        function onDraftChanged() {
            const sources = root.vm.draftPhotos
            if (photos.count === sources.length)
                return
            photos.clear()
            sources.forEach((source, at) => photos.append({ key: String(at), source: String(source), state: "ready", progress: 0, errorText: "" }))
        }
    }
    PhotoDialog { id: dialog; onChosen: files => root.attach(files) }
}
