import QtQuick
import CarGo.Ui
import CarGo.Listings

// Facets with counts and the ranges; each change asks the server at once.
Column {
    id: root
    required property SearchViewModel search
    property bool heading: true
    readonly property var names: ({ brand: qsTr("Brand"), country_from: qsTr("From"), body_type: qsTr("Body"), fuel: qsTr("Fuel"), transmission: qsTr("Gearbox"), drive: qsTr("Drive") })

    spacing: Theme.s4
    Item {
        visible: root.heading
        width: parent.width
        height: 40
        Label { text: qsTr("Filters"); size: 20; weight: Font.Bold; anchors.verticalCenter: parent.verticalCenter }
        Button { visible: root.search.chips.length > 0; anchors { right: parent.right; verticalCenter: parent.verticalCenter } kind: "text"; text: qsTr("Clear"); onClicked: root.search.clearFilters() }
    }
    component Range: Row {
        id: range
        property string label
        property string from
        property string to
        width: parent.width
        spacing: Theme.s2
        TextField { width: (parent.width - Theme.s2) / 2; visible: range.from !== ""; label: qsTr("%1, from").arg(range.label); inputMethodHints: Qt.ImhDigitsOnly; validator: IntValidator { bottom: 0 } text: (root.search.filters[range.from] || [""])[0]; onEdited: root.search.setRange(range.from, text) }
        TextField { width: range.from !== "" ? (parent.width - Theme.s2) / 2 : parent.width; label: qsTr("%1, up to").arg(range.label); inputMethodHints: Qt.ImhDigitsOnly; validator: IntValidator { bottom: 0 } text: (root.search.filters[range.to] || [""])[0]; onEdited: root.search.setRange(range.to, text) }
    }
    Range { label: qsTr("Price, ₽"); from: "price_from"; to: "price_to" }
    Range { label: qsTr("Year"); from: "year_from"; to: "year_to" }
    Range { label: qsTr("Mileage, km"); to: "mileage_to" }
    Range { label: qsTr("Delivery, days"); to: "eta_to" }
    Repeater {
        model: root.search.facets
        Column {
            id: group
            required property var modelData
            width: root.width
            spacing: 2
            Label { text: root.names[group.modelData.facet] || group.modelData.facet; weight: Font.DemiBold }
            Flow {
                width: parent.width
                spacing: 6
                Repeater {
                    model: group.modelData.values
                    Chip {
                        required property var modelData
                        objectName: "facet." + group.modelData.facet + "." + modelData.value
                        text: modelData.text + "  " + modelData.count
                        strong: (root.search.filters[group.modelData.facet] || []).indexOf(modelData.value) >= 0
                        onClicked: root.search.toggle(group.modelData.facet, modelData.value)
                    }
                }
            }
        }
    }
}
