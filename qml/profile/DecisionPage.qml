import QtQuick
import CarGo.Ui
import CarGo.Client
import CarGo.Profile

// What staff decided against you: the reason, the rule, and your word against it.
Page {
    id: root
    property string decisionId
    property string words // of an appeal that is being written
    readonly property bool open: vm.stage === "open"
    readonly property var said: vm.stage === "sent" ? { tone: "info", icon: "hourglass_empty", title: qsTr("Your appeal is being read"), text: qsTr("Somebody decides who did not make this decision. We tell you the answer.") }
        : vm.stage === "overturned" ? { tone: "good", icon: "check_circle", title: qsTr("Taken back"), text: vm.answer }
        : vm.stage === "upheld" ? { tone: "warn", icon: "gavel", title: qsTr("The decision stands"), text: vm.answer }
        : vm.stage === "late" ? { tone: "info", icon: "schedule", title: qsTr("The time to appeal is over"), text: qsTr("You can still write to support.") }
        : { tone: "info", icon: "info", title: "", text: "" }
    source: vm
    title: qsTr("Decision")
    back: true
    contentMaximum: 640
    footing: foot.visible ? foot.height : 0
    DecisionViewModel { id: vm; decisionId: root.decisionId; onFailed: text => Nav.tell(text, { tone: "danger" }); onAppealed: { draft.clear(); root.words = ""; Nav.tell(qsTr("Your appeal is with CarGo."), { tone: "good" }) } }
    Draft { id: draft; key: root.open ? "appeal/" + root.decisionId : ""; target: root; properties: ["words"] }
    SkeletonPage { visible: vm.phase === ViewModel.Loading; x: root.side; width: parent.width - 2 * root.side; photo: false }
    ErrorState { visible: vm.phase === ViewModel.Failed; anchors.centerIn: parent; trouble: vm.trouble; onRetry: vm.reload(); onBack: Nav.back(); onSignIn: Nav.askSignIn() }
    Flickable {
        visible: vm.phase === ViewModel.Ready
        anchors { fill: parent; bottomMargin: root.footing }
        contentHeight: column.height + Theme.s6
        Column {
            id: column
            x: root.side
            width: parent.width - 2 * root.side
            spacing: Theme.s3
            Card {
                width: parent.width
                spacing: Theme.s2
                Icon { name: "gavel"; size: 32; color: Theme.warn }
                Label { objectName: "decision.title"; width: parent.width; role: "heading"; text: vm.title; wrapMode: Text.WordWrap }
                Label { visible: text !== ""; width: parent.width; text: vm.text; wrapMode: Text.WordWrap }
                Label { visible: text !== ""; width: parent.width; role: "second"; text: vm.rule; wrapMode: Text.WordWrap }
                Label { width: parent.width; role: "second"; text: vm.holdsUntil > 0 ? qsTr("Decided %1, holds until %2").arg(Format.moment(vm.decidedAt)).arg(Format.moment(vm.holdsUntil)) : qsTr("Decided %1").arg(Format.moment(vm.decidedAt)); wrapMode: Text.WordWrap }
            }
            Banner { objectName: "decision.stage"; visible: title !== ""; width: parent.width; tone: root.said.tone; iconName: root.said.icon; title: root.said.title; text: root.said.text }
            Card {
                visible: vm.words !== ""
                width: parent.width
                spacing: Theme.s2
                Label { width: parent.width; role: "label"; text: qsTr("Your words"); wrapMode: Text.WordWrap }
                Label { objectName: "decision.words"; width: parent.width; text: vm.words; wrapMode: Text.WordWrap }
            }
            Card {
                visible: root.open
                width: parent.width
                spacing: Theme.s3
                Label { width: parent.width; role: "bar"; text: qsTr("You see it otherwise?"); wrapMode: Text.WordWrap }
                Label { width: parent.width; role: "second"; text: qsTr("You can appeal once, until %1. Somebody reads it who did not make this decision.").arg(Format.moment(vm.appealUntil)); wrapMode: Text.WordWrap }
                TextArea { id: words; objectName: "decision.appeal"; width: parent.width; label: qsTr("Why it is wrong"); maximumLength: 2000; text: root.words; onEdited: root.words = text }
            }
        }
    }
    ActionBar {
        id: foot
        visible: vm.phase === ViewModel.Ready && root.open
        anchors.bottom: parent.bottom
        side: root.side
        Button { objectName: "decision.send"; width: parent.width; text: qsTr("Appeal"); enabled: root.words.trim().length > 2; busy: vm.busy; onClicked: vm.appeal(root.words.trim()) }
    }
}
