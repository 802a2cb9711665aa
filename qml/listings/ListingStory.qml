import QtQuick
import CarGo.Ui
import CarGo.Listings

// What is told about a car: facts, what it has, the driver's words, the VIN, how its price went.
Column {
    id: root
    required property ListingViewModel vm
    function historyAt(ground) { return history.visible ? history.mapToItem(ground, 0, 0).y : 0 }
    spacing: Theme.s4
    ListingFacts { width: parent.width; facts: root.vm.facts; extras: root.vm.extras }
    Card {
        visible: root.vm.description !== ""
        width: parent.width
        spacing: Theme.s2
        Label { text: qsTr("What the driver says"); role: "bar"; width: parent.width; wrapMode: Text.WordWrap }
        Label { text: root.vm.description; width: parent.width; wrapMode: Text.WordWrap }
    }
    VinCard { width: parent.width; vin: root.vm.vin }
    PriceCard { id: history; visible: rows.length > 1; width: parent.width; price: root.vm.price; currency: root.vm.card.currency || "RUB" }
}
