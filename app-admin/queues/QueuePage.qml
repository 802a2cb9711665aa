import QtQuick
import CarGo.Ui
import CarGo.Client
import CarGo.Desk

// One queue as a table. The server sorts, filters and counts; here are the pages that somebody looked at.
DeskPage {
    id: root
    required property string queue
    property string part: "open"         // which part: open, mine, unclaimed, snoozed, overdue
    property string sortKey: "due_at"
    property bool descending: false
    property var hidden: []                // columns that are not wanted
    property string look                   // as it is kept on this device
    title: Queues.title(queue)
    source: vm
    function openRow(row) { const at = vm.model.get(row); if (at.id) Nav.go("case", { queue: root.queue, itemId: at.id }) }
    function firstFree() { const at = vm.rows.findIndex(row => !row.claim || row.claim.staff_id === Session.userId); return Math.max(0, at) }
    function chosen() { return table.selected.length > 0 ? table.selected : table.currentRow >= 0 ? [vm.model.get(table.currentRow).id] : [] }
    property bool keeping: false           // what is written down is what is there: nothing to be taken over from it
    function keep() { keeping = true; look = JSON.stringify({ hidden: hidden, widths: table.widths, sortKey: sortKey, descending: descending }); keeping = false }
    onLookChanged: {
        if (keeping)
            return
        const kept = look !== "" ? JSON.parse(look) : {}
        hidden = kept.hidden ?? []
        sortKey = kept.sortKey ?? "due_at"
        descending = kept.descending ?? false
        table.widths = kept.widths ?? {}
    }
    Keys.onPressed: event => {
        event.accepted = (event.modifiers & ~(Qt.ShiftModifier | Qt.KeypadModifier)) === 0
        if (!event.accepted)
            return
        switch (event.key) {
        case Qt.Key_Slash: filter.forceActiveFocus(); break
        case Qt.Key_A: if (chosen().length > 0) orders.ask("assign", chosen()); break
        case Qt.Key_S: if (chosen().length > 0) putOff.popup(Theme.s5, Theme.s8); break
        default: event.accepted = false
        }
    }
    Draft { key: "desk/queue/" + root.queue; target: root; properties: ["look"] }
    RecordsViewModel {
        id: vm
        path: "admin/queues/" + root.queue
        query: ({ sort: root.sortKey, order: root.descending ? "desc" : "asc", state: root.part, q: soon.words })
    }
    Timer { interval: 20000; repeat: true; running: root.visible && Session.signedIn; onTriggered: vm.refresh() }
    Timer { id: soon; property string words; interval: 250; onTriggered: words = filter.text.trim() }
    Connections { target: Decisions; function onSent(key) { if (key.startsWith(root.queue + "/")) vm.refresh() } }
    QueueViews { id: views; queue: root.queue; now: ({ part: root.part, sort: root.sortKey, descending: root.descending, words: soon.words }); onChosen: view => { root.part = view.part ?? "open"; root.sortKey = view.sort ?? "due_at"; root.descending = view.descending === true; filter.text = view.words ?? ""; soon.words = filter.text } }
    QueueOrders { id: orders; queue: root.queue; onDone: { table.setSelected([]); vm.reload() } }
    PutOffMenu { id: putOff; onChosen: until => orders.run("snooze", root.chosen(), { until: until }) }
    actions: [
        Button { objectName: "queue.next"; kind: "tonal"; text: qsTr("Next case"); enabled: vm.model.count > 0; onClicked: root.openRow(root.firstFree()) },
        IconButton { id: viewButton; objectName: "queue.views"; iconName: "bookmark_border"; text: qsTr("Views"); onClicked: views.popup(viewButton) },
        IconButton { id: columnButton; objectName: "queue.columns"; iconName: "view_list"; text: qsTr("Columns"); onClicked: columnMenu.popup(columnButton, 0, height) },
        IconButton { objectName: "queue.reload"; iconName: "refresh"; text: qsTr("Read again"); onClicked: vm.reload() } ]
    Menu {
        id: columnMenu
        title: qsTr("Columns")
        Instantiator {
            model: columns.all.slice(2)
            onObjectAdded: (at, item) => columnMenu.insertItem(at, item)
            onObjectRemoved: (at, item) => columnMenu.removeItem(item)
            delegate: MenuItem { required property var modelData; text: modelData.title; checkable: true; checked: root.hidden.indexOf(modelData.key) < 0; onTriggered: { root.hidden = root.hidden.indexOf(modelData.key) < 0 ? root.hidden.concat([modelData.key]) : root.hidden.filter(key => key !== modelData.key); root.keep() } }
        }
    }
    QueueColumns { id: columns }
    Flow {
        id: tools
        x: Theme.s5
        width: parent.width - 2 * x
        spacing: Theme.s3
        Tabs {
            objectName: "queue.state"
            name: qsTr("Which cases")
            side: Theme.s3
            width: Math.min(tools.width, implicitWidth)
            value: root.part
            onChosen: value => root.part = value
            model: [ { value: "open", text: qsTr("All") }, { value: "mine", text: qsTr("My own") }, { value: "unclaimed", text: qsTr("Free") }, { value: "overdue", text: qsTr("Overdue") }, { value: "snoozed", text: qsTr("Waiting") } ]
        }
        SearchField { id: filter; objectName: "queue.filter"; width: Math.min(tools.width, Theme.px(280)); name: qsTr("Filter by words"); onTextEdited: soon.restart(); onAccepted: table.view.forceActiveFocus(); Keys.onDownPressed: table.view.forceActiveFocus() }
        Label { visible: vm.total >= 0; role: "second"; height: filter.height; verticalAlignment: Text.AlignVCenter; text: qsTr("%n case(s)", "", vm.total) }
    }
    DataTable {
        id: table
        objectName: "queue.table"
        anchors { top: tools.bottom; topMargin: Theme.s3; left: parent.left; right: parent.right; bottom: bar.top; leftMargin: Theme.s5; rightMargin: Theme.s5; bottomMargin: bar.visible ? Theme.s2 : Theme.s4 }
        focus: true
        name: root.title
        selectable: true
        model: vm.model
        columns: columns.all.filter(column => root.hidden.indexOf(column.key) < 0)
        sortKey: root.sortKey
        descending: root.descending
        phase: vm.phase === ViewModel.Loading || vm.phase === ViewModel.Idle ? "loading" : vm.phase === ViewModel.Failed ? "error" : vm.phase === ViewModel.Empty ? "empty" : "ready"
        errorText: vm.errorText
        emptyTitle: root.part === "open" && soon.words === "" ? qsTr("Nothing waits here") : qsTr("No case like this")
        emptyText: root.part === "open" && soon.words === "" ? qsTr("New cases come in by themselves.") : qsTr("Look at all of them, or filter by other words.")
        onSorted: (key, down) => { root.sortKey = key; root.descending = down; root.keep() }
        onWidthsChanged: if (visible && Object.keys(widths).length > 0) root.keep()
        onOpened: row => root.openRow(row)
        onSelectionMade: keys => selected = keys
        onRetried: vm.reload()
        onMenuAsked: (row, x, y) => rowMenu.popup(table, x, y)
        readonly property bool nearEnd: view.contentY + 2 * view.height >= view.contentHeight
        onNearEndChanged: if (nearEnd) vm.more()
        onCountChanged: if (nearEnd) Qt.callLater(vm.more)
        onCurrentRowChanged: if (currentRow > count - 20) vm.more()
    }
    Menu {
        id: rowMenu
        MenuItem { text: qsTr("Open the case"); keys: "Enter"; onTriggered: root.openRow(table.currentRow) }
        MenuItem { text: qsTr("Take it"); onTriggered: orders.run("claim", root.chosen(), {}) }
        MenuItem { text: qsTr("Let it go"); onTriggered: orders.run("release", root.chosen(), {}) }
        MenuDivider {}
        MenuItem { text: qsTr("Put off"); keys: "S"; onTriggered: putOff.popup(Theme.s5, Theme.s8) }
        MenuItem { text: qsTr("Assign"); keys: "A"; onTriggered: orders.ask("assign", root.chosen()) }
    }
    Rectangle {
        id: bar
        visible: table.selected.length > 0
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
        height: visible ? acts.height + Theme.s2 : 0
        color: Theme.surface
        Rectangle { width: parent.width; height: 1; color: Theme.line }
        Flow {
            id: acts
            x: Theme.s5
            y: Theme.s1
            width: parent.width - 2 * x
            spacing: Theme.s2
            Label { role: "label"; height: Theme.touch; verticalAlignment: Text.AlignVCenter; text: qsTr("%n selected", "", table.selected.length) }
            Button { objectName: "bulk.claim"; kind: "text"; text: qsTr("Take"); onClicked: orders.ask("claim", table.selected) }
            Button { objectName: "bulk.release"; kind: "text"; text: qsTr("Let go"); onClicked: orders.ask("release", table.selected) }
            Button { objectName: "bulk.assign"; kind: "text"; text: qsTr("Assign…"); onClicked: orders.ask("assign", table.selected) }
            Button { objectName: "bulk.snooze"; kind: "text"; text: qsTr("Put off…"); onClicked: orders.ask("snooze", table.selected) }
            Button { kind: "text"; text: qsTr("Select none"); onClicked: table.setSelected([]) }
        }
    }
}
