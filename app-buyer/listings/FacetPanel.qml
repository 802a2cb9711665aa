import QtQuick
import CarGo.Ui
import CarGo.Client
import CarGo.Listings

// Facets with counts and the ranges; each change asks the server at once.
Column {
    id: root
    required property SearchViewModel search
    property bool heading: true
    readonly property var names: ({ brand: qsTr("Brand"), model: qsTr("Model"), country_from: qsTr("From"), body_type: qsTr("Body"), fuel: qsTr("Fuel"), transmission: qsTr("Gearbox"), drive: qsTr("Drive"), color: qsTr("Colour"), trait: qsTr("Good for") })
    readonly property var early: ["brand", "model", "country_from"] // before the numbers
    readonly property var where: search.facets.filter(row => early.indexOf(row.facet) >= 0)
    readonly property var what: search.facets.filter(row => early.indexOf(row.facet) < 0)

    // Chips of which one holds: up to so many days, from so many stars.
    component Step: Column {
        id: step
        property string range
        property string name
        property var words: value => value
        property bool up: false
        readonly property bool known: root.search.facets.length > 0
        readonly property real chosen: (root.search.filters, root.search.bound(range + (up ? "_from" : "_to")))
        width: root.width
        spacing: Theme.s1
        Label { role: "strong"; width: parent.width; text: step.name; bottomPadding: Theme.s1; wrapMode: Text.WordWrap }
        Flow {
            width: parent.width
            spacing: 6
            Repeater {
                model: root.search.steps[step.range] ?? []
                Chip {
                    required property var modelData
                    readonly property real value: Number(modelData.value)
                    objectName: "facet." + step.range + "." + modelData.value
                    text: step.known ? step.words(value) + "  " + Format.number(modelData.count) : step.words(value)
                    strong: step.chosen === value
                    opacity: !step.known || modelData.count > 0 || strong ? 1 : 0.55
                    onClicked: step.up ? root.search.setBounds(step.range, strong ? NaN : value, NaN) : root.search.setBounds(step.range, NaN, strong ? NaN : value)
                }
            }
        }
    }
    component Group: FacetGroup {
        required property var modelData
        width: root.width
        search: root.search
        facet: modelData.facet
        values: modelData.values
        name: root.names[facet] ?? facet
    }
    spacing: Theme.s6
    Item {
        visible: root.heading
        width: parent.width
        height: Math.max(40, name.implicitHeight)
        Label { id: name; role: "heading"; text: qsTr("Filters"); anchors.verticalCenter: parent.verticalCenter }
        Button { visible: root.search.chips.length > 0; anchors { right: parent.right; verticalCenter: parent.verticalCenter } kind: "text"; text: qsTr("Clear all"); onClicked: root.search.clearFilters() }
    }
    RangeFilter { width: parent.width; search: root.search; range: "price"; label: qsTr("Price"); unit: "₽" }
    Repeater { model: root.where; Group {} }
    RangeFilter { width: parent.width; search: root.search; range: "year"; label: qsTr("Year") }
    RangeFilter { width: parent.width; search: root.search; range: "mileage"; label: qsTr("Mileage"); unit: qsTr("km") }
    RangeFilter { width: parent.width; search: root.search; range: "power"; label: qsTr("Power"); unit: qsTr("hp") }
    RangeFilter { width: parent.width; search: root.search; range: "engine"; label: qsTr("Engine size"); unit: qsTr("cm³") }
    Repeater { model: root.what; Group {} }
    Step { range: "eta"; name: qsTr("Delivery"); words: value => qsTr("up to %n day(s)", "", value) }
    Step { range: "rating"; up: true; name: qsTr("Driver's rating"); words: value => "★ " + value.toLocaleString(Qt.locale(), "f", value % 1 ? 1 : 0) + "+" }
}
