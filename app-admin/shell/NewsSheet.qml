import QtQuick
import CarGo.Ui
import CarGo.Client
import CarGo.Desk

// What the one at the desk was told: who named him in a note, what was given to him, what ran late.
Sheet {
    id: root
    readonly property int unread: vm.rows.filter(row => row.read_at === null).length
    objectName: "newsSheet"
    title: qsTr("News for you")
    maximumWidth: 560
    function refresh() { vm.refresh() }
    function words(row) {
        switch (row.kind) {
        case "desk_mentioned": return qsTr("A colleague named you in a note")
        case "desk_assigned": return qsTr("A case was given to you: %1").arg(Queues.title(row.data.queue) + (row.data.title ? ", " + row.data.title : ""))
        case "desk_overdue": return qsTr("A case is overdue: %1").arg(Queues.title(row.data.queue) + (row.data.title ? ", " + row.data.title : ""))
        case "staff_proposal_decided": return qsTr("Your proposal was decided: %1").arg(row.data.title ?? "")
        }
        return row.kind
    }
    // Where it leads: null where there is no page of it.
    function target(row) {
        const data = row.data
        if (row.kind === "staff_proposal_decided")
            return ["case", { queue: "proposals", itemId: data.proposal_id }]
        if (data.queue && data.item_id)
            return ["case", { queue: data.queue, itemId: data.item_id }]
        const queue = ({ listing: "listings", ticket: "tickets", dispute: "disputes", kyc: "kyc", conversation: "conversations", appeal: "appeals", finance_task: "finance_tasks", report: "listing_reports" })[data.subject_kind]
        return data.subject_kind === "user" ? ["user", { userId: data.subject_id }] : data.subject_kind === "deal" ? ["deal", { dealId: data.subject_id }] : queue ? ["case", { queue: queue, itemId: data.subject_id }] : null
    }
    onClosed: if (unread > 0) vm.give("POST", "notifications/read", { up_to: vm.rows[0].id })
    RecordsViewModel { id: vm; path: Session.signedIn ? "notifications" : ""; query: ({ limit: "30" }); onGiven: vm.reload() }
    EmptyState { visible: vm.phase === ViewModel.Empty; width: parent.width; iconName: "notifications_none"; title: qsTr("Nothing new"); text: qsTr("Notes that name you and cases that are given to you come here.") }
    Label { visible: vm.phase === ViewModel.Failed; width: parent.width; wrapMode: Text.WordWrap; color: Theme.danger; text: vm.errorText }
    ListView {
        id: list
        objectName: "news.rows"
        width: parent.width
        height: Math.min(contentHeight, 420)
        clip: true
        model: vm.rows
        boundsBehavior: Flickable.StopAtBounds
        delegate: ListRow {
            required property int index
            required property var modelData
            readonly property var where: root.target(modelData)
            objectName: "news." + index
            width: list.width
            iconName: modelData.kind === "desk_mentioned" ? "alternate_email" : modelData.kind === "desk_overdue" ? "schedule" : "notifications_none"
            text: root.words(modelData)
            detail: Words.moment(modelData.created_at) + (modelData.read_at === null ? " · " + qsTr("new") : "")
            arrow: where !== null
            enabled: where !== null
            opacity: 1
            onClicked: { root.close(); Nav.go(where[0], where[1]) }
        }
    }
}
