import QtQuick
import CarGo.Ui
import CarGo.Client
import CarGo.Deals

// An order about money that got no answer is given again by its owner, who sees the deal as it is now, or by nobody.
ConfirmDialog {
    id: root
    required property DealViewModel vm
    readonly property bool asks: vm.unansweredOrder !== "" && Session.online && !vm.busy && !vm.refreshing
    objectName: "deal.again"
    title: qsTr("The line is back")
    text: vm.unansweredOrder === "pay" ? qsTr("Your payment got no answer. Nothing was paid twice. Go to the bank's page now?")
        : vm.unansweredOrder === "confirm" ? qsTr("Your “yes, the car is here” got no answer. Say it again?")
        : vm.unansweredOrder === "release" ? qsTr("Your order to pay the driver got no answer. Give it again?") : qsTr("Your order to cancel the deal got no answer. Give it again?")
    confirmText: qsTr("Yes, again")
    onAsksChanged: asks ? open() : close()
    onConfirmed: vm.giveAgain()
}
