import QtQuick
import CarGo.Ui
import CarGo.Client

Page {
    id: root
    title: qsTr("Profile")
    Flickable {
        anchors.fill: parent
        contentHeight: column.implicitHeight + Theme.s6
        Column {
            id: column
            width: Math.min(640, parent.width - 2 * Theme.s4)
            anchors.horizontalCenter: parent.horizontalCenter
            spacing: Theme.s4
            Card {
                width: parent.width
                spacing: Theme.s3
                Item {
                    visible: Session.signedIn
                    width: parent.width; height: 56
                    Avatar { id: face; size: 56; name: Session.user.display_name || "" }
                    Column {
                        anchors { left: face.right; leftMargin: Theme.s4; right: parent.right; verticalCenter: parent.verticalCenter }
                        spacing: 4
                        Label { text: Session.user.display_name || ""; size: 16; weight: Font.DemiBold; width: parent.width }
                        Label { text: Session.user.email || ""; size: 13; color: Theme.inkSoft; width: parent.width }
                    }
                }
                Badge { visible: Session.signedIn; tone: Session.user.verified ? "good" : "plain"; iconName: Session.user.verified ? "verified" : "shield"; text: Session.user.verified ? qsTr("Documents checked") : qsTr("Identity not confirmed yet") }
                Label { visible: !Session.signedIn; width: parent.width; wrapMode: Text.WordWrap; text: qsTr("Look at cars without an account. To write, keep and buy, sign in."); color: Theme.inkSoft }
                Button { objectName: "profile.signIn"; visible: !Session.signedIn; width: parent.width; text: qsTr("Sign in or register"); onClicked: Nav.askSignIn() }
            }
            Card {
                width: parent.width
                padding: 4
                ListRow { width: parent.width; iconName: "favorite_border"; text: qsTr("Favourites"); onClicked: Nav.go("favourites") }
                ListRow { visible: Session.signedIn; width: parent.width; iconName: "notifications_none"; text: qsTr("Notifications"); onClicked: Nav.go("notifications") }
                ListRow { visible: Session.signedIn; width: parent.width; iconName: "devices"; text: qsTr("Devices"); onClicked: Nav.go("sessions") }
            }
            Card {
                width: parent.width
                spacing: Theme.s2
                Label { text: qsTr("Language"); weight: Font.DemiBold }
                Choice { objectName: "language"; width: parent.width; value: Settings.language; onChosen: value => Settings.language = value; model: [ { value: "ru", text: "Русский" }, { value: "en", text: "English" } ] }
                Label { text: qsTr("Look"); weight: Font.DemiBold }
                Choice { objectName: "theme"; width: parent.width; value: Settings.theme; onChosen: value => Settings.theme = value; model: [ { value: "light", text: qsTr("Light") }, { value: "dark", text: qsTr("Dark") }, { value: "system", text: qsTr("As the system") } ] }
                Label { text: qsTr("Text size"); weight: Font.DemiBold }
                Choice { objectName: "text"; width: parent.width; value: String(Settings.textScale); onChosen: value => Settings.textScale = Number(value); model: [ { value: "0.9", text: qsTr("Small") }, { value: "1", text: qsTr("Normal") }, { value: "1.2", text: qsTr("Large") }, { value: "1.5", text: qsTr("Very large") } ] }
                Chip { checkable: true; checked: Settings.reducedMotion; text: qsTr("Less motion"); onClicked: Settings.reducedMotion = checked }
            }
            Button { objectName: "profile.signOut"; visible: Session.signedIn; width: parent.width; kind: "outline"; iconName: "logout"; text: qsTr("Sign out"); onClicked: sure.open() }
            Label { width: parent.width; horizontalAlignment: Text.AlignHCenter; text: "CarGo " + Qt.application.version; size: 12; color: Theme.inkFaint }
        }
    }
    ConfirmDialog { id: sure; title: qsTr("Sign out?"); text: qsTr("Messages that were not sent yet are deleted from this device."); confirmText: qsTr("Sign out"); onConfirmed: Session.signOut() }
}
