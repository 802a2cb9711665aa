import QtQuick
import CarGo.Ui
import CarGo.Client

// One list of somebody's history, the first ten of it.
Card {
    id: root
    property string title
    property string kind
    property var items: []

    spacing: Theme.s1
    function words(row) {
        const at = Words.moment(row.created_at ?? row.at ?? row.last_used_at)
        const what = row.number ?? row.title ?? row.subject ?? row.display_name ?? row.user_agent ?? row.kind ?? row.reason ?? ""
        const more = row.status ?? row.reason_code ?? row.decision ?? row.by ?? ""
        return [Words.code(what), root.kind === "deals" ? Words.deal(more) : Words.code(more), at].filter(text => text !== "").join(" · ")
    }
    Label { role: "bar"; width: parent.width; text: root.title + (root.items.length > 10 ? " (" + root.items.length + ")" : ""); Accessible.role: Accessible.Heading }
    Repeater {
        model: root.items.slice(0, 10)
        ListRow {
            required property var modelData
            readonly property var target: root.kind === "deals" ? ["deal", { dealId: modelData.id }] : root.kind === "tickets" ? ["case", { queue: "tickets", itemId: modelData.id }] : root.kind === "links" ? ["user", { userId: modelData.user_id ?? modelData.id }] : null
            width: parent.width
            text: root.words(modelData)
            arrow: target !== null
            enabled: target !== null
            opacity: 1
            onClicked: Nav.go(target[0], target[1])
        }
    }
}
