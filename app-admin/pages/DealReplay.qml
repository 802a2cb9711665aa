import QtQuick
import CarGo.Ui
import CarGo.Client
import CarGo.Desk

// A deal over time: each event and entry in its order, and the balances after it.
Card {
    id: root
    required property string dealId
    readonly property var steps: vm.facts.items ?? []
    property int at: -1
    readonly property var step: steps[Math.min(at < 0 ? steps.length - 1 : at, steps.length - 1)] ?? null

    property bool wanted: false            // the look is in the audit: nobody has it by the way
    visible: vm.phase !== ViewModel.Failed
    spacing: Theme.s2
    RecordViewModel { id: vm; path: root.wanted ? "admin/deals/" + root.dealId + "/replay" : "" }
    Label { role: "bar"; text: qsTr("Replay"); Accessible.role: Accessible.Heading }
    Button { objectName: "deal.replay.show"; visible: !root.wanted; kind: "tonal"; text: qsTr("Show it step by step"); onClicked: root.wanted = true }
    Slider { objectName: "deal.replay"; visible: root.steps.length > 0; width: parent.width; label: qsTr("Step %1 of %2").arg((root.at < 0 ? root.steps.length - 1 : root.at) + 1).arg(root.steps.length); valueText: root.step ? Words.moment(root.step.at) : ""; from: 0; to: Math.max(1, root.steps.length - 1); stepSize: 1; value: root.at < 0 ? root.steps.length - 1 : root.at; onMoved: value => root.at = Math.round(value) }
    Label { visible: root.step !== null; width: parent.width; wrapMode: Text.Wrap; text: root.step ? (root.step.event ? root.step.event.to ? Words.deal(root.step.event.to) : root.step.event.event ?? "" : root.step.entry ? qsTr("Entry") + ": " + Books.entry(root.step.entry.kind) : "") : "" }
    Repeater {
        model: root.step ? Object.keys(root.step.balances) : []
        FactRow { required property string modelData; width: parent.width; name: Books.account(modelData); value: Figures.money(root.step.balances[modelData], vm.facts.currency) }
    }
}
