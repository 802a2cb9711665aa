import QtQuick
import CarGo.Ui
import CarGo.Client

Page {
    id: root
    readonly property bool wide: width >= Theme.wideFrom
    title: qsTr("Profile")
    contentMaximum: wide ? 1000 : 640
    Flickable {
        anchors.fill: parent
        contentHeight: (root.wide ? Math.max(who.height, how.height) : how.y + how.height) + Theme.s6
        Column {
            id: who
            x: root.side
            width: root.wide ? Math.round((parent.width - 2 * root.side - Theme.s4) / 2) : parent.width - 2 * root.side
            spacing: Theme.s4
            AccountCard { width: parent.width }
            Card {
                width: parent.width
                padding: 4
                ListRow { objectName: "profile.favourites"; width: parent.width; iconName: "favorite_border"; text: qsTr("Favourites"); onClicked: Nav.go("favourites") }
                ListRow { objectName: "profile.notifications"; visible: Session.signedIn; width: parent.width; iconName: "notifications_none"; text: qsTr("Notifications"); value: Session.news > 0 ? Session.news : ""; onClicked: Nav.go("notifications") }
                ListRow { objectName: "profile.sessions"; visible: Session.signedIn; width: parent.width; iconName: "devices"; text: qsTr("Devices"); onClicked: Nav.go("sessions") }
            }
        }
        Column {
            id: how
            x: root.wide ? who.x + who.width + Theme.s4 : root.side
            y: root.wide ? 0 : who.height + Theme.s4
            width: who.width
            spacing: Theme.s4
            LookCard { width: parent.width }
            Button { objectName: "profile.signOut"; visible: Session.signedIn; width: parent.width; kind: "outline"; iconName: "logout"; text: qsTr("Sign out"); onClicked: sure.open() }
            Label { width: parent.width; horizontalAlignment: Text.AlignHCenter; text: "CarGo " + Qt.application.version; size: 12; color: Theme.inkFaint }
        }
    }
    ConfirmDialog { id: sure; title: qsTr("Sign out?"); text: qsTr("Messages that were not sent yet are deleted from this device."); confirmText: qsTr("Sign out"); onConfirmed: Session.signOut() }
}
