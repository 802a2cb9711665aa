import QtQuick
import CarGo.Ui

// Who gets what of the price, and what is not in it. The sums are the server's; while a driver types a price, by its terms.
Card {
    id: root
    property var offer: ({})               // listings::offerOf()
    property bool toDriver: false          // he sets the price; else the one who pays it
    readonly property string besides: (offer.notIncluded ?? []).join(", ")
    objectName: "money"
    spacing: Theme.s2
    Label { text: root.toDriver ? qsTr("What the buyer pays, and you get") : qsTr("Who gets what"); role: "bar"; bottomPadding: Theme.s1; width: parent.width; wrapMode: Text.WordWrap }
    FactRow { objectName: "money.pays"; width: parent.width; name: root.toDriver ? qsTr("The buyer pays, with delivery") : qsTr("You pay, with delivery"); value: root.offer.pays || ""; strong: true }
    FactRow { objectName: "money.receives"; width: parent.width; name: root.toDriver ? qsTr("You receive") : qsTr("The driver receives"); value: root.offer.driverReceives || ""; strong: root.toDriver }
    FactRow { objectName: "money.fee"; width: parent.width; name: root.offer.feeRule ? qsTr("CarGo's fee, %1").arg(root.offer.feeRule) : qsTr("CarGo's fee"); value: root.offer.fee || "" }
    Divider { visible: outside.visible }
    Label { id: outside; objectName: "money.besides"; visible: text !== ""; role: "second"; width: parent.width; wrapMode: Text.WordWrap; text: root.besides === "" ? "" : root.toDriver ? qsTr("At his door the car costs the buyer more: he pays besides %1. It is not in your price.").arg(root.besides) : qsTr("Not in the price, yours to pay: %1.").arg(root.besides) }
}
