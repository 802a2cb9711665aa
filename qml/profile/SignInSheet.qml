import QtQuick
import CarGo.Ui
import CarGo.Client
import CarGo.Profile

// A guest wants something that needs an account: says why, signs him in, and does it, all on the place where he stands.
Sheet {
    id: root
    property string why
    property var wish: null                // what is done as soon as somebody is signed in
    readonly property bool possible: email.text.trim() !== "" && password.text !== ""

    function ask(reason, run) { why = reason; wish = run; vm.clearErrors(); password.text = ""; open(); email.forceActiveFocus() }
    function leaveFor(page, params) { const kept = wish; wish = null; close(); wish = kept; leaving = true; Nav.go(page, params) }
    property bool leaving: false           // to a page where he becomes somebody; the wish goes with him
    objectName: "signInSheet"
    title: qsTr("Sign in to go on")
    onOpened: leaving = false
    onClosed: if (!Session.signedIn && !leaving) wish = null
    SignInViewModel { id: vm }
    Connections {
        target: Session
        function onSignedInChanged(signedIn) {
            const run = root.wish
            root.wish = null
            root.close()
            if (signedIn && run)
                Qt.callLater(run)          // after everybody has heard who signed in
        }
    }
    Connections { target: Nav; function onPopped() { if (Nav.page === "signIn" && !Session.signedIn) root.wish = null } }
    Label { width: parent.width; wrapMode: Text.WordWrap; color: Theme.inkSoft; text: root.why }
    Banner { visible: vm.message !== ""; width: parent.width; tone: "danger"; iconName: "error_outline"; text: vm.message }
    Loader {
        active: vm.ban.decisionId !== undefined
        visible: active
        width: parent.width
        sourceComponent: BanCard { ban: vm.ban; busy: vm.busy; onAppealed: text => vm.appealBan(text) }
    }
    TextField { id: email; objectName: "signInSheet.email"; width: parent.width; label: qsTr("E-mail"); inputMethodHints: Qt.ImhEmailCharactersOnly | Qt.ImhNoAutoUppercase; errorText: vm.fieldErrors.email ?? ""; onAccepted: password.forceActiveFocus() }
    TextField { id: password; objectName: "signInSheet.password"; width: parent.width; label: qsTr("Password"); secret: true; errorText: vm.fieldErrors.password ?? ""; onAccepted: if (root.possible) vm.signIn(email.text, text) }
    footer: Column {
        width: parent.width
        spacing: Theme.s1
        Button { objectName: "signInSheet.submit"; width: parent.width; busy: vm.busy; enabled: root.possible; text: qsTr("Sign in"); onClicked: vm.signIn(email.text, password.text) }
        ButtonRow {
            width: parent.width
            Button { objectName: "signInSheet.register"; width: parent.cell; kind: "text"; text: qsTr("I am new here"); onClicked: root.leaveFor("signIn", { registering: true }) }
            Button { width: parent.cell; kind: "text"; text: qsTr("Forgot the password?"); onClicked: root.leaveFor("resetPassword", { email: email.text }) }
        }
    }
}
