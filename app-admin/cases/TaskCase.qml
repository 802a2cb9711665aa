import QtQuick
import CarGo.Ui
import CarGo.Client

// Money that needs a hand: what the bank was asked, what it said, and whether it is tried again.
CaseBody {
    id: root
    readonly property bool open: (facts.resolved_at ?? null) === null
    wordsLabel: qsTr("Why, for the record")
    choices: open ? [ { value: "retry", text: qsTr("Try the failed step again"), words: true, note: false }, { value: "done", text: qsTr("It was settled elsewhere: nothing moves"), words: true, note: false } ] : []
    userId: ""
    Flickable {
        anchors.fill: parent
        contentHeight: column.height + Theme.s5
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        Column {
            id: column
            width: parent.width
            spacing: Theme.s3
            Card {
                width: parent.width
                spacing: Theme.s1
                Label { width: parent.width; role: "heading"; wrapMode: Text.Wrap; text: root.facts.kind ?? Words.caseName(root.row) }
                Label { visible: text !== ""; width: parent.width; wrapMode: Text.Wrap; text: root.facts.detail ?? "" }
                FactRow { width: parent.width; name: qsTr("Waits since"); value: Words.moment(root.facts.created_at) }
                FactRow { visible: !root.open; width: parent.width; name: qsTr("Decided by"); value: root.facts.resolved_by ? root.facts.resolved_by.name + " · " + Words.moment(root.facts.resolved_at) : "" }
                FactRow { visible: (root.facts.deal ?? null) !== null; width: parent.width; name: qsTr("The deal"); value: root.facts.deal ? root.facts.deal.number + " · " + Words.deal(root.facts.deal.status) + " · " + Words.money(root.facts.deal.amount) : "" }
                Button { visible: (root.facts.deal ?? null) !== null; kind: "text"; x: -Theme.s3; text: qsTr("The deal"); onClicked: Nav.go("deal", { dealId: root.facts.deal.id }) }
            }
            Label { visible: (root.facts.operations ?? []).length > 0; role: "label"; text: qsTr("What the bank was asked") }
            Repeater {
                model: root.facts.operations ?? []
                Card {
                    id: step
                    required property var modelData
                    width: parent.width
                    padding: Theme.s3
                    spacing: 2
                    Flow { width: parent.width; spacing: Theme.s2; Badge { tone: step.modelData.state === "succeeded" ? "good" : step.modelData.state === "failed" ? "danger" : "warn"; text: Books.order(step.modelData.kind) + " · " + Books.state(step.modelData.state) } Badge { tone: "plain"; text: Words.money(step.modelData.amount) } }
                    Label { width: parent.width; role: "second"; wrapMode: Text.Wrap; text: [step.modelData.provider, qsTr("tries: %1").arg(step.modelData.attempts), step.modelData.last_error ?? "", Words.moment(step.modelData.created_at)].filter(words => words !== "").join(" · ") }
                }
            }
        }
    }
}
