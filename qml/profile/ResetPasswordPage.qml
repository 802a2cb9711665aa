import QtQuick
import CarGo.Ui
import CarGo.Profile

// A code by e-mail, then a new password.
Page {
    id: root
    property alias email: address.text
    title: qsTr("New password")
    back: true
    contentMaximum: 440
    PasswordResetViewModel { id: vm; onDone: { Nav.tell(qsTr("The password is changed. Sign in with the new one."), { tone: "good" }); Nav.back() } }
    Flickable {
        anchors.fill: parent
        contentHeight: column.implicitHeight + Theme.s8
        Column {
            id: column
            x: root.side
            width: parent.width - 2 * root.side
            spacing: Theme.s4
            topPadding: Theme.s2
            Label { width: parent.width; wrapMode: Text.WordWrap; color: Theme.inkSoft; text: vm.codeSent ? qsTr("If there is an account for %1, a code is on its way there. It works for a short time.").arg(address.text) : qsTr("We send a code to the e-mail of your account. All other devices are signed out when the password changes.") }
            Banner { objectName: "reset.message"; visible: vm.message !== ""; width: parent.width; tone: "danger"; iconName: "error_outline"; text: vm.message }
            TextField { id: address; objectName: "reset.email"; visible: !vm.codeSent; width: parent.width; label: qsTr("E-mail"); inputMethodHints: Qt.ImhEmailCharactersOnly | Qt.ImhNoAutoUppercase; errorText: vm.fieldErrors.email || ""; onAccepted: if (send.enabled) vm.askCode(text) }
            TextField { id: code; objectName: "reset.code"; visible: vm.codeSent; width: parent.width; label: qsTr("Code from the e-mail"); inputMethodHints: Qt.ImhDigitsOnly; maximumLength: 6; errorText: vm.fieldErrors.code || "" }
            TextField { id: password; objectName: "reset.password"; visible: vm.codeSent; width: parent.width; label: qsTr("New password"); secret: true; hint: qsTr("At least 10 characters"); errorText: vm.fieldErrors.password || ""; onAccepted: if (change.enabled) vm.reset(code.text, text) }
            Button { id: send; objectName: "reset.send"; visible: !vm.codeSent; width: parent.width; busy: vm.busy; enabled: address.text.trim() !== ""; text: qsTr("Send the code"); onClicked: vm.askCode(address.text) }
            Button { id: change; objectName: "reset.change"; visible: vm.codeSent; width: parent.width; busy: vm.busy; enabled: code.text.length === 6 && password.text !== ""; text: qsTr("Change the password"); onClicked: vm.reset(code.text, password.text) }
            Button { objectName: "reset.again"; visible: vm.codeSent; width: parent.width; kind: "text"; text: qsTr("Send the code again"); onClicked: vm.askCode(address.text) }
        }
    }
}
