import QtQuick
import QtTest
import CarGo.Ui

// The test owns the clock.
TestCase {
    id: test
    name: "Countdown"
    when: windowShown
    width: 400
    height: 200
    visible: true
    QtObject { id: time; property real ms: 1796212800000; function now() { return ms } }
    Countdown { id: left; width: 300; clock: time; label: "Pay within"; untilMs: 1796212800000 + 14 * 60000 }
    SignalSpy { id: ends; target: left; signalName: "ended" }

    function init() { time.ms = 1796212800000; left.visible = Qt.binding(() => left.untilMs > 0); ends.clear() }
    function after(ms) { time.ms = 1796212800000 + ms; left.ticks++ }
    function test_words_data() {
        return [ { tag: "minutes", left: 14 * 60000, text: "14:00", tone: "danger" }, { tag: "hours", left: 5 * 3600000 + 120000, text: "5 h 2 min", tone: "warn" },
                 { tag: "a day", left: 30 * 3600000, text: "30 h", tone: "plain" }, { tag: "days", left: 75 * 3600000, text: "3 day(s) 3 h", tone: "plain" },
                 { tag: "the last second", left: 400, text: "0:01", tone: "danger" }, { tag: "over", left: 0, text: "time is over", tone: "danger" } ]
    }
    function test_words(row) {
        left.untilMs = time.ms + row.left
        compare(left.leftText, row.text)
        compare(left.tone, row.tone)
        verify(left.Accessible.name.startsWith("Pay within: " + row.text))
    }
    function test_runsOutOnce() {
        left.untilMs = time.ms + 2000
        verify(!left.over)
        after(1000)
        compare(left.leftText, "0:01")
        after(2000)
        verify(left.over)
        after(5000)
        compare(ends.count, 1)
        verify(!left.ticking)
    }
    function test_ticksOnlyWhenSeen() {
        left.untilMs = time.ms + 60000
        tryVerify(() => left.ticking)
        left.visible = false
        verify(!left.ticking)
        left.visible = true
        verify(left.ticking)
        const before = left.ticks
        tryVerify(() => left.ticks > before, 3000)
    }
    function test_nothingWithoutATime() {
        left.untilMs = 0
        verify(!left.visible)
    }
}
