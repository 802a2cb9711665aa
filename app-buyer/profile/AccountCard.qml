import QtQuick
import CarGo.Ui
import CarGo.Client

// Who is signed in, and what of him is confirmed; or the door in.
Card {
    id: root
    spacing: Theme.s3
    Item {
        visible: Session.signedIn
        width: parent.width; height: Math.max(56, texts.implicitHeight)
        Avatar { id: face; size: 56; name: Session.user.display_name || "" }
        Column {
            id: texts
            anchors { left: face.right; leftMargin: Theme.s4; right: parent.right; verticalCenter: parent.verticalCenter }
            spacing: Theme.s1
            Label { text: Session.user.display_name || ""; size: 16; weight: Font.DemiBold; width: parent.width }
            Label { text: Session.user.email || ""; size: 13; color: Theme.inkSoft; width: parent.width }
        }
    }
    Flow {
        visible: Session.signedIn
        width: parent.width
        spacing: Theme.s2
        Badge { tone: Session.user.email_verified ? "good" : "warn"; iconName: Session.user.email_verified ? "mark_email_read" : "mail_outline"; text: Session.user.email_verified ? qsTr("E-mail confirmed") : qsTr("E-mail not confirmed"); maximumWidth: parent.width }
        Badge { tone: Session.user.verified ? "good" : "plain"; iconName: Session.user.verified ? "verified" : "shield"; text: Session.user.verified ? qsTr("Documents checked") : qsTr("Documents not checked yet"); maximumWidth: parent.width }
    }
    Button { objectName: "profile.verify"; visible: Session.signedIn && Session.user.email_verified === false; width: parent.width; kind: "tonal"; text: qsTr("Confirm the e-mail"); onClicked: Nav.go("verifyEmail") }
    Label { visible: !Session.signedIn; width: parent.width; wrapMode: Text.WordWrap; text: qsTr("Look at cars without an account. To write, keep and buy, sign in."); color: Theme.inkSoft }
    Button { objectName: "profile.signIn"; visible: !Session.signedIn; width: parent.width; text: qsTr("Sign in or register"); onClicked: Nav.askSignIn() }
}
