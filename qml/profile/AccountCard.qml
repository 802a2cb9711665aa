import QtQuick
import CarGo.Ui
import CarGo.Client
import CarGo.Profile

// Who is signed in, and what of him is confirmed; or the door in.
Card {
    id: root
    readonly property bool mailed: Session.user.email_verified === true
    readonly property bool verified: Session.user.verified === true
    spacing: Theme.s3
    NameViewModel { id: vm; onSaved: { sheet.close(); Nav.tell(qsTr("The name is changed")) } }
    Item {
        visible: Session.signedIn
        width: parent.width; height: Math.max(56, texts.implicitHeight)
        Avatar { id: face; size: 56; name: Session.user.display_name || "" }
        Column {
            id: texts
            anchors { left: face.right; leftMargin: Theme.s4; right: edit.left; verticalCenter: parent.verticalCenter }
            spacing: Theme.s1
            Label { text: Session.user.display_name || ""; role: "bar"; width: parent.width; wrapMode: Text.Wrap }
            Label { text: Session.user.email || ""; role: "second"; width: parent.width; wrapMode: Text.WrapAnywhere }
        }
        IconButton { id: edit; objectName: "profile.name"; anchors { right: parent.right; rightMargin: -Theme.s2; verticalCenter: parent.verticalCenter } iconName: "edit"; text: qsTr("Change the name"); onClicked: { name.text = Session.user.display_name || ""; sheet.open() } }
    }
    component Mark: Row {
        id: mark
        property bool done
        property string words
        width: parent ? parent.width : 0
        spacing: Theme.s2
        Icon { id: sign; name: mark.done ? "check_circle" : "radio_button_unchecked"; size: 20; color: mark.done ? Theme.brand : Theme.inkFaint }
        Label { width: mark.width - sign.width - mark.spacing; size: 14; color: mark.done ? Theme.ink : Theme.inkSoft; wrapMode: Text.WordWrap; text: mark.words }
    }
    Mark { visible: Session.signedIn; done: root.mailed; words: root.mailed ? qsTr("E-mail confirmed") : qsTr("E-mail not confirmed: codes and receipts would not reach you") }
    Mark { visible: Session.signedIn; done: root.verified; words: root.verified ? (Session.role === "driver" ? qsTr("Documents checked: your cars can be published") : qsTr("Documents checked: deals without a limit")) : Session.role === "driver" ? qsTr("Documents not checked: your cars stay drafts") : qsTr("Documents not checked: deals up to a limit") }
    Button { objectName: "profile.verify"; visible: Session.signedIn && Session.user.email_verified === false; width: parent.width; kind: "tonal"; text: qsTr("Confirm the e-mail"); onClicked: Nav.go("verifyEmail") }
    Button { objectName: "profile.identity"; visible: Session.signedIn && root.mailed && !root.verified; width: parent.width; kind: "outline"; text: qsTr("Confirm who you are"); onClicked: Nav.go("identity") }
    Label { visible: !Session.signedIn; width: parent.width; wrapMode: Text.WordWrap; text: qsTr("Look at cars without an account. To write, keep and buy, sign in."); color: Theme.inkSoft }
    Button { objectName: "profile.signIn"; visible: !Session.signedIn; width: parent.width; text: qsTr("Sign in or register"); onClicked: Nav.askSignIn() }
    Sheet {
        id: sheet
        title: qsTr("Your name")
        Label { width: parent.width; role: "second"; wrapMode: Text.WordWrap; text: Session.role === "driver" ? qsTr("Buyers see it in chats, deals and reviews. Your e-mail and telephone they never see.") : qsTr("Drivers see it in chats, deals and reviews. Your e-mail and telephone they never see.") }
        TextField { id: name; objectName: "profile.name.field"; width: parent.width; label: qsTr("Name"); maximumLength: 80; errorText: vm.nameError; onAccepted: if (text.trim() !== "") vm.save(text) }
        footer: Button { objectName: "profile.name.save"; width: parent.width; text: qsTr("Save"); busy: vm.busy; enabled: name.text.trim() !== "" && name.text.trim() !== Session.user.display_name; onClicked: vm.save(name.text) }
    }
}
