import QtQuick
import CarGo.Ui
import CarGo.Client
import CarGo.Desk

// A question to the support: the talk, and an answer below it. An answer may close it.
CaseBody {
    id: root
    readonly property var ticket: facts.ticket ?? ({})
    readonly property var deal: facts.deal ?? null
    readonly property bool open: ticket.status !== "closed"
    readonly property bool idle: !vm.busy && vm.claim !== "theirs"

    function reply() { words.forceActiveFocus() }
    function send(close) {
        if (words.text.trim() !== "" && idle)
            vm.give("POST", "tickets/" + vm.itemId + "/messages", { body: words.text.trim(), close: close })
    }
    userId: facts.user ? facts.user.id : ""
    Connections {
        target: root.vm
        function onGiven(path) { if (path.endsWith("/messages")) { words.text = ""; draft.clear() } root.vm.reload() }
    }
    Draft { id: draft; key: "desk/reply/" + root.vm.itemId; target: words; properties: ["text"] }
    Column {
        id: head
        width: parent.width
        spacing: Theme.s1
        Flow { width: parent.width; spacing: Theme.s2; Badge { tone: root.open ? "info" : "plain"; text: Words.code(root.ticket.status ?? "open") } Badge { visible: root.ticket.kind === "safety"; tone: "danger"; text: qsTr("Safety stop") } Label { role: "second"; text: root.ticket.number ?? "" } }
        Label { width: parent.width; role: "bar"; wrapMode: Text.Wrap; text: root.ticket.subject ?? "" }
        Button { visible: root.deal !== null; kind: "text"; x: -Theme.s3; text: root.deal ? root.deal.number + " · " + Words.deal(root.deal.status) : ""; onClicked: Nav.go("deal", { dealId: root.deal.id }) }
    }
    ListView {
        id: list
        anchors { top: head.bottom; topMargin: Theme.s2; left: parent.left; right: parent.right; bottom: writer.top; bottomMargin: Theme.s3 }
        clip: true
        spacing: Theme.s2
        model: root.facts.messages ?? []
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
                PhotoRow { visible: photos.length > 0; width: parent.width; photos: bubble.modelData.attachments.map(id => Pictures.at("/api/v1/media/" + id + "/card")); onOpened: at => large.show(photos, at) }
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
            Button { objectName: "ticket.send"; text: qsTr("Send"); busy: root.vm.busy; enabled: words.text.trim() !== "" && root.idle; onClicked: root.send(false) }
            Button { objectName: "ticket.sendClose"; kind: "outline"; text: qsTr("Send and close"); enabled: words.text.trim() !== "" && root.idle; onClicked: root.send(true) }
            Button { objectName: "ticket.close"; visible: root.open && words.text.trim() === ""; kind: "outline"; text: qsTr("Close without an answer"); enabled: root.idle; onClicked: root.vm.give("POST", "admin/tickets/" + root.vm.itemId + "/close") }
            MacroButton { onChosen: text => words.input.insert(words.input.cursorPosition, text); values: ({ name: root.facts.user ? root.facts.user.display_name : "", number: root.ticket.number ?? "", agent: Session.user.display_name ?? "" }) }
        }
    }
    PhotoViewer { id: large }
}
