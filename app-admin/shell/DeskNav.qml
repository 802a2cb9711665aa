import QtQuick
import QtQuick.Templates as T
import CarGo.Ui
import CarGo.Client

// The sections of the console, with how much waits in each queue. Only what the one who is signed in may do.
Rectangle {
    id: root
    property var counts: []                // of the queues, as the server tells them
    property var may: permission => true
    property string current                // key of what is seen
    readonly property var others: [
        { head: qsTr("People and deals"), page: "users", text: qsTr("Users"), iconName: "people", needs: "support" },
        { page: "ledger", text: qsTr("Ledger"), iconName: "account_balance", needs: "finance" },
        { page: "macros", text: qsTr("Ready answers"), iconName: "bolt", needs: "" },
        { head: qsTr("Numbers and system"), page: "stats", text: qsTr("Statistics"), iconName: "insights", needs: "" },
        { page: "audit", text: qsTr("Audit"), iconName: "verified_user", needs: "admin" },
        { page: "settings", text: qsTr("Settings"), iconName: "tune", needs: "admin" },
        { page: "knowledge", text: qsTr("Knowledge"), iconName: "description", needs: "admin" },
        { page: "concepts", text: qsTr("Meanings"), iconName: "search", needs: "admin" },
        { page: "ops", text: qsTr("Operations"), iconName: "dns", needs: "admin" } ]
    signal chosen(string page, var params)

    implicitWidth: Math.min(Theme.px(240), 340)
    color: Theme.surface
    Accessible.role: Accessible.PageTabList
    Accessible.name: qsTr("Sections")
    Rectangle { x: parent.width - 1; width: 1; height: parent.height; color: Theme.line }
    Row {
        id: brand
        x: Theme.s4
        y: Theme.s3
        spacing: Theme.s2
        Label { text: "CarGo"; display: true; size: 20; weight: Font.Bold; color: Theme.brand }
        Label { text: qsTr("console"); role: "caption"; anchors.baseline: parent.children[0].baseline }
    }
    component Head: Label { role: "tiny"; x: Theme.s4; width: root.width - 2 * x; topPadding: Theme.s3; bottomPadding: Theme.s1; wrapMode: Text.WordWrap }
    Flickable {
        anchors { top: brand.bottom; topMargin: Theme.s2; left: parent.left; right: parent.right; bottom: foot.top }
        contentHeight: column.height + Theme.s3
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        Column {
            id: column
            width: parent.width
            NavRow { objectName: "nav.overview"; width: root.width; text: qsTr("Overview"); iconName: "dashboard"; current: root.current === "overview"; onClicked: root.chosen("overview", {}) }
            Head { visible: root.counts.length > 0; text: qsTr("Queues") }
            Repeater {
                model: root.counts
                NavRow {
                    required property var modelData
                    objectName: "nav." + modelData.name
                    width: root.width
                    text: Queues.title(modelData.name)
                    iconName: Queues.icon(modelData.name)
                    count: modelData.count ?? 0
                    overdue: modelData.overdue ?? 0
                    current: root.current === "queue/" + modelData.name
                    onClicked: root.chosen("queue", { queue: modelData.name })
                }
            }
            Repeater {
                model: root.others.filter(one => one.needs === "" || root.may(one.needs))
                Column {
                    id: other
                    required property var modelData
                    width: root.width
                    Head { visible: text !== ""; text: other.modelData.head ?? "" }
                    NavRow { objectName: "nav." + other.modelData.page; width: root.width; text: other.modelData.text; iconName: other.modelData.iconName; current: root.current === other.modelData.page; onClicked: root.chosen(other.modelData.page, {}) }
                }
            }
        }
    }
    Item {
        id: foot
        width: parent.width
        height: me.height + Theme.s2
        anchors.bottom: parent.bottom
        Rectangle { width: parent.width; height: 1; color: Theme.line }
        NavRow { id: me; objectName: "nav.me"; y: Theme.s1; width: parent.width; text: Session.user.display_name ?? ""; iconName: "person_outline"; onClicked: look.popup(Theme.s2, -look.implicitHeight) }
        LookMenu { id: look; objectName: "nav.look" }
    }
}
