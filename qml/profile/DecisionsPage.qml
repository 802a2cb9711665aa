import QtQuick
import CarGo.Ui
import CarGo.Client
import CarGo.Profile

// What CarGo decided about the user, the newest first; each has a page with its reason and the way to appeal.
Page {
    id: root
    source: vm
    title: qsTr("Decisions about you")
    back: true
    contentMaximum: 640
    DecisionsViewModel { id: vm }
    ListView {
        id: list
        objectName: "decisions.list"
        anchors.fill: parent
        leftMargin: root.side
        onLeftMarginChanged: contentX = -leftMargin // a view keeps its place when its margin changes
        rightMargin: root.side
        topMargin: Theme.s2
        bottomMargin: Theme.s4
        spacing: Theme.s2
        model: vm.model
        delegate: Card {
            id: row
            required property var model
            width: list.width - 2 * root.side
            padding: 4
            ListRow { objectName: "decisions." + row.model.decisionId; width: parent.width; iconName: row.model.overturned ? "check_circle" : "gavel"; text: row.model.title; detail: [row.model.moment, row.model.overturned ? qsTr("taken back") : row.model.appealText !== "" && row.model.answer === "" ? qsTr("your appeal is being read") : row.model.mayAppeal ? qsTr("you may appeal") : ""].filter(words => words !== "").join(" · "); onClicked: Nav.go("decision", { decisionId: row.model.decisionId }) }
        }
    }
    SkeletonList { visible: vm.phase === ViewModel.Loading; x: root.side; width: parent.width - 2 * root.side }
    EmptyState { visible: vm.phase === ViewModel.Empty; anchors.centerIn: parent; iconName: "gavel"; title: qsTr("Nothing was decided about you"); text: qsTr("Should CarGo ever block a listing, or anything else of yours, it stands here with the reason.") }
    ErrorState { visible: vm.phase === ViewModel.Failed; anchors.centerIn: parent; trouble: vm.trouble; onRetry: vm.reload(); onBack: Nav.back(); onSignIn: Nav.askSignIn() }
}
