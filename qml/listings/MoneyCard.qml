import QtQuick
import CarGo.Ui

// Who gets what of the price, and what is not in it. The sums are the server's.
Card {
    id: root
    property var offer: ({})
    spacing: Theme.s2
    Label { text: qsTr("Who gets what"); role: "bar"; bottomPadding: Theme.s1; width: parent.width; wrapMode: Text.WordWrap }
    FactRow { width: parent.width; name: qsTr("You pay, with delivery"); value: root.offer.pays || ""; strong: true }
    FactRow { width: parent.width; name: qsTr("The driver receives"); value: root.offer.driverReceives || "" }
    FactRow { width: parent.width; name: root.offer.feeRule ? qsTr("CarGo's fee, %1").arg(root.offer.feeRule) : qsTr("CarGo's fee"); value: root.offer.fee || "" }
    Divider { visible: outside.visible }
    Label { id: outside; visible: text !== ""; role: "second"; width: parent.width; wrapMode: Text.WordWrap; text: root.offer.notIncluded && root.offer.notIncluded.length > 0 ? qsTr("Not in the price, yours to pay: %1.").arg(root.offer.notIncluded.join(", ")) : "" }
}
