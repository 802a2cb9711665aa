import QtQuick
import CarGo.Ui
import CarGo.Profile

Page {
    id: root
    property bool registering: false
    property var next: null
    title: registering ? qsTr("New account") : qsTr("Sign in")
    back: true
    function submit() { registering ? vm.registerUser(name.text, email.text, password.text) : vm.signIn(email.text, password.text) }
    SignInViewModel { id: vm; onDone: root.next ? Nav.replace(root.next.name, root.next.params) : Nav.back() }
    Flickable {
        anchors.fill: parent
        contentHeight: column.implicitHeight + Theme.s8
        Column {
            id: column
            width: Math.min(420, parent.width - 2 * Theme.s4)
            anchors.horizontalCenter: parent.horizontalCenter
            spacing: Theme.s4
            topPadding: Theme.s4
            Label { text: "CarGo"; display: true; size: 28; weight: Font.Bold; color: Theme.brand; anchors.horizontalCenter: parent.horizontalCenter }
            Label { width: parent.width; wrapMode: Text.WordWrap; horizontalAlignment: Text.AlignHCenter; color: Theme.inkSoft; text: qsTr("A car from abroad, and the money stays at the bank until you have it.") }
            Banner { objectName: "signIn.message"; visible: vm.message !== ""; width: parent.width; tone: "danger"; iconName: "error_outline"; text: vm.message }
            TextField { id: name; objectName: "signIn.name"; visible: root.registering; width: parent.width; label: qsTr("Your name"); errorText: vm.fieldErrors.display_name || "" }
            TextField { id: email; objectName: "signIn.email"; width: parent.width; label: qsTr("E-mail"); inputMethodHints: Qt.ImhEmailCharactersOnly | Qt.ImhNoAutoUppercase; errorText: vm.fieldErrors.email || "" }
            TextField { id: password; objectName: "signIn.password"; width: parent.width; label: qsTr("Password"); secret: true; hint: root.registering ? qsTr("At least 10 characters") : ""; errorText: vm.fieldErrors.password || ""; onAccepted: root.submit() }
            Button { objectName: "signIn.submit"; width: parent.width; busy: vm.busy; enabled: email.text !== "" && password.text !== "" && (!root.registering || name.text.trim() !== ""); text: root.registering ? qsTr("Create the account") : qsTr("Sign in"); onClicked: root.submit() }
            Button { objectName: "signIn.switch"; width: parent.width; kind: "text"; text: root.registering ? qsTr("I have an account") : qsTr("I am new here"); onClicked: { vm.clearErrors(); root.registering = !root.registering } }
        }
    }
}
