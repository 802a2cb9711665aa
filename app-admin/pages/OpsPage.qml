import QtQuick
import CarGo.Ui
import CarGo.Client
import CarGo.Desk

// What runs behind the scenes, and what was given up: webhooks and events that can be tried again.
DeskPage {
    id: root
    title: qsTr("Operations")
    source: record
    readonly property var condition: record.facts.state ?? ({})
    readonly property var outbox: condition.outbox ?? ({})
    readonly property var timers: condition.timers ?? ({})
    property string part: "parked"
    function seconds(ms) { return ms > 0 ? qsTr("%1 s behind").arg(Figures.decimal(ms / 1000, 1)) : qsTr("not behind") }
    RecordViewModel { id: record; path: "admin/ops" }
    RecordsViewModel { id: parked; path: "admin/parked-events"; onGiven: { reload(); record.reload() } onFailed: text => Nav.tell(text, { tone: "danger" }) }
    RecordsViewModel { id: hooks; path: "admin/webhooks"; query: ({ status: root.part === "failed" ? "failed" : root.part === "open" ? "open" : "" }); onGiven: reload(); onFailed: text => Nav.tell(text, { tone: "danger" }) }
    Timer { interval: 15000; repeat: true; running: root.visible && Session.signedIn; onTriggered: record.reload() }
    actions: IconButton { objectName: "ops.reload"; iconName: "refresh"; text: qsTr("Read again"); onClicked: { record.reload(); parked.reload(); hooks.reload() } }
    DeskState {
        anchors.fill: parent
        vm: record
        Tiles {
            id: tiles
            x: Theme.s5
            width: parent.width - 2 * x
            Tile { width: tiles.cell; name: qsTr("Outbox"); value: Figures.number(root.outbox.waiting ?? 0); detail: root.seconds(root.outbox.delay_ms ?? 0); tone: (root.outbox.delay_ms ?? 0) > 10000 ? "danger" : "plain" }
            Tile { width: tiles.cell; name: qsTr("Given up"); value: Figures.number(root.outbox.parked ?? 0); detail: qsTr("%1 failing").arg(root.outbox.failing ?? 0); tone: (root.outbox.parked ?? 0) > 0 ? "danger" : "plain" }
            Tile { width: tiles.cell; name: qsTr("Timers"); value: Figures.number(root.timers.due ?? 0); detail: root.seconds(root.timers.delay_ms ?? 0) + " · " + qsTr("%1 failing").arg(root.timers.failing ?? 0); tone: (root.timers.failing ?? 0) > 0 ? "warn" : "plain" }
            Tile { width: tiles.cell; name: qsTr("Webhooks"); value: Figures.number(root.condition.webhooks ? root.condition.webhooks.open : 0); detail: root.seconds(root.condition.webhooks ? root.condition.webhooks.delay_ms : 0) }
            Tile { width: tiles.cell; name: qsTr("At the bank"); value: Figures.number(root.condition.provider_operations ? root.condition.provider_operations.open : 0); detail: qsTr("%1 of unknown outcome").arg(root.condition.provider_operations ? root.condition.provider_operations.unknown : 0) }
            Tile { width: tiles.cell; name: qsTr("Server"); value: record.facts.build ? record.facts.build.version : ""; detail: record.facts.build ? "Qt " + record.facts.build.qt + " · " + qsTr("since %1").arg(Words.moment(record.facts.build.started_at)) : "" }
        }
        Tabs { id: parts; objectName: "ops.parts"; anchors { top: tiles.bottom; topMargin: Theme.s3 } x: Theme.s5; width: parent.width - 2 * x; name: qsTr("What was given up"); value: root.part; onChosen: value => root.part = value; model: [ { value: "parked", text: qsTr("Events"), count: parked.rows.length }, { value: "failed", text: qsTr("Failed webhooks") }, { value: "open", text: qsTr("Webhooks under way") } ] }
        DataTable {
            id: table
            objectName: "ops.table"
            readonly property bool events: root.part === "parked"
            readonly property RecordsViewModel list: events ? parked : hooks
            anchors { top: parts.bottom; topMargin: Theme.s2; left: parent.left; right: parent.right; bottom: ways.top; leftMargin: Theme.s5; rightMargin: Theme.s5; bottomMargin: Theme.s2 }
            name: parts.name
            model: list.model
            phase: list.phase === ViewModel.Ready ? "ready" : list.phase === ViewModel.Empty ? "empty" : list.phase === ViewModel.Failed ? "error" : "loading"
            errorText: list.errorText
            emptyTitle: qsTr("Nothing here")
            columns: events ? [ { key: "topic", title: qsTr("Event"), width: 200, sortable: false }, { key: "key", title: qsTr("About"), width: 240, sortable: false }, { key: "attempts", title: qsTr("Tries"), width: 80, right: true, sortable: false }, { key: "parked_at", title: qsTr("Given up"), width: 150, sortable: false, text: row => Words.moment(row.parked_at) }, { key: "last_error", title: qsTr("Why"), least: 240, sortable: false } ]
                            : [ { key: "provider", title: qsTr("From"), width: 120, sortable: false }, { key: "event_key", title: qsTr("Event"), width: 240, sortable: false }, { key: "status", title: qsTr("Status"), width: 90, sortable: false }, { key: "attempts", title: qsTr("Tries"), width: 80, right: true, sortable: false }, { key: "received_at", title: qsTr("When"), width: 150, sortable: false, text: row => Words.moment(row.received_at) }, { key: "error", title: qsTr("Why"), least: 240, sortable: false } ]
            onRetried: list.reload()
        }
        Row {
            id: ways
            readonly property string id: table.currentRow >= 0 && table.currentRow < table.count ? table.list.model.get(table.currentRow).id : ""
            anchors { bottom: parent.bottom; bottomMargin: Theme.s2 }
            x: Theme.s5
            spacing: Theme.s2
            Button { objectName: "ops.retry"; enabled: ways.id !== "" && !table.list.busy; kind: "tonal"; text: qsTr("Try it again"); onClicked: table.list.give("POST", table.events ? "admin/parked-events/" + ways.id + "/retry" : "admin/webhooks/" + ways.id + "/replay") }
            Button { objectName: "ops.discard"; visible: table.events; enabled: ways.id !== "" && !table.list.busy; kind: "danger"; text: qsTr("Put it away"); onClicked: why.open() }
        }
    }
    Sheet {
        id: why
        title: qsTr("Put it away")
        maximumWidth: 440
        Label { width: parent.width; wrapMode: Text.WordWrap; color: Theme.inkSoft; text: qsTr("It is never tried again. The audit keeps who put it away and why.") }
        TextField { id: reason; objectName: "ops.reason"; width: parent.width; label: qsTr("Why"); maximumLength: 500 }
        footer: Button { objectName: "ops.discard.do"; width: parent.width; kind: "destructive"; text: qsTr("Put it away"); enabled: reason.text.trim().length >= 3; onClicked: { parked.give("POST", "admin/parked-events/" + ways.id + "/discard", { reason: reason.text.trim() }); why.close() } }
    }
}
