import QtQuick
import CarGo.Ui
import CarGo.Client
import CarGo.Driver
import CarGo.Listings

// Which car it is. The VIN first: it is checked while one types and fills in what it knows.
Column {
    id: root
    required property ListingFormViewModel vm
    spacing: Theme.s4
    TextField { id: vin; objectName: "edit.vin"; width: parent.width; label: qsTr("VIN"); hint: qsTr("17 characters, from the plate or the papers. Japanese frame numbers stay out."); inputMethodHints: Qt.ImhUppercaseOnly | Qt.ImhNoPredictiveText; maximumLength: 40; text: root.vm.form.vin || ""; onEdited: root.vm.set("vin", text); errorText: root.vm.errors.vin || (text.length >= 17 ? root.vm.vinError : "") }
    Button { objectName: "edit.fill"; visible: Object.keys(root.vm.fromVin).length > 0; width: parent.width; kind: "tonal"; iconName: "fact_check"; text: qsTr("Take over from the VIN: %1").arg(Object.values(root.vm.fromVin).join(", ")); onClicked: { const found = root.vm.fromVin; for (const field in found) root.vm.set(field, found[field]) } }
    VinCard { visible: root.vm.vin.rows !== undefined; width: parent.width; vin: root.vm.vin }
    TextField { objectName: "edit.brand"; width: parent.width; label: qsTr("Make"); placeholder: "Toyota"; text: root.vm.form.brand || ""; onEdited: root.vm.set("brand", text); errorText: root.vm.errors.brand || "" }
    TextField { objectName: "edit.model"; width: parent.width; label: qsTr("Model"); placeholder: "RAV4"; text: root.vm.form.model || ""; onEdited: root.vm.set("model", text); errorText: root.vm.errors.model || "" }
    NumberField { objectName: "edit.year"; width: parent.width; label: qsTr("Year"); plain: true; value: root.vm.form.year ?? NaN; onEnteredChanged: root.vm.set("year", entered); errorText: root.vm.errors.year || "" }
    NumberField { objectName: "edit.mileage_km"; width: parent.width; label: qsTr("Mileage"); suffix: qsTr("km"); value: root.vm.form.mileage_km ?? NaN; onEnteredChanged: root.vm.set("mileage_km", entered); errorText: root.vm.errors.mileage_km || "" }
    Select { objectName: "edit.country_from"; width: parent.width; label: qsTr("Where it comes from"); model: root.vm.choices("country_from"); value: root.vm.form.country_from || ""; onChosen: value => root.vm.set("country_from", value); errorText: root.vm.errors.country_from || "" }
}
