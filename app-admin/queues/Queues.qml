pragma Singleton
import QtQuick

// The queues of the desk: their names for people, their signs, and where a case of each is read and decided.
QtObject {
    readonly property var icons: ({ kyc: "badge", listings: "directions_car", edits: "edit_note", conversations: "chat_bubble_outline", listing_reports: "flag", user_reports: "flag", message_reports: "flag", filter_reports: "shield", reports: "flag", disputes: "gavel", tickets: "support_agent", appeals: "replay", erasures: "delete_outline", finance_tasks: "account_balance_wallet", proposals: "done_all", parked_events: "report_problem" })
    function icon(name) { return icons[name] ?? "inbox" }
    function title(name) {
        switch (name) {
        case "kyc": return qsTr("Identity")
        case "listings": return qsTr("Listings")
        case "edits": return qsTr("Edited listings")
        case "conversations": return qsTr("Flagged chats")
        case "listing_reports": return qsTr("Reports of listings")
        case "user_reports": return qsTr("Reports of people")
        case "message_reports": return qsTr("Reports of messages")
        case "filter_reports": return qsTr("Was it a contact?")
        case "reports": return qsTr("Reports")
        case "disputes": return qsTr("Disputes")
        case "tickets": return qsTr("Support")
        case "appeals": return qsTr("Appeals")
        case "erasures": return qsTr("Erasure requests")
        case "finance_tasks": return qsTr("Money tasks")
        case "proposals": return qsTr("Second signature")
        case "parked_events": return qsTr("Failed jobs")
        }
        return name
    }
    // What notes about a case are kept by.
    function subject(name) {
        switch (name) {
        case "tickets": return "ticket"
        case "disputes": return "dispute"
        case "listings": case "edits": return "listing"
        case "conversations": return "conversation"
        case "appeals": return "appeal"
        case "finance_tasks": return "finance_task"
        case "listing_reports": case "user_reports": case "message_reports": case "filter_reports": return "report"
        }
        return name
    }
    // Below /api/v1; empty: all that there is stands in the row of the queue.
    function read(name, id) {
        switch (name) {
        case "kyc": return "admin/kyc/applications/" + id
        case "listings": case "edits": return "admin/listings/" + id + "/review"
        case "disputes": return "admin/disputes/" + id
        case "proposals": return "admin/proposals/" + id
        case "finance_tasks": return "admin/finance-tasks/" + id
        case "tickets": return "admin/tickets/" + id
        case "appeals": return "admin/appeals/" + id
        case "erasures": return "admin/erasures/" + id
        }
        return ""
    }
    function decide(name, id) {
        switch (name) {
        case "disputes": return "admin/disputes/" + id + "/resolve"
        case "listing_reports": case "user_reports": case "message_reports": case "filter_reports": return "admin/queues/reports/" + id + "/decide"
        }
        return "admin/queues/" + name + "/" + id + "/decide"
    }
}
