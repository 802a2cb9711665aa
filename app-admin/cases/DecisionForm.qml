import QtQuick
import CarGo.Ui
import CarGo.Client
import CarGo.Desk

// A decision about a case: what, why, what the user will read, and what stays among the staff. It is kept while it is typed,
// and where the case moved on meanwhile, what was typed stays.
Column {
    id: root
    required property CaseViewModel vm
    property var choices: []               // [{value, text, reason, words, against, term, forGood, note, quiet}]: what each of them needs
    property var reasons: []               // [{value, text, told}]: `told` is what the user reads where we write nothing
    property var extra: ({})               // what else the case's own pane adds to the order
    property string needed                 // what is still missing there; empty: nothing
    property string caseName
    property string choiceName: "decision" // of the field of the order
    property bool bothLanguages: false     // both sides read it, each in his own
    property string wordsLabel             // of what is written, where it is not for the user
    property var against: []               // [{value, text, detail}]
    property bool previewed: false
    property string choice
    property string reason
    property string whom
    property alias words: ours.text
    property alias english: toldEnglish.text
    property alias note: staffNote.text
    property string movedText
    readonly property var chosen: choices.find(one => one.value === choice) ?? null
    readonly property string waits: { Decisions.waiting; return Decisions.stateOf(vm.key) }
    readonly property bool locked: vm.claim === "theirs" || waits === "held" || waits === "sending"
    readonly property var told: { const one = reasons.find(r => r.value === reason); return chosen !== null && chosen.reason && one && one.told ? one.told : null }
    readonly property bool standard: told !== null && words.trim() === "" // the reason's own words go to the user
    readonly property string missing: chosen === null ? qsTr("Choose a decision.") : chosen.against && whom === "" ? qsTr("Choose whom it is about.") : chosen.reason && reason === "" ? qsTr("Choose a reason.") : chosen.words && !standard && (words.trim().length < 3 || (bothLanguages && english.trim().length < 3)) ? (wordsLabel !== "" ? qsTr("Write why.") : qsTr("Write what the user will read.")) : needed
    readonly property string off: vm.claim === "theirs" ? (vm.holder !== "" ? qsTr("%1 works on this case. You can look; deciding is off until it is let go.").arg(vm.holder) : qsTr("A colleague works on this case. You can look; deciding is off until it is let go.")) : ""

    function begin() { if (choices.length > 0 && !locked) pick.nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason) }
    function submit() {
        if (locked || missing !== "")
            return false
        movedText = ""
        const body = Object.assign({}, extra)
        body[choiceName] = choice
        if (chosen.reason)
            body.reason_code = reason
        if (chosen.against)
            body.user_id = whom
        if (chosen.term && term.until() !== null)
            body.until = term.until()
        if (words.trim() !== "" && chosen.quiet !== true)
            body.text = bothLanguages ? { ru: words.trim(), en: english.trim() } : words.trim()
        if (note.trim() !== "" && chosen.note !== false)
            body.note = note.trim()
        vm.decide(Queues.decide(vm.queue, vm.itemId), body, chosen.text + (caseName !== "" ? ": " + caseName : ""))
        return true
    }
    function fill(body) { choice = body[choiceName] ?? ""; reason = body.reason_code ?? ""; whom = body.user_id ?? ""; words = bothLanguages ? body.text.ru : body.text ?? ""; english = bothLanguages ? body.text.en : ""; note = body.note ?? "" }
    function empty() { choice = ""; reason = ""; whom = ""; words = ""; english = ""; note = ""; draft.clear() }
    spacing: Theme.s3
    Draft { id: draft; key: root.choices.length > 0 ? "desk/case/" + root.vm.key : ""; target: root; properties: ["choice", "reason", "whom", "words", "english", "note"] }
    Connections {
        target: Decisions
        function onTakenBack(key, body) { if (key === root.vm.key) root.fill(body) }
        function onSent(key) { if (key === root.vm.key) { root.empty(); root.movedText = "" } }
        function onRefused(key, detail, text) { if (key === root.vm.key) { root.movedText = text; root.vm.reload(); root.vm.take() } }
    }
    Connections { target: root.vm; function onCaseChanged() { root.movedText = "" } }
    Label { role: "bar"; text: qsTr("Decision"); Accessible.role: Accessible.Heading }
    Banner { objectName: "decision.off"; visible: root.off !== ""; width: parent.width; tone: "warn"; iconName: "lock"; text: root.off }
    Banner { objectName: "decision.moved"; visible: root.movedText !== ""; width: parent.width; tone: "danger"; title: qsTr("The case is not what it was"); text: root.movedText + " " + qsTr("What you typed is still here.") }
    RadioGroup { id: pick; objectName: "decision"; width: parent.width; enabled: !root.locked; model: root.choices; value: root.choice; onChosen: value => root.choice = value }
    RadioGroup { objectName: "decision.whom"; visible: root.chosen !== null && root.chosen.against === true; enabled: !root.locked; width: parent.width; label: qsTr("Whom it is about"); model: root.against; value: root.whom; onChosen: value => root.whom = value }
    TermChoice { id: term; objectName: "decision.term"; visible: root.chosen !== null && root.chosen.term === true; enabled: !root.locked; width: parent.width; forGood: root.chosen !== null && root.chosen.forGood === true }
    Select { objectName: "decision.reason"; visible: root.chosen !== null && root.chosen.reason === true; enabled: !root.locked; width: parent.width; label: qsTr("Reason"); model: root.reasons; value: root.reason; onChosen: value => root.reason = value }
    TextArea { id: ours; objectName: "decision.text"; visible: root.chosen !== null && root.chosen.quiet !== true; enabled: !root.locked; width: parent.width; maximumLength: root.chosen !== null && root.chosen.against === true ? 1000 : 2000; minimumLines: 3; label: root.wordsLabel !== "" ? root.wordsLabel : root.bothLanguages ? qsTr("Both sides read, in Russian") : qsTr("The user reads"); placeholder: root.wordsLabel !== "" ? "" : root.told !== null ? qsTr("Empty: the words of the reason") : qsTr("Plain words: what happened and what he can do now"); Keys.onPressed: event => { event.accepted = event.key === Qt.Key_Return && (event.modifiers & Qt.ControlModifier); if (event.accepted) root.submit() } }
    TextArea { id: toldEnglish; objectName: "decision.english"; visible: root.chosen !== null && root.bothLanguages; enabled: !root.locked; width: parent.width; minimumLines: 3; label: qsTr("Both sides read, in English") }
    ToldPreview { visible: root.previewed && root.chosen !== null && known; width: parent.width; head: root.chosen !== null ? root.chosen.text : ""; words: root.words.trim(); told: root.told; mayAppeal: root.chosen !== null && root.chosen.reason === true }
    TextArea { id: staffNote; objectName: "decision.note"; visible: root.chosen !== null && root.chosen.note !== false; enabled: !root.locked; width: parent.width; minimumLines: 2; label: qsTr("Note for staff"); placeholder: qsTr("Only colleagues see it") }
    Label { visible: root.choice !== "" && root.missing !== "" && !root.locked; width: parent.width; role: "second"; wrapMode: Text.WordWrap; text: root.missing }
    Button { objectName: "decision.submit"; width: parent.width; text: root.waits === "held" ? qsTr("It is sent in a few seconds") : root.chosen !== null ? root.chosen.text : qsTr("Decide"); enabled: !root.locked && root.missing === ""; busy: root.waits === "sending"; onClicked: root.submit() }
}
