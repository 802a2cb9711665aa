import QtQuick
import CarGo.Ui
import CarGo.Client
import CarGo.Desk

// A list of the desk as a table: a filter over it, pages that come as one scrolls.
DeskPage {
    id: root
    property alias path: vm.path
    property var filters: ({})             // besides the words
    property string wordsName: "q"         // of the filter in the query; empty: there is none
    property string wordsLabel: qsTr("Filter by words")
    property alias columns: table.columns
    property string emptyTitle: qsTr("Nothing here")
    property alias table: table
    property alias rows: vm
    property alias tools: more.data
    signal opened(var row)

    source: vm
    Keys.onPressed: event => { event.accepted = event.key === Qt.Key_Slash && field.visible; if (event.accepted) field.forceActiveFocus() }
    RecordsViewModel { id: vm; query: { const all = Object.assign({}, root.filters); if (root.wordsName !== "" && soon.words !== "") all[root.wordsName] = soon.words; return all } }
    Timer { id: soon; property string words; interval: 300; onTriggered: words = field.text.trim() }
    actions: IconButton { objectName: "records.reload"; iconName: "refresh"; text: qsTr("Read again"); onClicked: vm.reload() }
    Flow {
        id: head
        x: Theme.s5
        width: parent.width - 2 * x
        spacing: Theme.s3
        SearchField { id: field; objectName: "records.filter"; visible: root.wordsName !== ""; width: Math.min(head.width, Theme.px(320)); name: root.wordsLabel; onTextEdited: soon.restart(); Keys.onDownPressed: table.view.forceActiveFocus() }
        Flow { id: more; width: Math.min(head.width, Math.max(0, head.width - field.width - Theme.s3)); spacing: Theme.s3 }
    }
    DataTable {
        id: table
        objectName: "records.table"
        anchors { top: head.bottom; topMargin: Theme.s3; left: parent.left; right: parent.right; bottom: parent.bottom; leftMargin: Theme.s5; rightMargin: Theme.s5; bottomMargin: Theme.s4 }
        focus: true
        name: root.title
        model: vm.model
        phase: vm.phase === ViewModel.Loading || vm.phase === ViewModel.Idle ? "loading" : vm.phase === ViewModel.Failed ? (vm.trouble.kind === "forbidden" ? "denied" : "error") : vm.phase === ViewModel.Empty ? "empty" : "ready"
        errorText: vm.errorText
        emptyTitle: root.emptyTitle
        onOpened: row => root.opened(vm.model.get(row).modelData)
        onRetried: vm.reload()
        readonly property bool nearEnd: view.contentY + 2 * view.height >= view.contentHeight
        onNearEndChanged: if (nearEnd) vm.more()
        onCountChanged: if (nearEnd) Qt.callLater(vm.more)
    }
}
