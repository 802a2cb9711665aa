import QtQuick
import CarGo.Ui
import CarGo.Client
import CarGo.Desk

// What somebody said of a listing, a person or a message: his words beside a line of the thing itself.
CaseBody {
    id: root
    readonly property var report: { reports.rows; const at = reports.find(vm.itemId); return at < 0 ? null : reports.model.get(at).modelData }
    wordsLabel: qsTr("Why, for staff")
    readonly property bool ofFilter: vm.queue === "filter_reports"
    choices: ofFilter ? [ { value: "filter_wrong", text: qsTr("No contact: show the words"), words: true, note: false }, { value: "filter_right", text: qsTr("It is a contact: it stays hidden"), words: true, note: false } ]
        : [ { value: "no_violation", text: qsTr("No violation"), words: true, note: false }, { value: "warned", text: qsTr("Warn"), words: true, note: false }, { value: "removed", text: qsTr("Take it down"), words: true, note: false }, { value: "restricted", text: qsTr("Restrict the account"), words: true, note: false } ]
    userId: report ? report.about.id : row.user ? row.user.id : ""
    RecordsViewModel { id: reports; path: "admin/queues/reports"; query: ({ kind: root.vm.queue.replace("_reports", "") }) }
    Flickable {
        anchors.fill: parent
        contentHeight: column.height + Theme.s5
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        Column {
            id: column
            width: parent.width
            spacing: Theme.s3
            Flow {
                width: parent.width
                spacing: Theme.s2
                Badge { tone: "danger"; iconName: "flag"; text: Words.code(root.report ? root.report.reason : root.row.detail ?? "") }
                Badge { visible: root.report !== null && root.report.open_of_same > 1; tone: "warn"; text: root.report ? qsTr("%n report(s) of the same", "", root.report.open_of_same) : "" }
                Badge { tone: "plain"; iconName: "schedule"; text: Words.moment(root.row.opened_at) }
            }
            Label { width: parent.width; role: "heading"; wrapMode: Text.Wrap; text: Words.caseName(root.row) }
            Card {
                visible: root.report !== null && root.report.excerpt !== ""
                width: parent.width
                spacing: Theme.s1
                Label { role: "label"; text: qsTr("What it is about") }
                Label { width: parent.width; wrapMode: Text.Wrap; text: root.report ? root.report.excerpt : "" }
            }
            Card {
                visible: root.report !== null
                width: parent.width
                spacing: Theme.s1
                Label { role: "label"; text: qsTr("What is said of it") }
                Label { width: parent.width; wrapMode: Text.Wrap; color: root.report && root.report.text !== "" ? Theme.ink : Theme.inkSoft; text: root.report && root.report.text !== "" ? root.report.text : qsTr("Nothing besides the reason.") }
                ListRow { objectName: "report.chat"; visible: (root.report?.conversation_id ?? null) !== null; x: -Theme.s4; width: parent.width + 2 * Theme.s4; iconName: "chat_bubble_outline"; text: qsTr("The talk as it was written"); detail: qsTr("For a reason; the look is on record"); onClicked: Nav.go("case", { queue: "conversations", itemId: root.report.conversation_id }) }
                ListRow { x: -Theme.s4; width: parent.width + 2 * Theme.s4; iconName: "person_outline"; text: root.report ? root.report.reporter.display_name : ""; detail: qsTr("Who reported it"); onClicked: Nav.go("user", { userId: root.report.reporter.id }) }
            }
        }
    }
}
