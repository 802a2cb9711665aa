import QtQuick
import CarGo.Ui
import CarGo.Client
import CarGo.Listings

// Both ends of a range: over the histogram of what there is, and as numbers. The slider walks over the edges of the bars,
// which lie closer together where there are more cars.
Column {
    id: root
    required property SearchViewModel search
    required property string range         // price, mileage, year; power, engine: of which nothing is counted, so that they have fields alone
    property string label
    property string unit
    readonly property var known: search.ranges[range] ?? null
    readonly property var stops: known ? known.stops : []
    readonly property real from: (search.filters, search.bound(range + "_from"))
    readonly property real to: (search.filters, search.bound(range + "_to"))

    // Where a number stands among the edges.
    function place(value, none) {
        if (isNaN(value) || stops.length < 2)
            return none
        const at = stops.findIndex(stop => stop > value)
        if (at === 0)
            return 0
        return at < 0 ? stops.length - 1 : at - 1 + (value - stops[at - 1]) / (stops[at] - stops[at - 1])
    }
    function words(value) { return range === "year" ? String(value) : range === "price" ? Format.money(value * 100, "RUB") : qsTr("%1 km").arg(Format.number(value)) }
    function show() { if (known && !slider.control.first.pressed && !slider.control.second.pressed) slider.control.setValues(place(from, 0), place(to, slider.to)) }
    // A handle at the end is no bound; one in the middle is the edge it stands at.
    function moved(first, second) {
        const low = Math.round(first), high = Math.round(second)
        search.setBounds(range, low <= 0 ? NaN : stops[low], high >= slider.to ? NaN : stops[high])
    }
    onFromChanged: show()
    onToChanged: show()
    onKnownChanged: show()
    Component.onCompleted: show()
    spacing: Theme.s2
    RangeSlider {
        id: slider
        objectName: "range." + root.range
        visible: root.known !== null && root.known.bars.length > 1
        width: parent.width
        label: root.label
        bars: root.known ? root.known.bars : []
        from: 0
        to: Math.max(1, bars.length - (root.range === "year" ? 1 : 0))
        stepSize: 1
        firstText: root.known ? root.words(isNaN(root.from) ? root.stops[0] : root.from) : ""
        secondText: root.known ? root.words(isNaN(root.to) ? root.stops[root.stops.length - 1] : root.to) : ""
        onMoved: (first, second) => root.moved(first, second)
    }
    Label { visible: !slider.visible; role: "label"; text: root.label }
    Row {
        width: parent.width
        spacing: Theme.s2
        component End: NumberField {
            property bool low: false
            objectName: "range." + root.range + (low ? ".from" : ".to")
            width: (parent.width - Theme.s2) / 2
            value: low ? root.from : root.to
            plain: root.range === "year"
            placeholder: low ? qsTr("from") : qsTr("up to")
            suffix: root.unit
            Accessible.name: root.label + ", " + placeholder
            onEdited: low ? root.search.setBounds(root.range, entered, root.to) : root.search.setBounds(root.range, root.from, entered)
        }
        End { low: true }
        End {}
    }
}
