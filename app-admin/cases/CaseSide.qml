import QtQuick
import CarGo.Ui
import CarGo.Desk

// The right pane of a case: the decision, whom it is about with his whole history, and what colleagues wrote about it.
Rectangle {
    id: root
    required property CaseViewModel vm
    property var row: ({})
    property var body: null                // the middle pane; it says what can be decided
    readonly property string userId: body && body.userId ? body.userId : row.user ? row.user.id : ""

    function decide() { decision.begin() }
    function submit() { return decision.submit() } // false: something is missing
    function note() { notes.begin() }
    Binding { target: root.body; property: "choice"; value: decision.choice; when: root.body !== null }
    color: Theme.surface
    Rectangle { width: 1; height: parent.height; color: Theme.line }
    Rectangle { width: parent.width; height: 1; color: Theme.line }
    Flickable {
        id: view
        anchors { fill: parent; leftMargin: 1; topMargin: 1 }
        contentHeight: column.height + Theme.s6
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        Column {
            id: column
            x: Theme.s4
            y: Theme.s3
            width: parent.width - 2 * x
            spacing: Theme.s4
            DecisionForm {
                id: decision
                objectName: "decisionForm"
                visible: choices.length > 0
                width: parent.width
                vm: root.vm
                caseName: Words.caseName(root.row)
                choices: root.body ? root.body.choices : []
                reasons: root.body ? root.body.reasons : []
                extra: root.body ? root.body.extra : ({})
                needed: root.body ? root.body.needed : ""
                choiceName: root.body ? root.body.choiceName : "decision"
                bothLanguages: root.body !== null && root.body.bothLanguages
                wordsLabel: root.body ? root.body.wordsLabel : ""
                against: root.body ? root.body.against : []
                previewed: root.body !== null && root.body.previewed
            }
            PersonFacts { visible: root.userId !== ""; width: parent.width; userId: root.userId }
            CaseNotes { id: notes; width: parent.width; kind: Queues.subject(root.vm.queue); subject: root.vm.itemId }
        }
    }
}
