import QtQuick
import CarGo.Ui
import CarGo.Client
import CarGo.Help

// Help and rules, with a search over their words.
Page {
    id: root
    title: qsTr("Help and rules")
    back: true
    source: vm
    contentMaximum: 640
    HelpViewModel { id: vm }
    Timer { id: soon; interval: 250; onTriggered: vm.words = field.text }
    SearchField { id: field; objectName: "help.words"; x: root.side; width: parent.width - 2 * root.side; name: qsTr("Search in help"); onTextEdited: soon.restart(); Keys.onDownPressed: list.forceActiveFocus() }
    ListView {
        id: list
        objectName: "help.list"
        anchors { top: field.bottom; topMargin: Theme.s2; left: parent.left; right: parent.right; bottom: parent.bottom }
        leftMargin: root.side
        onLeftMarginChanged: contentX = -leftMargin
        rightMargin: root.side
        bottomMargin: Theme.s4
        spacing: Theme.s2
        clip: true
        model: vm.items
        delegate: Card {
            id: row
            required property var modelData
            width: list.width - 2 * root.side
            padding: 4
            ListRow { objectName: "help." + row.modelData.slug; width: parent.width; iconName: row.modelData.agreement ? "description" : "help_outline"; text: row.modelData.title; detail: row.modelData.excerpt; detailLines: 2; onClicked: Nav.go("helpText", { slug: row.modelData.slug, anchor: vm.words !== "" ? row.modelData.anchor : "" }) }
        }
    }
    SkeletonList { visible: vm.phase === ViewModel.Loading; x: root.side; y: list.y; width: parent.width - 2 * root.side }
    EmptyState { visible: vm.phase === ViewModel.Ready && vm.items.length === 0; anchors.centerIn: list; iconName: "search_off"; title: qsTr("Nothing with these words"); text: qsTr("Try other words, or ask support.") }
    ErrorState { visible: vm.phase === ViewModel.Failed; anchors.centerIn: parent; trouble: vm.trouble; onRetry: vm.reload(); onBack: Nav.back() }
}
