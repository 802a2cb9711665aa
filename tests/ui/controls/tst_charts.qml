import QtQuick
import QtTest
import CarGo.Ui

// Charts hold with what data can be: flat, large, empty, one value, bounds that change one after the other.
TestCase {
    id: test
    name: "Charts"
    when: windowShown
    width: 400
    height: 300
    visible: true

    Component { id: line; LineChart { width: 360; height: 220; fromZero: false; name: "Price" } }

    function make(values) {
        return createTemporaryObject(line, test, { labels: values.map((value, at) => "day " + at), series: [ { name: "Price", values: values } ] })
    }
    function test_ticksHoldTheValues_data() {
        return [ { tag: "large and flat", values: [2650000, 2650000] }, { tag: "one value", values: [2650000] }, { tag: "nothing", values: [] },
                 { tag: "noughts", values: [0, 0, 0] }, { tag: "falling", values: [2910000, 2790000, 2650000] }, { tag: "below nought", values: [-5, 7] } ]
    }
    function test_ticksHoldTheValues(row) {
        const chart = make(row.values)
        verify(chart.ticks.length >= 2 && chart.ticks.length <= 12, chart.ticks.length)
        for (const value of row.values)
            verify(chart.low <= value && value <= chart.high, value)
    }
    // One bound is bound before the other: for a moment the highest lies far below the lowest.
    function test_boundsComeOneByOne() {
        const chart = make([1, 2])
        chart.ticksWanted = 2
        chart.lowest = 9.9e6
        verify(chart.ticks.length <= 12)
        chart.highest = 9.95e6
        verify(chart.low <= 9.9e6 && chart.high >= 9.95e6)
    }
    function test_keysReadValues() {
        const chart = make([2910000, 2790000])
        chart.forceActiveFocus()
        keyClick(Qt.Key_Right)
        keyClick(Qt.Key_Right)
        compare(chart.current, 1)
        verify(chart.Accessible.description.indexOf("day 1") >= 0)
        keyClick(Qt.Key_Escape)
        compare(chart.current, -1)
    }
}
