import QtQuick
import CarGo.Ui
import CarGo.Client
import CarGo.Listings
import CarGo.Driver

// What it costs at the buyer's door, when it is there, and what else is to be said.
Column {
    id: root
    required property ListingFormViewModel vm
    spacing: Theme.s4
    MoneyField { objectName: "edit.price"; width: parent.width; label: qsTr("Price with delivery"); hint: qsTr("What the buyer pays for the car and the way. Customs are his and not in it."); amountMinor: root.vm.form.price ?? NaN; onEnteredMinorChanged: root.vm.set("price", enteredMinor); errorText: root.vm.errors.price || "" }
    MoneyCard { visible: root.vm.offer.pays !== undefined; width: parent.width; toDriver: true; offer: root.vm.offer }
    Label { visible: root.vm.offer.rule !== undefined; width: parent.width; role: "second"; wrapMode: Text.WordWrap; text: qsTr("The fee is %1. It is fixed for a deal on the day when the deal is made.").arg(root.vm.offer.rule || "") }
    NumberField { objectName: "edit.delivery_eta_days"; width: parent.width; label: qsTr("Days from payment to the door"); suffix: qsTr("days"); value: root.vm.form.delivery_eta_days ?? NaN; onEnteredChanged: root.vm.set("delivery_eta_days", entered); errorText: root.vm.errors.delivery_eta_days || "" }
    TextArea { objectName: "edit.description"; width: parent.width; label: qsTr("What else a buyer should know"); maximumLength: 8000; text: root.vm.form.description || ""; onEdited: root.vm.set("description", text); errorText: root.vm.errors.description || "" }
    Banner { width: parent.width; iconName: "shield"; text: qsTr("No telephones, links or names of messengers: buyers write to you here, and the bank's protection works only here.") }
}
