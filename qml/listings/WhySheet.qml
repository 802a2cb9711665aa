import QtQuick
import CarGo.Ui
import CarGo.Client
import CarGo.Listings

// Why a car stands where it stands among the results: what gave it how much, and what would lift it.
Sheet {
    id: root
    function ask(query, listingId) {
        vm.ask(query, listingId)
        open()
    }
    objectName: "why.sheet"
    title: qsTr("Why it is here")
    WhyViewModel { id: vm }
    StateView {
        width: parent.width
        phase: vm.phase === ViewModel.Failed ? "error" : vm.phase === ViewModel.Empty ? "empty" : vm.phase === ViewModel.Ready ? "ready" : "loading"
        skeleton: Component { SkeletonList { rows: 3 } }
        emptyIcon: "search_off"
        emptyTitle: qsTr("The list has changed meanwhile")
        emptyText: qsTr("Search once more, and the reasons are told.")
        trouble: vm.trouble
        onRetried: root.close()
    }
    Label { objectName: "why.summary"; visible: text !== ""; width: parent.width; wrapMode: Text.WordWrap; text: vm.summary }
    Banner { objectName: "why.movedDown"; visible: text !== ""; width: parent.width; iconName: "arrow_downward"; text: vm.movedDown }
    Column {
        width: parent.width
        spacing: Theme.s2
        visible: vm.personal !== ""
        Banner { objectName: "why.personal"; width: parent.width; iconName: "person"; text: vm.personal }
        Switch { objectName: "why.switch"; width: parent.width; text: qsTr("Choose by what I do"); detail: Settings.personalPicks ? qsTr("Off: everybody sees the same order.") : qsTr("Off from the next search on"); checked: Settings.personalPicks; onToggled: Settings.personalPicks = checked }
    }
    Column {
        width: parent.width
        spacing: Theme.s3
        visible: vm.factors.length > 0
        Repeater {
            model: vm.factors
            Column {
                id: factor
                required property var modelData
                required property int index
                objectName: "why.factor." + index
                width: parent.width
                spacing: Theme.s1
                Accessible.role: Accessible.StaticText
                Accessible.name: modelData.text + ", " + modelData.detail + ", " + qsTr("%n point(s)", "", modelData.points)
                FactRow { width: parent.width; name: factor.modelData.text; value: "+" + factor.modelData.points; Accessible.ignored: true }
                ProgressBar { width: parent.width; value: factor.modelData.share; Accessible.ignored: true }
                Label { role: "second"; size: 13; width: parent.width; wrapMode: Text.WordWrap; text: factor.modelData.detail; Accessible.ignored: true }
            }
        }
    }
    Column {
        width: parent.width
        spacing: Theme.s1
        visible: vm.lifts.length > 0
        Label { role: "heading"; size: 16; width: parent.width; wrapMode: Text.WordWrap; text: qsTr("What would lift it") }
        Repeater {
            model: vm.lifts
            FactRow {
                required property var modelData
                required property int index
                objectName: "why.lift." + index
                width: parent.width
                name: modelData.passes ? qsTr("%1, and it would pass the one above").arg(modelData.text) : modelData.text
                value: "+" + modelData.points
            }
        }
    }
    Button { objectName: "why.help"; width: parent.width; kind: "text"; text: qsTr("How the order is made"); onClicked: { root.close(); Nav.go("helpText", { slug: "search", anchor: "weights" }) } }
}
