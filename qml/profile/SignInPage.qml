import QtQuick
import CarGo.Ui
import CarGo.Client
import CarGo.Profile

Page {
    id: root
    property bool registering: false
    property var next: null
    property string wanted: vm.role        // which account is to be made
    readonly property bool ours: wanted === vm.role
    readonly property bool possible: email.text.trim() !== "" && password.text !== "" && (!registering || (name.text.trim() !== "" && ours))
    title: registering ? qsTr("New account") : qsTr("Sign in")
    back: true
    contentMaximum: 440
    function submit() {
        if (possible)
            registering ? vm.registerUser(name.text, email.text, password.text) : vm.signIn(email.text, password.text)
    }
    function finish() {
        if (registering && Session.user.email_verified === false)
            Nav.replace("verifyEmail", { next: next })
        else
            next ? Nav.replace(next.name, next.params) : Nav.back()
    }
    SignInViewModel { id: vm; onDone: root.finish() }
    onRegisteringChanged: if (registering) vm.readAgreements()
    Component.onCompleted: if (registering) vm.readAgreements()
    Flickable {
        anchors.fill: parent
        contentHeight: column.implicitHeight + Theme.s8
        Column {
            id: column
            x: root.side
            width: parent.width - 2 * root.side
            spacing: Theme.s4
            topPadding: Theme.s4
            Label { text: "CarGo"; display: true; size: 28; weight: Font.Bold; color: Theme.brand; anchors.horizontalCenter: parent.horizontalCenter }
            Label { width: parent.width; wrapMode: Text.WordWrap; horizontalAlignment: Text.AlignHCenter; color: Theme.inkSoft; text: qsTr("A car from abroad, and the money stays at the bank until you have it.") }
            Choice { objectName: "signIn.role"; visible: root.registering; width: parent.width; value: root.wanted; onChosen: value => root.wanted = value; model: [ { value: "buyer", text: qsTr("I buy a car") }, { value: "driver", text: qsTr("I bring cars") } ] }
            Banner { objectName: "signIn.driver"; visible: root.registering && !root.ours && root.wanted === "driver"; width: parent.width; iconName: "local_shipping"; title: qsTr("Drivers have an app of their own"); text: qsTr("Listings, trips and payouts are there, and so is the registration of drivers. Here you open a buyer's account.") }
            Banner { objectName: "signIn.buyer"; visible: root.registering && !root.ours && root.wanted === "buyer"; width: parent.width; iconName: "directions_car"; title: qsTr("Buyers have an app of their own"); text: qsTr("Cars, deals and payment are there. Here you open a driver's account.") }
            Banner { objectName: "signIn.message"; visible: vm.message !== ""; width: parent.width; tone: "danger"; iconName: "error_outline"; text: vm.message }
            Loader {
                objectName: "signIn.ban"
                active: vm.ban.decisionId !== undefined
                visible: active
                width: parent.width
                sourceComponent: BanCard { ban: vm.ban; busy: vm.busy; onAppealed: text => vm.appealBan(text) }
            }
            TextField { id: name; objectName: "signIn.name"; visible: root.registering; width: parent.width; label: qsTr("Your name"); errorText: vm.fieldErrors.display_name || "" }
            TextField { id: email; objectName: "signIn.email"; width: parent.width; label: qsTr("E-mail"); inputMethodHints: Qt.ImhEmailCharactersOnly | Qt.ImhNoAutoUppercase; errorText: vm.fieldErrors.email || "" }
            TextField { id: password; objectName: "signIn.password"; width: parent.width; label: qsTr("Password"); secret: true; hint: root.registering ? qsTr("At least 10 characters") : ""; errorText: vm.fieldErrors.password || ""; onAccepted: root.submit() }
            Label { visible: root.registering && vm.agreements.length > 0; width: parent.width; role: "second"; wrapMode: Text.WordWrap; text: qsTr("With the account you agree to:") }
            Card {
                visible: root.registering && vm.agreements.length > 0
                width: parent.width
                padding: 4
                Repeater {
                    model: root.registering ? vm.agreements : []
                    ListRow { required property var modelData; objectName: "signIn.agreement." + modelData.slug; width: parent.width; iconName: "description"; text: modelData.title; onClicked: Nav.go("helpText", { slug: modelData.slug }) }
                }
            }
            Button { objectName: "signIn.submit"; width: parent.width; busy: vm.busy; enabled: root.possible; text: root.registering ? qsTr("Create the account") : qsTr("Sign in"); onClicked: root.submit() }
            Button { objectName: "signIn.switch"; width: parent.width; kind: "text"; text: root.registering ? qsTr("I have an account") : qsTr("I am new here"); onClicked: { vm.clearErrors(); root.registering = !root.registering } }
            Button { objectName: "signIn.forgot"; visible: !root.registering; width: parent.width; kind: "text"; text: qsTr("Forgot the password?"); onClicked: Nav.go("resetPassword", { email: email.text }) }
        }
    }
}
