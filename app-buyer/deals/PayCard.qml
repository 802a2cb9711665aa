import QtQuick
import CarGo.Ui
import CarGo.Deals

// Where the payment stands. The bank's page is in the browser; nothing here ever asks for a card.
Card {
    id: root
    required property DealViewModel vm
    readonly property string stage: vm.paying
    readonly property bool waiting: stage === "checking" || stage === "slow"
    readonly property var said: stage === "declined" ? { icon: "credit_card", tone: "danger", title: qsTr("The bank declined the payment"), text: qsTr("No money was taken. Most often a limit of the card or a code that was not entered. Try once more or with another card.") }
        : stage === "open" ? { icon: "open_in_new", tone: "info", title: qsTr("The payment is begun, not finished"), text: qsTr("If you have paid, wait a moment: the page changes by itself. If not, go on at the bank.") }
        : stage === "slow" ? { icon: "hourglass_empty", tone: "warn", title: qsTr("The bank takes longer than usual"), text: qsTr("Nothing is lost. Look into the bank's app: if the sum stands there as reserved, wait, do not pay twice. If not, open the page again.") }
        : waiting ? { icon: "hourglass_empty", tone: "info", title: qsTr("We are asking the bank"), text: qsTr("Finish the payment in the browser and come back. This page changes by itself.") }
        : { icon: "lock_open", tone: "info", title: qsTr("Nothing is paid yet"), text: qsTr("The bank's page opens in the browser. CarGo never sees the number of your card.") }

    objectName: "deal.pay.card"
    spacing: Theme.s3
    color: Theme.ground(said.tone)
    outlined: false
    Accessible.role: Accessible.Grouping
    Row {
        width: parent.width
        spacing: Theme.s3
        Icon { id: sign; name: root.said.icon; color: Theme.toned(root.said.tone) }
        Column {
            width: parent.width - sign.width - parent.spacing
            spacing: Theme.s1
            Label { objectName: "deal.pay.stage"; width: parent.width; role: "strong"; text: root.said.title; color: Theme.toned(root.said.tone); wrapMode: Text.WordWrap }
            Label { width: parent.width; size: 13; text: root.said.text; color: Theme.toned(root.said.tone); wrapMode: Text.WordWrap }
        }
    }
    Row {
        visible: root.waiting
        width: parent.width
        spacing: Theme.s2
        BusyDots { id: dots; anchors.verticalCenter: parent.verticalCenter; color: Theme.toned(root.said.tone) }
        Label { width: parent.width - dots.width - parent.spacing; size: 13; weight: Font.Medium; wrapMode: Text.WordWrap; text: qsTr("Checking every few seconds"); color: Theme.toned(root.said.tone) }
    }
}
