import QtQuick
import QtQuick.Templates as T
import CarGo.Ui
import CarGo.Client
import CarGo.Chat

// Where a message is written. What will be hidden is shown before it is sent, with the reason; where nobody may write, why.
Rectangle {
    id: root
    required property ChatViewModel vm
    readonly property ChatWriter words: vm.writer
    readonly property bool muted: vm.mutedUntil > 0 && !pause.over
    readonly property bool open: !muted && !vm.closed
    readonly property string peer: vm.peer.display_name || ""
    signal photoOpened(var photos, int at)

    function attach(files) { words.attach(files) }
    function stand() { input.forceActiveFocus(Qt.OtherFocusReason) }
    function send() {
        if (!words.sendable)
            return
        if (words.asks)
            bounce.open()
        else
            words.send()
    }
    implicitHeight: column.implicitHeight + 2 * Theme.s3
    color: Theme.surface
    Rectangle { width: parent.width; height: 1; color: Theme.line }
    Column {
        id: column
        x: Math.max(Theme.s3, (parent.width - 836) / 2)
        y: Theme.s3
        width: parent.width - 2 * x
        spacing: Theme.s2
        property real editing: 0           // what the writer last showed
        Column {
            objectName: "chat.closed"
            visible: root.vm.closed || root.vm.blockedByMe
            width: parent.width
            spacing: Theme.s1
            Label { objectName: "chat.closed.text"; width: parent.width; wrapMode: Text.WordWrap; size: 14; color: Theme.inkSoft; text: !root.vm.blockedByMe ? qsTr("This talk is closed: messages no longer go here.") : root.vm.closed ? qsTr("You have blocked %1: no messages go here.").arg(root.peer) : qsTr("You have blocked %1, but while your deal runs you can write to each other.").arg(root.peer) }
            Button { objectName: "chat.unblock"; visible: root.vm.blockedByMe; x: -Theme.s3; kind: "text"; text: qsTr("Unblock"); onClicked: root.vm.block(false) }
        }
        Column {
            objectName: "chat.muted"
            visible: root.muted && !root.vm.closed
            width: parent.width
            spacing: Theme.s2
            Label { width: parent.width; wrapMode: Text.WordWrap; size: 14; color: Theme.danger; text: qsTr("Writing is paused because contacts were sent several times. Reading works, nothing is lost.") }
            Countdown { id: pause; objectName: "chat.muted.clock"; width: parent.width; untilMs: root.vm.mutedUntil; label: qsTr("You can write again in"); warnMs: 0; dangerMs: 0; onEnded: root.vm.reload() }
            Button { objectName: "chat.appeal"; x: -Theme.s3; kind: "text"; text: qsTr("The decision, and how to appeal"); onClicked: root.vm.muteDecision !== "" ? Nav.go("decision", { decisionId: root.vm.muteDecision }) : Nav.go("decisions") }
            Button { objectName: "chat.muteRule"; x: -Theme.s3; kind: "text"; text: qsTr("Why contacts are hidden"); onClicked: Nav.go("helpText", { slug: "contacts", anchor: "mute" }) }
        }
        WriterBar {
            objectName: "chat.changing"
            visible: root.words.editing > 0
            width: parent.width
            iconName: "edit"
            title: qsTr("You change a message")
            text: root.vm.changing.text ?? ""
            closeText: qsTr("Leave it as it was")
            onOpened: root.vm.jumpTo(root.words.editing)
            onClosed: root.words.leaveChange()
        }
        WriterBar {
            objectName: "chat.answering"
            visible: root.words.replyTo > 0 && root.words.editing === 0 && root.open
            width: parent.width
            iconName: "undo"
            title: root.vm.answered.who ? qsTr("Answer to %1").arg(root.vm.answered.who) : qsTr("Answer")
            text: root.vm.answered.text ?? ""
            closeText: qsTr("Answer nothing")
            onOpened: root.vm.jumpTo(root.words.replyTo)
            onClosed: root.words.replyTo = 0
        }
        Column {
            objectName: "chat.mask"
            visible: root.words.hidden !== "" && root.open
            width: parent.width
            spacing: Theme.s1
            Label { width: parent.width; size: 12; weight: Font.Medium; color: Theme.warn; wrapMode: Text.Wrap; text: qsTr("We will hide in the message: %1").arg(root.words.hidden) }
            Label { width: parent.width; size: 12; color: Theme.inkSoft; wrapMode: Text.WordWrap; text: qsTr("It protects your money: the bank returns it only for what was agreed here.") }
        }
        QuickReplies {
            visible: root.open && root.words.text === "" && root.words.photos.length === 0 && root.words.editing === 0
            width: parent.width
            stage: root.vm.stage
            onChosen: sentence => { root.words.text = sentence; root.stand(); input.cursorPosition = input.length }
        }
        PhotoGrid {
            objectName: "chat.photos"
            width: parent.width
            model: photos
            onRemoved: key => root.words.detach(Number(key))
            onOpened: at => root.photoOpened(root.words.photos, at)
        }
        ListModel { id: photos }
        Row {
            visible: root.open
            x: -Theme.s2
            width: parent.width + Theme.s2
            spacing: Theme.s1
            IconButton { id: clip; objectName: "chat.attach"; anchors.bottom: parent.bottom; iconName: "attach_file"; color: Theme.inkSoft; text: qsTr("Add photos"); enabled: root.words.editing === 0; onClicked: dialog.open() }
            T.TextArea {
                id: input
                objectName: "chat.input"
                width: parent.width - send.width - clip.width - 2 * Theme.s1
                implicitHeight: Math.min(140, Math.max(Theme.touch, contentHeight + topPadding + bottomPadding))
                leftPadding: 18; rightPadding: 18; topPadding: 13; bottomPadding: 13
                clip: true
                font.family: Theme.sans
                font.pixelSize: Theme.px(15)
                color: Theme.ink
                selectionColor: Theme.brand
                selectedTextColor: Theme.brandInk
                wrapMode: TextEdit.Wrap
                selectByMouse: true
                Accessible.name: root.words.editing > 0 ? qsTr("Message that is changed") : qsTr("Message")
                text: root.words.text
                onTextChanged: root.words.text = text
                Keys.onReturnPressed: event => { if (event.modifiers & Qt.ShiftModifier) event.accepted = false; else root.send() }
                Keys.onEnterPressed: root.send()
                Keys.onShortcutOverride: event => event.accepted = event.key === Qt.Key_Escape && (root.words.editing > 0 || root.words.replyTo > 0)
                Keys.onEscapePressed: event => {
                    if (root.words.editing > 0)
                        root.words.leaveChange()
                    else if (root.words.replyTo > 0)
                        root.words.replyTo = 0
                    else
                        event.accepted = false
                }
                background: Rectangle {
                    radius: 24
                    color: Theme.page
                    border.width: Theme.hairline
                    border.color: root.words.hidden !== "" ? Theme.warn : input.activeFocus ? Theme.brand : Theme.line
                    Label { x: 18; anchors.verticalCenter: parent.verticalCenter; visible: input.length === 0; text: qsTr("Message"); color: Theme.inkFaint; Accessible.ignored: true }
                }
            }
            IconButton { id: send; objectName: "chat.send"; anchors.bottom: parent.bottom; iconName: root.words.editing > 0 ? "check" : "send"; iconSize: 20; color: Theme.brandInk; disc: Theme.brand; discSize: 44; text: root.words.editing > 0 ? qsTr("Save the change") : qsTr("Send"); enabled: root.words.sendable; onClicked: root.send() }
        }
    }
    Connections {
        target: root.words
        function onChanged() {
            const sources = root.words.photos
            if (photos.count !== sources.length) {
                photos.clear()
                sources.forEach((source, at) => photos.append({ key: String(at), source: String(source), state: "ready", progress: 0, errorText: "" }))
            }
            if (root.words.editing !== column.editing) {
                column.editing = root.words.editing
                if (column.editing > 0)
                    Qt.callLater(() => { root.stand(); input.cursorPosition = input.length })
            }
        }
    }
    PhotoDialog { id: dialog; onChosen: files => root.attach(files) }
    BounceSheet {
        id: bounce
        writer: root.words
        onEdited: { root.stand(); input.select(root.words.hiddenStart, root.words.hiddenEnd) }
        onAllowed: { root.words.allow(); root.words.send(); root.stand() }
    }
}
