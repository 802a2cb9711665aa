import QtQuick
import CarGo.Ui
import CarGo.Client

// One list of somebody's history, the first ten of it.
Card {
    id: root
    property string title
    property string kind
    property var items: []

    spacing: 0
    bottomPadding: Theme.s2
    function joined(words) { return words.filter(word => word).join(" · ") }
    function shared(by) { return by === "phone" ? qsTr("the same phone") : by === "bank" ? qsTr("the same bank account") : by === "address" ? qsTr("the same network address") : by }
    function words(row) {
        switch (kind) {
        case "deals": return joined([row.number, Words.deal(row.status)])
        case "tickets": return joined([row.number, row.subject])
        case "reports_about": return joined([Words.code(row.reason), Words.code(row.kind ?? "")])
        case "decisions": return joined([Decided.title(row), row.overturned ? qsTr("taken back") : ""])
        case "sessions": return row.user_agent
        case "links": return row.display_name
        }
        return row.title ?? row.id
    }
    function detail(row) {
        switch (kind) {
        case "deals": return joined([Words.money(row.amount), Words.moment(row.created_at)])
        case "tickets": return joined([Words.code(row.status), Words.moment(row.created_at)])
        case "reports_about": return joined([row.decision ? Words.code(row.decision) : qsTr("waits"), Words.moment(row.created_at)])
        case "decisions": return Words.moment(row.decided_at)
        case "sessions": return joined([row.live ? qsTr("signed in") : "", row.address, Words.moment(row.last_used_at)])
        case "links": return joined([row.by.map(shared).join(", "), row.status !== "active" ? Words.code(row.status) : ""])
        }
        return ""
    }
    Label { role: "bar"; width: parent.width; bottomPadding: Theme.s1; text: root.title + (root.items.length > 10 ? " (" + root.items.length + ")" : ""); Accessible.role: Accessible.Heading }
    Repeater {
        model: root.items.slice(0, 10)
        ListRow {
            required property var modelData
            readonly property var target: root.kind === "deals" ? ["deal", { dealId: modelData.id }] : root.kind === "tickets" ? ["case", { queue: "tickets", itemId: modelData.id }] : root.kind === "links" ? ["user", { userId: modelData.id }] : null
            x: -Theme.s4
            width: parent.width + 2 * Theme.s4
            text: root.words(modelData)
            detail: root.detail(modelData)
            arrow: target !== null
            enabled: target !== null
            opacity: 1
            onClicked: Nav.go(target[0], target[1])
        }
    }
}
