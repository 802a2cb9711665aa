import QtQuick
import CarGo.Ui
import CarGo.Client

// The columns of a queue. The first two are always there: how much time is left, and what it is about.
QtObject {
    id: root
    readonly property var all: [
        { key: "due_at", title: qsTr("Due"), width: 116, sortable: true, text: row => row.due_at ? Format.moment(Date.parse(row.due_at)) : "", cell: due },
        { key: "title", title: qsTr("Case"), least: 200, sortable: false, text: row => Words.caseName(row) },
        { key: "detail", title: qsTr("Why"), width: 210, sortable: false, text: row => Words.code(row.detail ?? "") },
        { key: "user", title: qsTr("Person"), width: 150, sortable: false, text: row => row.user ? row.user.display_name : "" },
        { key: "opened_at", title: qsTr("Waits since"), width: 140, sortable: true, text: row => row.opened_at ? Format.moment(Date.parse(row.opened_at)) : "" },
        { key: "priority", title: qsTr("Urgency"), width: 92, right: true, sortable: true },
        { key: "hands", title: qsTr("In whose hands"), width: 170, sortable: false, text: row => hands(row), cell: holder } ]
    function hands(row) {
        const whose = row.claim ? row.claim.staff_name : row.assigned_to ? qsTr("for %1").arg(row.assigned_to.name) : ""
        const looking = (row.viewers ?? []).filter(one => !row.claim || one.staff_id !== row.claim.staff_id)
        const eyes = looking.length > 0 ? qsTr("looks: %1").arg(looking.map(one => one.name).join(", ")) : ""
        return [whose, eyes].filter(text => text !== "").join(" · ")
    }
    readonly property Component due: Component {
        Item {
            property var row
            Badge { x: Theme.s2; anchors.verticalCenter: parent.verticalCenter; maximumWidth: parent.width - Theme.s3; tone: sla === "late" ? "danger" : sla === "soon" ? "warn" : "plain"; iconName: sla === "late" ? "priority_high" : "schedule"; text: parent.row && parent.row.due_at ? Words.until(Date.parse(parent.row.due_at)) : "–"; readonly property string sla: parent.row ? parent.row.sla ?? "ok" : "ok" }
        }
    }
    readonly property Component holder: Component {
        Item {
            property var row
            property string text
            Icon { id: sign; visible: parent.text !== ""; x: Theme.s3; anchors.verticalCenter: parent.verticalCenter; size: 16; name: parent.row && parent.row.claim ? "lock" : parent.row && parent.row.assigned_to ? "person_outline" : "visibility" }
            Label { x: sign.x + sign.width + Theme.s1; width: parent.width - x - Theme.s2; anchors.verticalCenter: parent.verticalCenter; size: 13; text: parent.text; Accessible.role: Accessible.Cell }
        }
    }
}
