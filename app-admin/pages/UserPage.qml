import QtQuick
import CarGo.Ui
import CarGo.Client
import CarGo.Desk

// Somebody with all that the desk knows of him, and what can be done about his account.
DeskPage {
    id: root
    required property string userId
    readonly property var user: record.facts
    title: user.display_name ?? qsTr("User")
    source: record
    Keys.onPressed: event => { event.accepted = event.key === Qt.Key_N; if (event.accepted) notes.begin() }
    RecordViewModel { id: record; path: "admin/users/" + root.userId; onGiven: { order.close(); record.reload() } }
    actions: [
        Button { objectName: "user.mute"; visible: root.user.status === "active" && root.user.role !== "staff"; kind: "outline"; text: qsTr("Mute"); onClicked: order.ask("mute") },
        Button { objectName: "user.ban"; visible: root.user.status === "active" && root.user.role !== "staff"; kind: "danger"; text: qsTr("Ban"); onClicked: order.ask("ban") },
        Button { objectName: "user.unban"; visible: root.user.status === "banned"; kind: "tonal"; text: qsTr("Lift the ban"); onClicked: order.ask("unban") } ]
    UserOrder { id: order; vm: record; userId: root.userId; userName: root.user.display_name ?? "" }
    DeskState {
        anchors.fill: parent
        vm: record
        Flickable {
            anchors.fill: parent
            contentHeight: grid.height + Theme.s6
            clip: true
            boundsBehavior: Flickable.StopAtBounds
            Flow {
                id: grid
                readonly property int columns: width > Theme.px(960) ? 3 : width > Theme.px(620) ? 2 : 1
                readonly property real cell: Math.floor((width - (columns - 1) * spacing) / columns)
                x: Theme.s5
                width: parent.width - 2 * x
                spacing: Theme.s3
                Card {
                    width: grid.cell
                    spacing: Theme.s1
                    Label { role: "bar"; text: qsTr("Account"); Accessible.role: Accessible.Heading }
                    Flow { width: parent.width; spacing: Theme.s1; Badge { tone: "plain"; text: Words.code(root.user.role ?? "") } Badge { tone: root.user.status === "active" ? "good" : "danger"; text: Words.code(root.user.status ?? "") } Badge { visible: root.user.totp_enabled === true; tone: "plain"; text: qsTr("Second factor") } }
                    FactRow { width: parent.width; name: qsTr("E-mail"); value: (root.user.email ?? "") + (root.user.email_verified ? "" : " · " + qsTr("not confirmed")) }
                    FactRow { width: parent.width; name: qsTr("Language"); value: root.user.locale ?? "" }
                    FactRow { width: parent.width; name: qsTr("Here since"); value: root.user.created_at ? Format.date(Date.parse(root.user.created_at)) : "" }
                    FactRow { visible: value !== ""; width: parent.width; name: qsTr("Because"); value: root.user.status_reason ?? "" }
                    FactRow { visible: (root.user.permissions ?? []).length > 0; width: parent.width; name: qsTr("May"); value: (root.user.permissions ?? []).join(", ") }
                    FactRow { width: parent.width; name: qsTr("Number"); value: root.userId }
                }
                Card {
                    width: grid.cell
                    spacing: Theme.s1
                    Label { role: "bar"; text: qsTr("Trust"); Accessible.role: Accessible.Heading }
                    FactRow { width: parent.width; name: qsTr("Identity"); value: qsTr("tier %1").arg(root.user.kyc_tier ?? 0) }
                    FactRow { width: parent.width; name: qsTr("Deals done"); value: String(root.user.deals_done ?? 0) }
                    FactRow { width: parent.width; name: qsTr("Rating"); value: root.user.rating && root.user.rating.count > 0 ? Figures.decimal(root.user.rating.mean, 1) + " (" + root.user.rating.count + ")" : "–" }
                }
                // What of the whole history the server tells: lists by name, each row in its own words.
                Repeater {
                    model: [ { key: "deals", title: qsTr("Deals") }, { key: "listings", title: qsTr("Listings") }, { key: "tickets", title: qsTr("Questions") }, { key: "reports_about", title: qsTr("Reports about him") }, { key: "reports_by", title: qsTr("Reports by him") }, { key: "decisions", title: qsTr("Decisions") }, { key: "sessions", title: qsTr("Sessions") }, { key: "links", title: qsTr("Shares with other accounts") } ].filter(one => Array.isArray(root.user[one.key]) && root.user[one.key].length > 0)
                    UserList { required property var modelData; width: grid.cell; title: modelData.title; kind: modelData.key; items: root.user[modelData.key] }
                }
                Card { width: grid.cell; visible: notes.there; CaseNotes { id: notes; width: parent.width; kind: "user"; subject: root.userId } }
            }
        }
    }
}
