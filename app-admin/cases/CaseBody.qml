import QtQuick
import CarGo.Ui
import CarGo.Desk

// The middle pane of a case. What can be decided, and why, is said here; the right pane asks for it.
FocusScope {
    required property CaseViewModel vm
    property var row: ({})                 // of the queue
    readonly property var facts: vm.facts
    property string userId: row.user ? row.user.id : ""
    property var choices: []               // as DecisionForm takes them
    property var reasons: []
    property var extra: ({})
    property string needed
    property string choice                 // what is about to be decided
    property string wordsLabel
    property string choiceName: "decision"
    property bool bothLanguages: false
    property var against: []               // [{value, text, detail}]: whom an order may be about, where there are several
    property bool previewed: false         // the user reads it, so it is shown as he will
}
