import QtQuick
import CarGo.Ui
import CarGo.Client
import CarGo.Profile

// Over everything while nobody is signed in: what is open stays below it as it was, typed words too, and nothing of it can
// be read. The one who was there goes on where he stood; for somebody else everything is closed first.
FocusScope {
    id: root
    property string last                   // who was signed in
    property bool ended: false             // his session did not end by his wish
    readonly property bool possible: email.text.trim() !== "" && password.text !== "" && code.complete && !vm.busy
    signal stranger()

    function submit() { if (possible) vm.signIn(email.text, password.text, code.text) }
    visible: !Session.signedIn && !Session.restoring
    onVisibleChanged: if (visible) Qt.callLater(() => (email.text === "" ? email : password).forceActiveFocus())
    Component.onCompleted: if (visible) email.forceActiveFocus()
    SignInViewModel { id: vm }
    Connections {
        target: Session
        function onEnded() { root.ended = true }
        function onLeft() { root.last = ""; root.ended = false; root.stranger() }
        function onSignedInChanged(signedIn) {
            password.text = ""
            code.text = ""
            if (!signedIn)
                return
            if (root.last !== "" && root.last !== Session.userId)
                root.stranger()
            root.last = Session.userId
            root.ended = false
        }
        function onChanged() { if (Session.signedIn) root.last = Session.userId }
    }
    Rectangle { anchors.fill: parent; color: Theme.page }
    MouseArea { anchors.fill: parent; hoverEnabled: true; acceptedButtons: Qt.AllButtons; onWheel: wheel => wheel.accepted = true }
    Flickable {
        anchors.fill: parent
        contentHeight: Math.max(height, card.height + 2 * Theme.s6)
        Card {
            id: card
            width: Math.min(Theme.px(400), parent.width - 2 * Theme.s4)
            anchors { horizontalCenter: parent.horizontalCenter; verticalCenter: parent.verticalCenter }
            padding: Theme.s6
            spacing: Theme.s4
            Row { spacing: Theme.s2; Label { id: brand; text: "CarGo"; display: true; size: 28; weight: Font.Bold; color: Theme.brand } Label { text: qsTr("console"); role: "second"; anchors.baseline: brand.baseline } }
            Banner { objectName: "signIn.ended"; visible: root.ended; width: parent.width; tone: "warn"; title: qsTr("Your session has ended"); text: qsTr("What you had open and typed is kept. Sign in and go on where you were.") }
            Banner { objectName: "signIn.message"; visible: vm.message !== ""; width: parent.width; tone: "danger"; text: vm.message }
            TextField { id: email; objectName: "signIn.email"; width: parent.width; label: qsTr("E-mail"); inputMethodHints: Qt.ImhEmailCharactersOnly | Qt.ImhNoAutoUppercase; errorText: vm.fieldErrors.email || ""; onAccepted: password.forceActiveFocus() }
            TextField { id: password; objectName: "signIn.password"; width: parent.width; label: qsTr("Password"); secret: true; errorText: vm.fieldErrors.password || ""; onAccepted: code.forceActiveFocus() }
            CodeField { id: code; objectName: "signIn.code"; width: parent.width; errorText: vm.fieldErrors.totp || ""; onFilled: root.submit() }
            Button { objectName: "signIn.submit"; width: parent.width; text: qsTr("Sign in"); busy: vm.busy; enabled: root.possible; onClicked: root.submit() }
            Label { role: "caption"; width: parent.width; wrapMode: Text.WordWrap; text: qsTr("Accounts of staff are made by an administrator, each with an authenticator. Everything that is done here is on record.") }
        }
    }
}
