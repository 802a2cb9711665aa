import QtQuick
import CarGo.Ui
import CarGo.Client
import CarGo.Driver

// Where the bank pays the driver: shown masked, changed with the password.
Page {
    id: root
    source: vm
    title: qsTr("Payout details")
    back: true
    contentMaximum: 560
    footing: foot.visible ? foot.height : 0
    property bool changing: false
    readonly property bool typing: vm.phase === ViewModel.Ready && (changing || !vm.known)
    function forget() { bic.text = ""; account.text = ""; holder.text = ""; password.text = "" }
    PayoutDetailsViewModel { id: vm; onFailed: text => Nav.tell(text, { tone: "danger" }); onSaved: { root.changing = false; root.forget(); Nav.tell(qsTr("Kept. The bank pays there from now on."), { tone: "good" }) } }
    SkeletonPage { visible: vm.phase === ViewModel.Loading; x: root.side; width: parent.width - 2 * root.side; photo: false }
    ErrorState { visible: vm.phase === ViewModel.Failed; anchors.centerIn: parent; trouble: vm.trouble; onRetry: vm.reload(); onBack: Nav.back(); onSignIn: Nav.askSignIn() }
    Flickable {
        visible: vm.phase === ViewModel.Ready
        anchors { fill: parent; bottomMargin: root.footing }
        contentHeight: column.height + Theme.s6
        Column {
            id: column
            x: root.side
            width: parent.width - 2 * root.side
            spacing: Theme.s4
            Card {
                objectName: "payout.known"
                visible: vm.known
                width: parent.width
                spacing: Theme.s2
                FactRow { objectName: "payout.account"; width: parent.width; name: qsTr("Account"); value: vm.account; strong: true }
                FactRow { width: parent.width; name: qsTr("BIC of the bank"); value: vm.bic }
                FactRow { width: parent.width; name: qsTr("Whose it is"); value: vm.holder }
            }
            Banner { objectName: "payout.held"; visible: vm.known && vm.heldUntil > 0; width: parent.width; tone: "warn"; iconName: "schedule"; title: qsTr("Payouts wait until %1").arg(Format.moment(vm.heldUntil)); text: qsTr("After each change they wait three days, so that nobody can take your money who has taken your phone.") }
            Label { visible: root.typing; width: parent.width; wrapMode: Text.WordWrap; color: Theme.inkSoft; text: qsTr("An account at a Russian bank, in your own name. You find the digits in your bank's app.") }
            TextField { id: bic; objectName: "payout.bic"; visible: root.typing; width: parent.width; label: qsTr("BIC of the bank"); inputMethodHints: Qt.ImhDigitsOnly; maximumLength: 9; errorText: vm.errors.bic || "" }
            TextField { id: account; objectName: "payout.number"; visible: root.typing; width: parent.width; label: qsTr("Number of the account, 20 digits"); inputMethodHints: Qt.ImhDigitsOnly; maximumLength: 27; errorText: vm.errors.account || "" }
            TextField { id: holder; objectName: "payout.holder"; visible: root.typing; width: parent.width; label: qsTr("Whose account it is, as the bank writes it"); maximumLength: 120; errorText: vm.errors.holder || "" }
            TextField { id: password; objectName: "payout.password"; visible: root.typing; width: parent.width; label: qsTr("Your CarGo password"); hint: qsTr("So that nobody changes it on an unlocked phone"); secret: true; maximumLength: 200; errorText: vm.errors.password || "" }
        }
    }
    ActionBar {
        id: foot
        visible: vm.phase === ViewModel.Ready
        anchors.bottom: parent.bottom
        side: root.side
        Button { objectName: "payout.change"; visible: !root.typing; width: parent.width; kind: "outline"; iconName: "edit"; text: qsTr("Another account"); onClicked: root.changing = true }
        Button { objectName: "payout.save"; visible: root.typing; width: parent.width; busy: vm.busy; text: qsTr("Keep it"); onClicked: vm.save(bic.text, account.text, holder.text, password.text) }
    }
}
