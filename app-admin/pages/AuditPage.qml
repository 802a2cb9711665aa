import QtQuick
import CarGo.Ui
import CarGo.Client
import CarGo.Desk

// Who did what, when, line by line; each line carries the hash of the one before it.
RecordsPage {
    id: root
    title: qsTr("Audit")
    path: "admin/audit"
    wordsName: "action"
    wordsLabel: qsTr("Action, whole")
    emptyTitle: qsTr("No line like this")
    filters: ({ stream: stream.text.trim(), actor_id: actor.text.trim() })
    columns: [
        { key: "at", title: qsTr("When"), width: 150, sortable: false, text: row => Words.moment(row.at) },
        { key: "action", title: qsTr("Action"), width: 210, sortable: false },
        { key: "actor_id", title: qsTr("Who"), width: 130, sortable: false, text: row => row.actor_id ? "…" + row.actor_id.slice(-8) : qsTr("the server") },
        { key: "stream", title: qsTr("About"), width: 180, sortable: false, text: row => "…" + row.stream.slice(-8) + " №" + row.seq },
        { key: "details", title: qsTr("Details"), least: 220, sortable: false, text: row => Object.keys(row.details).map(key => key + ": " + JSON.stringify(row.details[key])).join(", ") },
        { key: "hash", title: qsTr("Hash"), width: 130, sortable: false, text: row => row.hash.slice(0, 10) } ]
    onOpened: row => detail.show(row)
    tools: [
        Button { objectName: "audit.verify"; kind: "tonal"; text: qsTr("Check the chain"); busy: chain.busy; enabled: !chain.busy; onClicked: chain.give("POST", "admin/audit/verify", stream.text.trim() !== "" ? { stream: stream.text.trim() } : {}) },
        Button { objectName: "audit.export"; kind: "outline"; text: qsTr("Export"); enabled: !chain.busy; onClicked: chain.save("admin/audit/export", Object.assign({ format: "csv" }, root.rows.query), "audit.csv") },
        TextField { id: actor; objectName: "audit.actor"; width: Theme.px(220); placeholder: qsTr("Number of who did it"); clearable: true },
        TextField { id: stream; objectName: "audit.stream"; width: Theme.px(220); placeholder: qsTr("Number of a thing"); clearable: true } ]
    RecordViewModel {
        id: chain
        property var told: null
        onGiven: (path, answer) => told = answer
        onFailed: text => Nav.tell(text, { tone: "danger" })
        onFileSaved: name => Nav.tell(qsTr("Kept among the downloads: %1").arg(name), { tone: "good" })
    }
    Sheet {
        title: qsTr("The chain")
        maximumWidth: 480
        visible: chain.told !== null
        onClosed: chain.told = null
        Banner { width: parent.width; tone: chain.told && chain.told.broken.length > 0 ? "danger" : "good"; title: chain.told && chain.told.broken.length > 0 ? qsTr("The chain is broken") : qsTr("The chain holds"); text: chain.told ? qsTr("%1 lines of %2 things over %3 days were checked.").arg(chain.told.entries).arg(chain.told.streams).arg(chain.told.days) : "" }
        Repeater { model: chain.told ? chain.told.broken.slice(0, 20) : []; FactRow { required property var modelData; width: parent.width; name: "…" + modelData.stream.slice(-8) + " №" + modelData.seq; value: modelData.what } }
    }
    Sheet {
        id: detail
        property var line: ({})
        function show(row) { line = row; open() }
        title: line.action ?? ""
        maximumWidth: 640
        Repeater {
            model: ["at", "actor_id", "stream", "seq", "details", "previous_hash", "hash"]
            FactRow { required property string modelData; width: parent.width; name: modelData; value: typeof detail.line[modelData] === "object" ? JSON.stringify(detail.line[modelData]) : String(detail.line[modelData] ?? "") }
        }
    }
}
