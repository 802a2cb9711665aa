import QtQuick
import QtQuick.Window
import CarGo.Ui
import CarGo.Client
import CarGo.Desk

// A case in three panes: the queue, what the case is about, and the decision with whom it concerns. Opening it takes it.
DeskPage {
    id: root
    required property string queue
    required property string itemId
    property string item: itemId           // J and K go on to others
    readonly property var row: { list.rows; const at = list.find(item); return at < 0 ? ({}) : list.model.get(at).modelData }
    readonly property bool listed: (width > Theme.px(1080) || listWanted) && list.rows.length > 0
    property bool listWanted: false
    readonly property var host: Window.window // the first window has others beside it
    readonly property string name: row.id ? Words.caseName(row) : vm.facts.title ?? (vm.facts.user ? vm.facts.user.display_name : vm.facts.ticket ? vm.facts.ticket.subject : "")
    title: Queues.title(queue) + (name !== "" ? ": " + name : "")
    source: vm
    readonly property CaseViewModel caseVm: vm
    function step(by) {
        const rows = list.rows, at = list.find(item)
        const next = at < 0 ? 0 : at + by
        if (next >= 0 && next < rows.length)
            item = rows[next].id
        else if (by > 0 && list.hasMore)
            list.more()
    }
    Keys.onPressed: event => {
        event.accepted = (event.modifiers & ~(Qt.ShiftModifier | Qt.KeypadModifier)) === 0
        if (!event.accepted)
            return
        switch (event.key) {
        case Qt.Key_J: step(1); break
        case Qt.Key_K: step(-1); break
        case Qt.Key_E: if (!(event.modifiers & Qt.ShiftModifier) || !side.submit()) side.decide(); else step(1); break
        case Qt.Key_N: side.note(); break
        case Qt.Key_R: if (body.item && body.item.reply) body.item.reply(); break
        case Qt.Key_A: orders.ask("assign", [item]); break
        case Qt.Key_S: putOff.popup(Theme.s8, Theme.s8); break
        default: event.accepted = false
        }
    }
    CaseViewModel {
        id: vm
        queue: root.queue
        itemId: root.item
        path: Queues.read(root.queue, root.item)
    }
    RecordsViewModel { id: list; path: "admin/queues/" + root.queue; query: ({ sort: "due_at", order: "asc", state: "open" }) }
    Timer { interval: 20000; repeat: true; running: root.visible && Session.signedIn; onTriggered: list.refresh() }
    readonly property string holder: row && row.claim && row.claim.staff_id !== Session.userId ? row.claim.staff_name : ""
    onHolderChanged: vm.setHolder(holder)
    Connections { target: Decisions; function onSent(key) { if (key === vm.key) vm.reload(); if (key.startsWith(root.queue + "/")) list.refresh() } }
    QueueOrders { id: orders; queue: root.queue; onDone: list.refresh() }
    PutOffMenu { id: putOff; onChosen: until => orders.run("snooze", [root.item], { until: until }) }
    actions: [
        Badge { visible: vm.claim === "theirs"; anchors.verticalCenter: parent.verticalCenter; tone: "warn"; iconName: "lock"; text: vm.holder !== "" ? qsTr("%1 has it").arg(vm.holder) : qsTr("A colleague has it") },
        Badge { visible: vm.claim === "mine"; anchors.verticalCenter: parent.verticalCenter; tone: "good"; iconName: "check"; text: qsTr("Yours") },
        Badge { visible: vm.viewers.length > 0; anchors.verticalCenter: parent.verticalCenter; tone: "info"; iconName: "visibility"; text: qsTr("Looks too: %1").arg(vm.viewers.join(", ")) },
        Badge { visible: root.row.due_at !== undefined; anchors.verticalCenter: parent.verticalCenter; iconName: "schedule"; tone: root.row.sla === "late" ? "danger" : root.row.sla === "soon" ? "warn" : "plain"; text: root.row.due_at ? Words.until(Date.parse(root.row.due_at)) : "" },
        IconButton { objectName: "case.list"; visible: !root.listed || root.listWanted; checkable: true; checked: root.listWanted; iconName: "view_sidebar"; text: qsTr("The queue beside it"); onClicked: root.listWanted = !root.listWanted },
        IconButton { objectName: "case.window"; visible: root.host !== null && root.host.windows !== undefined; iconName: "open_in_new"; text: qsTr("In a window of its own (Ctrl+Shift+N)"); onClicked: root.host.windows.detach() },
        IconButton { objectName: "case.assign"; iconName: "person_add"; text: qsTr("Assign (A)"); onClicked: orders.ask("assign", [root.item]) },
        IconButton { id: later; objectName: "case.later"; iconName: "snooze"; text: qsTr("Put off (S)"); onClicked: putOff.popup(later, 0, height) } ]
    CaseList { id: queueList; objectName: "case.rows"; visible: root.listed; width: visible ? Theme.px(236) : 0; height: parent.height; rows: list; current: root.item; onChosen: id => root.item = id }
    Item {
        id: middle
        anchors { left: queueList.right; right: side.left; top: parent.top; bottom: parent.bottom }
        DeskState {
            anchors { fill: parent; topMargin: Theme.s2; leftMargin: Theme.s5; rightMargin: Theme.s4; bottomMargin: Theme.s3 }
            vm: Queues.read(root.queue, root.item) !== "" ? root.caseVm : list // the row may be all there is
            Loader {
                id: body
                anchors.fill: parent
                active: vm.path === "" ? root.row.id !== undefined : Object.keys(vm.facts).length > 0
                readonly property var bodies: ({ kyc: "KycCase", tickets: "TicketCase", disputes: "DisputeCase", proposals: "ProposalCase", finance_tasks: "TaskCase", listings: "ListingCase", edits: "ListingCase", appeals: "AppealCase", erasures: "ErasureCase", conversations: "ConversationCase", listing_reports: "ReportCase", user_reports: "ReportCase", message_reports: "ReportCase", filter_reports: "ReportCase" })
                readonly property string file: (bodies[root.queue] ?? "PlainCase") + ".qml"
                onFileChanged: setSource(file, { vm: root.caseVm, row: Qt.binding(() => root.row) })
                Component.onCompleted: setSource(file, { vm: root.caseVm, row: Qt.binding(() => root.row) })
            }
        }
    }
    CaseSide { id: side; objectName: "case.side"; anchors { right: parent.right; top: parent.top; bottom: parent.bottom } width: Math.max(300, Math.min(Theme.px(360), parent.width * 0.44)); vm: root.caseVm; row: root.row; body: body.item }
}
