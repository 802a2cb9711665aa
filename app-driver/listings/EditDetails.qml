import QtQuick
import CarGo.Ui
import CarGo.Client
import CarGo.Driver

// What buyers filter by. All of it may stay open; what is filled in is found more often.
Column {
    id: root
    required property ListingFormViewModel vm
    spacing: Theme.s4
    Label { width: parent.width; color: Theme.inkSoft; wrapMode: Text.WordWrap; text: qsTr("Buyers search by these. What is open here is left out of their searches.") }
    component Fact: Select {
        property string field
        objectName: "edit." + field
        width: root.width
        model: root.vm.choices(field)
        value: root.vm.form[field] || ""
        onChosen: value => root.vm.set(field, value)
        errorText: root.vm.errors[field] || ""
    }
    Fact { field: "body_type"; label: qsTr("Body") }
    Fact { field: "fuel"; label: qsTr("Fuel") }
    Fact { field: "transmission"; label: qsTr("Gearbox") }
    Fact { field: "drive"; label: qsTr("Drive") }
    Fact { field: "color"; label: qsTr("Colour") }
    NumberField { objectName: "edit.engine_cc"; width: parent.width; label: qsTr("Engine"); suffix: qsTr("cm³"); value: root.vm.form.engine_cc ?? NaN; onEnteredChanged: root.vm.set("engine_cc", entered); errorText: root.vm.errors.engine_cc || "" }
    NumberField { objectName: "edit.power_hp"; width: parent.width; label: qsTr("Power"); suffix: qsTr("hp"); value: root.vm.form.power_hp ?? NaN; onEnteredChanged: root.vm.set("power_hp", entered); errorText: root.vm.errors.power_hp || "" }
}
