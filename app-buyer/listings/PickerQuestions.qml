import QtQuick
import CarGo.Ui
import CarGo.Client
import CarGo.Listings

// What the picker asks: a sentence, and seven questions; none must be answered.
Column {
    id: root
    required property PickerViewModel picker
    readonly property var wishes: [ { value: "family", text: qsTr("Family") }, { value: "large_family", text: qsTr("Large family") }, { value: "city", text: qsTr("City") }, { value: "travel", text: qsTr("Travel") },
        { value: "winter", text: qsTr("Winter") }, { value: "bad_roads", text: qsTr("Bad roads") }, { value: "off_road", text: qsTr("Off the road") }, { value: "towing", text: qsTr("Towing") },
        { value: "economy", text: qsTr("Low consumption") }, { value: "prestige", text: qsTr("Prestige") }, { value: "sport", text: qsTr("Sport") }, { value: "beginner", text: qsTr("First car") }, { value: "work", text: qsTr("Work") } ]
    readonly property var bodies: [ { value: "suv", text: qsTr("SUV") }, { value: "sedan", text: qsTr("Sedan") }, { value: "hatchback", text: qsTr("Hatchback") }, { value: "wagon", text: qsTr("Estate car") }, { value: "minivan", text: qsTr("Minivan") }, { value: "pickup", text: qsTr("Pickup") } ]
    readonly property var countries: [ { value: "JP", text: qsTr("Japan") }, { value: "KR", text: qsTr("Korea") }, { value: "CN", text: qsTr("China") }, { value: "DE", text: qsTr("Germany") }, { value: "AE", text: qsTr("UAE") }, { value: "US", text: qsTr("USA") } ]

    // Several of a list.
    component Some: Column {
        id: some
        property string name
        property string label
        property var model: []
        width: root.width
        spacing: Theme.s1
        Label { role: "strong"; width: parent.width; wrapMode: Text.WordWrap; text: some.label }
        Flow {
            width: parent.width
            spacing: 6
            Repeater {
                model: some.model
                Chip {
                    required property var modelData
                    readonly property string facet: modelData.facet ?? some.name
                    objectName: "picker." + facet + "." + modelData.value
                    text: modelData.text
                    checkable: true
                    checked: (root.picker.answers, root.picker.has(facet, modelData.value))
                    onClicked: { root.picker.toggle(facet, modelData.value); checked = Qt.binding(() => (root.picker.answers, root.picker.has(facet, modelData.value))) }
                }
            }
        }
    }
    // One bound out of a few; the chosen one again takes it away.
    component Bound: Column {
        id: bound
        property string name
        property string label
        property var model: []
        readonly property real chosen: (root.picker.answers, root.picker.bound(name))
        width: root.width
        spacing: Theme.s1
        Label { role: "strong"; width: parent.width; wrapMode: Text.WordWrap; text: bound.label }
        Choice { objectName: "picker." + bound.name; width: parent.width; model: bound.model; value: bound.chosen > 0 ? String(bound.chosen) : ""; onChosen: value => root.picker.setBound(bound.name, Number(value) === bound.chosen ? 0 : Number(value)) }
    }
    spacing: Theme.s5
    TextArea {
        objectName: "picker.sentence"
        width: parent.width
        label: qsTr("Say it in your own words")
        placeholder: qsTr("For a large family, up to 2 million, from Japan, soft on bad roads")
        minimumLines: 3
        text: root.picker.sentence
        onEdited: root.picker.sentence = text
    }
    Column {
        width: parent.width
        spacing: Theme.s1
        Slider {
            objectName: "picker.budget"
            width: parent.width
            label: qsTr("Budget")
            from: 0
            to: 10000000
            stepSize: 100000
            value: (root.picker.answers, root.picker.bound("price_to"))
            valueText: value > 0 ? qsTr("up to %1").arg(Format.money(value * 100, "RUB")) : qsTr("any")
            onMoved: value => root.picker.setBound("price_to", value)
        }
        Label { width: parent.width; role: "second"; wrapMode: Text.WordWrap; text: qsTr("With the way to you. Apart from it you pay: %1.").arg(root.picker.notIncluded) }
    }
    Some { name: "wishes"; label: qsTr("What for?"); model: root.wishes }
    Some { name: "body_type"; label: qsTr("Body"); model: root.bodies }
    Some { name: "country_from"; label: qsTr("Where from?"); model: root.countries }
    Bound { name: "eta_to"; label: qsTr("How soon?"); model: [ { value: "21", text: qsTr("three weeks") }, { value: "30", text: qsTr("a month") }, { value: "45", text: qsTr("a month and a half") }, { value: "60", text: qsTr("two months") } ] }
    Bound { name: "year_from"; label: qsTr("How old at most?"); model: [3, 5, 7, 10].map(years => ({ value: String(new Date().getFullYear() - years), text: qsTr("%n year(s)", "", years) })) }
    Bound { name: "mileage_to"; label: qsTr("Mileage at most"); model: [30000, 60000, 100000, 150000].map(km => ({ value: String(km), text: qsTr("%1 km").arg(Format.number(km)) })) }
    Some {
        label: qsTr("What must it have?")
        model: [ { facet: "drive", value: "awd", text: qsTr("All-wheel drive") }, { facet: "transmission", value: "automatic", text: qsTr("Automatic") }, { facet: "wishes", value: "heated_seats", text: qsTr("Heated seats") },
            { facet: "wishes", value: "no_accidents", text: qsTr("No accidents") }, { facet: "fuel", value: "hybrid", text: qsTr("Hybrid") }, { facet: "fuel", value: "electric", text: qsTr("Electric") } ]
    }
}
