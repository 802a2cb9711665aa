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
    readonly property bool muted: (user.muted_until ?? null) !== null
    readonly property bool moderates: (Session.user.permissions ?? []).some(one => one === "moderate" || one === "admin")
    actions: [
        Button { objectName: "user.end"; visible: (root.user.sessions ?? []).some(one => one.live); kind: "outline"; text: qsTr("End his sessions"); busy: record.busy; onClicked: ending.open() },
        Button { objectName: "user.unmute"; visible: root.moderates && root.muted; kind: "tonal"; text: qsTr("Let him write again"); onClicked: order.ask("unmute") },
        Button { objectName: "user.mute"; visible: root.moderates && !root.muted && root.user.status === "active" && root.user.role !== "staff"; kind: "outline"; text: qsTr("Mute"); onClicked: order.ask("mute") },
        Button { objectName: "user.ban"; visible: root.moderates && root.user.status === "active" && root.user.role !== "staff"; kind: "danger"; text: qsTr("Ban"); onClicked: order.ask("ban") },
        Button { objectName: "user.unban"; visible: root.moderates && root.user.status === "banned"; kind: "tonal"; text: qsTr("Lift the ban"); onClicked: order.ask("unban") } ]
    ConfirmDialog { id: ending; title: qsTr("End all his sessions?"); text: qsTr("He is signed out everywhere and signs in anew with his password. It stands in the audit."); confirmText: qsTr("End them"); onConfirmed: record.give("POST", "admin/users/" + root.userId + "/sessions/end") }
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
                    FactRow { visible: value !== ""; width: parent.width; name: qsTr("Phone"); value: root.user.phone ?? "" }
                    FactRow { visible: value !== ""; width: parent.width; name: qsTr("Because"); value: root.user.status_reason ?? "" }
                    FactRow { visible: root.user.status === "banned"; width: parent.width; name: qsTr("Banned until"); value: root.user.banned_until ? Words.moment(root.user.banned_until) : qsTr("for good") }
                    FactRow { visible: root.muted; width: parent.width; name: qsTr("Muted until"); value: Words.moment(root.user.muted_until) }
                    FactRow { visible: (root.user.permissions ?? []).length > 0; width: parent.width; name: qsTr("May"); value: (root.user.permissions ?? []).join(", ") }
                    FactRow { width: parent.width; name: qsTr("Number"); value: root.userId }
                }
                Card {
                    width: grid.cell
                    spacing: Theme.s1
                    Label { role: "bar"; text: qsTr("Trust"); Accessible.role: Accessible.Heading }
                    FactRow { width: parent.width; name: qsTr("Identity"); value: qsTr("tier %1").arg(root.user.kyc_tier ?? 0) }
                    FactRow { width: parent.width; name: qsTr("Deals done"); value: String(root.user.deals_done ?? 0) }
                    FactRow { visible: root.user.listings !== undefined; width: parent.width; name: qsTr("Listings on the market"); value: String(root.user.listings ? root.user.listings.published ?? 0 : 0) }
                    FactRow { visible: root.user.conversations !== undefined; width: parent.width; name: qsTr("Chats"); value: String(root.user.conversations ?? 0) }
                    FactRow { visible: root.user.reports_by !== undefined; width: parent.width; name: qsTr("Reports by him"); value: String(root.user.reports_by ?? 0) }
                    FactRow { visible: value !== ""; width: parent.width; name: qsTr("Paid out to him"); value: (root.user.paid_out ?? []).map(one => Words.money(one)).join(", ") }
                    FactRow { width: parent.width; name: qsTr("Rating"); value: root.user.rating && root.user.rating.count > 0 ? Figures.decimal(root.user.rating.mean, 1) + " (" + root.user.rating.count + ")" : "–" }
                    Button { visible: (root.user.kyc ?? null) !== null; kind: "text"; x: -Theme.s3; text: qsTr("His documents"); onClicked: Nav.go("case", { queue: "kyc", itemId: root.user.kyc.application_id }) }
                }
                // What of the whole history the server tells: lists by name, each row in its own words.
                Repeater {
                    model: [ { key: "deals", title: qsTr("Deals") }, { key: "tickets", title: qsTr("Questions") }, { key: "reports_about", title: qsTr("Reports about him") }, { key: "decisions", title: qsTr("Decisions") }, { key: "sessions", title: qsTr("Sessions") }, { key: "links", title: qsTr("Shares with other accounts") } ].filter(one => Array.isArray(root.user[one.key]) && root.user[one.key].length > 0)
                    UserList { required property var modelData; width: grid.cell; title: modelData.title; kind: modelData.key; items: root.user[modelData.key] }
                }
                Card { width: grid.cell; visible: notes.there; CaseNotes { id: notes; width: parent.width; kind: "user"; subject: root.userId } }
            }
        }
    }
}
