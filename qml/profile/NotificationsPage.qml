import QtQuick
import CarGo.Ui
import CarGo.Client
import CarGo.Profile

Page {
    id: root
    source: vm
    title: qsTr("Notifications")
    back: true
    contentMaximum: 720
    actions: [ IconButton { objectName: "notifications.settings"; iconName: "tune"; text: qsTr("What we tell you about"); onClicked: Nav.go("notificationSettings") }, IconButton { objectName: "notifications.all"; visible: vm.unread > 0; iconName: "done_all"; text: qsTr("Mark all as read"); onClicked: vm.readAll() } ]
    NotificationsViewModel { id: vm }
    ListView {
        id: list
        objectName: "notifications.list"
        anchors.fill: parent
        leftMargin: root.side
        onLeftMarginChanged: contentX = -leftMargin // a view keeps its place when its margin changes
        rightMargin: root.side
        bottomMargin: Theme.s4
        spacing: Theme.s2
        model: vm.model
        section.property: "day"
        section.delegate: Label {
            required property string section
            role: "label"
            topPadding: Theme.s3
            bottomPadding: Theme.s2
            text: section.charAt(0).toUpperCase() + section.slice(1)
            Accessible.role: Accessible.Heading
        }
        delegate: Card {
            id: row
            required property string notificationId
            required property string day
            required property string moment
            required property bool unread
            required property string page
            required property var params
            required property var model
            objectName: "notification." + notificationId
            width: list.width - 2 * root.side
            clickable: true
            accessibleName: model.text + ", " + day + ", " + moment + (unread ? ", " + qsTr("unread") : "")
            onClicked: { vm.read(notificationId); if (page !== "") Nav.go(page, params) }
            Item {
                width: parent.width
                height: Math.max(disc.height, texts.implicitHeight)
                IconDisc { id: disc; anchors.verticalCenter: parent.verticalCenter; color: row.unread ? Theme.brandSoft : Theme.sunken; name: row.model.iconName; ink: row.unread ? Theme.brandSoftInk : Theme.inkSoft }
                Column {
                    id: texts
                    anchors { left: disc.right; leftMargin: Theme.s3; right: mark.left; rightMargin: Theme.s2; verticalCenter: parent.verticalCenter }
                    spacing: Theme.s1
                    Label { width: parent.width; text: row.model.text; weight: row.unread ? Font.DemiBold : Font.Medium; wrapMode: Text.WordWrap; Accessible.ignored: true }
                    Label { width: parent.width; text: row.moment; size: 13; color: Theme.inkSoft; wrapMode: Text.WordWrap; Accessible.ignored: true }
                }
                Rectangle { id: mark; anchors { right: parent.right; verticalCenter: parent.verticalCenter } width: 10; height: 10; radius: 5; color: row.unread ? Theme.brand : "transparent" }
            }
        }
    }
    SkeletonList { visible: vm.phase === ViewModel.Loading; x: root.side; width: parent.width - 2 * root.side }
    EmptyState { visible: vm.phase === ViewModel.Empty; anchors.centerIn: parent; iconName: "notifications_none"; title: qsTr("Nothing new"); text: qsTr("News of your deals and chats comes here.") }
    ErrorState { visible: vm.phase === ViewModel.Failed; anchors.centerIn: parent; trouble: vm.trouble; onRetry: vm.reload(); onBack: Nav.back(); onSignIn: Nav.askSignIn() }
}
