import QtQuick
import CarGo.Ui
import CarGo.Client
import CarGo.Desk

// Whom a case is about, in short; his page has all of it.
Column {
    id: root
    required property string userId
    readonly property var user: vm.facts

    spacing: Theme.s2
    RecordViewModel { id: vm; path: root.userId !== "" ? "admin/users/" + root.userId : "" }
    Label { role: "bar"; text: qsTr("Person"); Accessible.role: Accessible.Heading }
    Skeleton { visible: vm.phase === ViewModel.Loading; width: parent.width * 0.6; height: 16 }
    Label { visible: vm.phase === ViewModel.Failed; width: parent.width; wrapMode: Text.WordWrap; role: "second"; text: vm.trouble.kind === "forbidden" ? qsTr("Your permissions do not open people.") : vm.errorText }
    Column {
        visible: vm.phase === ViewModel.Ready
        width: parent.width
        spacing: Theme.s1
        Row {
            width: parent.width
            spacing: Theme.s2
            Avatar { id: face; name: root.user.display_name ?? ""; size: 32 }
            Column {
                width: parent.width - face.width - Theme.s2
                Label { width: parent.width; role: "strong"; text: root.user.display_name ?? ""; wrapMode: Text.Wrap }
                Label { width: parent.width; role: "caption"; text: root.user.email ?? ""; wrapMode: Text.WrapAnywhere }
            }
        }
        Flow {
            width: parent.width
            spacing: Theme.s1
            topPadding: Theme.s1
            bottomPadding: Theme.s1
            Badge { tone: "plain"; text: Words.code(root.user.role ?? "") }
            Badge { tone: (root.user.kyc_tier ?? 0) > 0 ? "good" : "warn"; text: (root.user.kyc_tier ?? 0) > 0 ? qsTr("Identity: tier %1").arg(root.user.kyc_tier) : qsTr("Identity not confirmed") }
            Badge { visible: root.user.status !== undefined && root.user.status !== "active"; tone: "danger"; text: Words.code(root.user.status ?? "") }
        }
        FactRow { width: parent.width; name: qsTr("Here since"); value: root.user.created_at ? Format.date(Date.parse(root.user.created_at)) : "" }
        FactRow { width: parent.width; name: qsTr("Deals done"); value: String(root.user.deals_done ?? 0) }
        FactRow { width: parent.width; name: qsTr("Rating"); value: root.user.rating && root.user.rating.count > 0 ? Figures.decimal(root.user.rating.mean, 1) + " (" + root.user.rating.count + ")" : "–" }
        FactRow { visible: root.user.status_reason !== undefined && root.user.status_reason !== ""; width: parent.width; name: qsTr("Because"); value: root.user.status_reason ?? "" }
        FactRow { visible: root.user.reports_about !== undefined; width: parent.width; name: qsTr("Reports about him"); value: String(Array.isArray(root.user.reports_about) ? root.user.reports_about.length : root.user.reports_about ?? 0) }
        Button { objectName: "person.open"; kind: "text"; x: -Theme.s3; text: qsTr("His whole history"); onClicked: Nav.go("user", { userId: root.userId }) }
    }
}
