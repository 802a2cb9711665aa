import QtQuick
import CarGo.Ui
import CarGo.Client
import CarGo.Desk

// A question to the support: the talk, and an answer below it. An answer may close it.
CaseBody {
    id: root
    readonly property string talk: "tickets/" + vm.itemId + "/messages"
    readonly property bool open: (facts.status ?? "") !== "closed"

    function reply() { words.forceActiveFocus() }
    function send(close) {
        if (words.text.trim() !== "" && !messages.busy)
            messages.give("POST", talk, { body: words.text.trim(), close: close })
    }
    userId: facts.user ? facts.user.id : facts.opened_by ?? (row.user ? row.user.id : "")
    RecordsViewModel {
        id: messages
        path: root.talk
        onGiven: { words.text = ""; draft.clear(); messages.reload(); root.vm.reload() }
        onFailed: text => Nav.tell(text, { tone: "danger" })
    }
    Draft { id: draft; key: "desk/reply/" + root.vm.itemId; target: words; properties: ["text"] }
    Column {
        id: head
        width: parent.width
        spacing: Theme.s1
        Flow { width: parent.width; spacing: Theme.s2; Badge { tone: root.open ? "info" : "plain"; text: Words.code(root.facts.status ?? "open") } Label { role: "second"; text: root.facts.number ?? root.row.detail ?? "" } }
        Label { width: parent.width; role: "bar"; wrapMode: Text.Wrap; text: root.facts.subject ?? root.row.title ?? "" }
        Button { visible: (root.row.deal_id ?? null) !== null; kind: "text"; x: -Theme.s3; text: qsTr("The deal"); onClicked: Nav.go("deal", { dealId: root.row.deal_id }) }
    }
    ListView {
        id: list
        anchors { top: head.bottom; topMargin: Theme.s2; left: parent.left; right: parent.right; bottom: writer.top; bottomMargin: Theme.s3 }
        clip: true
        spacing: Theme.s2
        model: messages.model
        boundsBehavior: Flickable.StopAtBounds
        onCountChanged: positionViewAtEnd()
        delegate: Rectangle {
            id: bubble
            required property var modelData
            readonly property bool ours: modelData.from_staff === true
            x: ours ? list.width - width : 0
            width: Math.min(list.width * 0.84, Math.max(said.implicitWidth, when.implicitWidth) + 2 * Theme.s3)
            height: inner.height + 2 * Theme.s2
            radius: Theme.radiusPhoto
            color: ours ? Theme.brandSoft : Theme.surface
            border.width: ours ? 0 : Theme.hairline
            border.color: Theme.line
            Column {
                id: inner
                x: Theme.s3
                y: Theme.s2
                width: parent.width - 2 * x
                Label { id: said; width: parent.width; size: 14; wrapMode: Text.Wrap; color: bubble.ours ? Theme.brandSoftInk : Theme.ink; text: bubble.modelData.body }
                Label { id: when; width: parent.width; role: "caption"; color: bubble.ours ? Theme.brandSoftInk : Theme.inkSoft; text: (bubble.ours ? qsTr("We") + " · " : "") + Words.moment(bubble.modelData.created_at) }
            }
        }
    }
    Column {
        id: writer
        anchors.bottom: parent.bottom
        width: parent.width
        spacing: Theme.s2
        TextArea { id: words; objectName: "ticket.words"; width: parent.width; minimumLines: 3; maximumLength: 8000; readOnly: root.vm.claim === "theirs"; placeholder: qsTr("Your answer"); Keys.onPressed: event => { event.accepted = event.key === Qt.Key_Return && (event.modifiers & Qt.ControlModifier); if (event.accepted) root.send(false) } }
        Flow {
            width: parent.width
            spacing: Theme.s2
            Button { objectName: "ticket.send"; text: qsTr("Send"); busy: messages.busy; enabled: words.text.trim() !== "" && root.vm.claim !== "theirs"; onClicked: root.send(false) }
            Button { objectName: "ticket.sendClose"; kind: "outline"; text: qsTr("Send and close"); enabled: words.text.trim() !== "" && root.vm.claim !== "theirs" && !messages.busy; onClicked: root.send(true) }
            MacroButton { onChosen: text => words.input.insert(words.input.cursorPosition, text); values: ({ name: root.row.user ? root.row.user.display_name : "", number: root.facts.number ?? root.row.detail ?? "", agent: Session.user.display_name ?? "" }) }
        }
    }
}
