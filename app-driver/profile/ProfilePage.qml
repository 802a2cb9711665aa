import QtQuick
import CarGo.Ui
import CarGo.Client
import CarGo.Profile

// The account and what belongs to it. On a desk the looks stand beside it, on a phone on a page of their own.
Page {
    id: root
    readonly property bool wide: width >= Theme.wideFrom
    title: qsTr("Profile")
    contentMaximum: wide ? 1000 : 640
    component Group: Card { padding: 4; width: parent ? parent.width : 0 }
    component Line: ListRow { width: parent ? parent.width : 0 }
    Flickable {
        objectName: "profile.scroll"
        anchors.fill: parent
        contentHeight: (root.wide ? Math.max(who.height, how.height) : how.y + how.height) + Theme.s6
        Column {
            id: who
            x: root.side
            width: root.wide ? Math.round((parent.width - 2 * root.side - Theme.s4) / 2) : parent.width - 2 * root.side
            spacing: Theme.s3
            AccountCard { width: parent.width }
            Group {
                Line { objectName: "profile.public"; visible: Session.signedIn; iconName: "visibility"; text: qsTr("How buyers see you"); onClicked: Nav.go("driver", { userId: Session.userId }) }
                Line { objectName: "profile.earnings"; visible: Session.signedIn; iconName: "account_balance_wallet"; text: qsTr("Earnings"); detail: qsTr("At the bank, on the way, paid"); onClicked: Nav.go("earnings") }
                Line { objectName: "profile.rating"; visible: Session.signedIn; iconName: "star_border"; text: qsTr("My rating"); onClicked: Nav.go("rating") }
                Line { objectName: "profile.notifications"; visible: Session.signedIn; iconName: "notifications_none"; text: qsTr("Notifications"); count: Session.news; onClicked: Nav.go("notifications") }
                Line { objectName: "profile.notificationSettings"; visible: Session.signedIn; iconName: "tune"; text: qsTr("What we tell you about"); onClicked: Nav.go("notificationSettings") }
                Line { objectName: "profile.look"; visible: !root.wide; iconName: "palette"; text: qsTr("Language and look"); value: Settings.language === "ru" ? "Русский" : "English"; onClicked: Nav.go("look") }
            }
            Group {
                visible: Session.signedIn
                Line { objectName: "profile.outbox"; iconName: "cloud_upload"; text: qsTr("Waiting to be sent"); value: String(unsent.waiting + unsent.refused); onClicked: Nav.go("outbox") }
                Line { objectName: "profile.sessions"; iconName: "devices"; text: qsTr("Devices"); detail: qsTr("Where you are signed in"); onClicked: Nav.go("sessions") }
                Line { objectName: "profile.blocked"; iconName: "block"; text: qsTr("Blocked people"); onClicked: Nav.go("blocked") }
                Line { objectName: "profile.decisions"; iconName: "gavel"; text: qsTr("Decisions about you"); detail: qsTr("With reasons, and how to appeal"); onClicked: Nav.go("decisions") }
                Line { objectName: "profile.export"; iconName: "file_download"; text: qsTr("My data"); detail: qsTr("Take a copy of everything"); onClicked: Nav.go("export") }
                Line { objectName: "profile.close"; iconName: "delete_outline"; text: qsTr("Close the account"); onClicked: Nav.go("closeAccount") }
            }
        }
        Column {
            id: how
            x: root.wide ? who.x + who.width + Theme.s4 : root.side
            y: root.wide ? 0 : who.height + Theme.s3
            width: who.width
            spacing: Theme.s3
            LookCard { visible: root.wide; width: parent.width }
            Group {
                Line { objectName: "profile.help"; iconName: "help_outline"; text: qsTr("Help and rules"); detail: qsTr("Cancelling, disputes, contacts, limits"); onClicked: Nav.go("help") }
                Line { objectName: "profile.about"; iconName: "info"; text: qsTr("About CarGo"); detail: qsTr("Agreements, licences, version %1").arg(Qt.application.version); onClicked: Nav.go("about") }
            }
            Button { objectName: "profile.signOut"; visible: Session.signedIn; width: parent.width; kind: "outline"; iconName: "logout"; text: qsTr("Sign out"); onClicked: sure.open() }
            Label { visible: Session.signedIn && !Session.inKeyring; width: parent.width; horizontalAlignment: Text.AlignHCenter; wrapMode: Text.WordWrap; text: qsTr("The system's passwords are not available: the sign-in is kept in a file that only you can read."); size: 12; color: Theme.inkFaint }
        }
    }
    OutboxModel { id: unsent }
    ConfirmDialog { id: sure; title: qsTr("Sign out?"); text: unsent.waiting + unsent.refused > 0 ? qsTr("%n thing(s) that you wrote were not sent yet and will be deleted from this device.", "", unsent.waiting + unsent.refused) : qsTr("Everything you did is sent. What is kept on this device, drafts too, is deleted."); confirmText: qsTr("Sign out"); onConfirmed: Session.signOut() }
}
