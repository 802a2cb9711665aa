import QtQuick
import CarGo.Ui
import CarGo.Client
import CarGo.Desk

// Documents of somebody who wants to be confirmed: looked at closely, one after the other, each look with a reason on record.
CaseBody {
    id: root
    readonly property var documents: facts.documents ?? []
    property int at: 0
    readonly property var document: documents[at] ?? null
    property var shown: ({})               // pictures that were revealed, by id; gone with the case
    property var faults: ({})              // by id of a document: why it has to be taken again
    property var ticked: ({})
    readonly property bool open: facts.status === "in_review"
    readonly property var checks: [
        { key: "legible", text: qsTr("Everything can be read, nothing is cut off") },
        { key: "genuine", text: qsTr("Print, photo and stamps look genuine") },
        { key: "valid", text: qsTr("The documents are valid today") },
        { key: "face", text: qsTr("The face is the one of the document") },
        { key: "name", text: qsTr("The name agrees with the account") } ]
    readonly property int faulty: Object.keys(faults).length
    readonly property int done: checks.filter(one => ticked[one.key]).length

    function path(id) { return "admin/kyc/applications/" + vm.itemId + "/documents/" + id + "/reveal" }
    function setFault(id, word) { const next = Object.assign({}, faults); if (word === "") delete next[id]; else next[id] = word; faults = next }
    userId: facts.user ? facts.user.id : row.user ? row.user.id : ""
    choices: open ? [ { value: "approve", text: qsTr("Confirm the identity") }, { value: "retry", text: qsTr("Ask for pictures again (retry)") }, { value: "reject", text: qsTr("Refuse for good (final)"), reason: true, words: true } ] : []
    reasons: ["underage", "forged", "mismatch", "duplicate_account", "other"].map(word => ({ value: word, text: Words.code(word) }))
    extra: choice === "retry" ? ({ documents: faults }) : ({})
    needed: choice === "approve" ? (faulty > 0 ? qsTr("A document is marked as faulty.") : done < checks.length ? qsTr("Go through the checklist first.") : "") : choice === "retry" && faulty === 0 ? qsTr("Say what is wrong with which document.") : ""
    function begin() { shown = {}; faults = {}; ticked = {}; at = 0 }
    Connections { target: Decisions; function onSent(key) { if (key === root.vm.key) root.begin() } function onTakenBack(key, body) { if (key === root.vm.key && body.documents) root.faults = body.documents } }
    Connections {
        target: root.vm
        function onCaseChanged() { root.begin() }
        function onRevealed(path, picture) { const one = root.documents.find(d => root.path(d.id) === path); if (one) { const next = Object.assign({}, root.shown); next[one.id] = picture; root.shown = next } }
    }
    Flickable {
        id: scroll
        anchors.fill: parent
        contentHeight: foot.y + foot.height
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        Column {
            id: head
            width: parent.width
            spacing: Theme.s2
            Flow {
                width: parent.width
                spacing: Theme.s2
                Badge { tone: root.open ? "info" : root.facts.status === "approved" ? "good" : "plain"; text: Words.code(root.facts.status ?? "") }
                Badge { visible: (root.facts.submissions ?? 0) > 1; tone: "plain"; text: qsTr("Handed in %n time(s)", "", root.facts.submissions ?? 0) }
                Badge { visible: (root.facts.missing ?? []).length > 0; tone: "warn"; text: qsTr("Missing: %1").arg((root.facts.missing ?? []).map(kind => Words.document(kind)).join(", ")) }
            }
            Label { visible: (root.facts.text ?? "") !== ""; width: parent.width; role: "second"; wrapMode: Text.WordWrap; text: qsTr("Told last: %1").arg(root.facts.text ?? "") }
            Label { visible: (root.facts.note ?? "") !== ""; width: parent.width; role: "second"; wrapMode: Text.WordWrap; text: qsTr("Note: %1").arg(root.facts.note ?? "") }
            Tabs { objectName: "kyc.documents"; width: parent.width; name: qsTr("Documents"); value: String(root.at); onChosen: value => root.at = Number(value); model: root.documents.map((one, index) => ({ value: String(index), text: Words.document(one.kind) })) }
        }
        DocumentViewer { id: viewer; objectName: "kyc.viewer"; y: head.height + Theme.s2; width: parent.width; height: Math.max(Theme.px(260), scroll.height - head.height - foot.height - Theme.s2 - Theme.s3); source: root.document ? root.shown[root.document.id] ?? "" : ""; busy: root.vm.busy; onAsked: why.ask() }
        Flow {
            id: foot
            y: viewer.y + viewer.height + Theme.s3
            width: parent.width
            spacing: Theme.s5
            Column {
                width: Math.max(Theme.px(220), (foot.width - Theme.s5) * 0.42)
                spacing: Theme.s1
                visible: root.document !== null
                Label { role: "label"; text: qsTr("This document") }
                Flow { width: parent.width; spacing: Theme.s1; Label { role: "caption"; text: root.document ? root.document.width + " × " + root.document.height : "" } Repeater { model: root.document ? root.document.warnings : []; Badge { required property string modelData; tone: "warn"; text: modelData === "small" ? qsTr("Small picture") : modelData === "blurred" ? qsTr("May be blurred") : modelData === "glare" ? qsTr("May have glare") : qsTr("May be dark") } } }
                Select { objectName: "kyc.fault"; enabled: root.open; width: parent.width; placeholder: qsTr("Nothing is wrong with it"); model: [ { value: "", text: qsTr("Nothing is wrong with it") } ].concat(Words.faults.map(word => ({ value: word, text: Words.fault(word) }))); value: root.document ? root.faults[root.document.id] ?? "" : ""; onChosen: value => root.setFault(root.document.id, value) }
            }
            Column {
                width: Math.min(foot.width, Math.max(Theme.px(240), (foot.width - Theme.s5) * 0.56))
                Label { role: "label"; text: qsTr("Checklist, %1 of %2").arg(root.done).arg(root.checks.length) }
                Repeater {
                    model: root.checks
                    CheckBox {
                        required property var modelData
                        objectName: "kyc.check." + modelData.key
                        width: parent.width
                        enabled: root.open
                        text: modelData.text
                        checked: root.ticked[modelData.key] === true
                        onClicked: { const next = Object.assign({}, root.ticked); next[modelData.key] = checked; root.ticked = next }
                    }
                }
            }
        }
    }
    Sheet {
        id: why
        objectName: "revealSheet"
        title: qsTr("Why do you look at it?")
        maximumWidth: 440
        function ask() { open(); reason.forceActiveFocus() }
        Label { width: parent.width; wrapMode: Text.WordWrap; color: Theme.inkSoft; text: qsTr("The picture is decrypted for you alone. Who looked, when and why is written into the audit.") }
        TextField { id: reason; objectName: "reveal.reason"; width: parent.width; label: qsTr("Reason"); text: qsTr("Checking the application"); maximumLength: 500; onAccepted: show.clicked() }
        footer: Button { id: show; objectName: "reveal.show"; width: parent.width; text: qsTr("Show"); enabled: reason.text.trim().length >= 3; onClicked: { root.vm.reveal(root.path(root.document.id), { reason: reason.text.trim() }); why.close() } }
    }
}
