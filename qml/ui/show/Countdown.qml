import QtQuick
import CarGo.Ui

// How long is left and until when, both: «2 h 14 min · until 18:40». The tone turns at `warnMs` and `dangerMs`. It ticks
// only while somebody can see it, every second in the last hour, every minute before; `clock` can be owned by tests.
Item {
    id: root
    property real untilMs: 0               // Unix time; 0: no clock, nothing is shown
    property string label                  // what the time is for: «Pay within»
    property string overText: qsTr("time is over")
    property string untilText              // «until 18:40»; the caller's language of dates wins over this one
    property bool compact: false           // only the time that is left, as a badge
    property real warnMs: 6 * 3600 * 1000
    property real dangerMs: 3600 * 1000
    property QtObject clock: Clock
    property int ticks: 0
    readonly property real leftMs: { ticks; return untilMs > 0 ? untilMs - clock.now() : 0 }
    readonly property bool over: { ticks; return untilMs > 0 && clock.now() >= untilMs }
    readonly property string tone: untilMs <= 0 ? "plain" : leftMs <= dangerMs ? "danger" : leftMs <= warnMs ? "warn" : "plain"
    readonly property string leftText: over ? overText : spoken(leftMs)
    readonly property bool ticking: timer.running
    signal ended()

    function spoken(ms) {
        const seconds = Math.ceil(ms / 1000)
        const two = n => n < 10 ? "0" + n : String(n)
        if (seconds >= 2 * 86400)
            return qsTr("%n day(s)", "", Math.floor(seconds / 86400)) + (seconds < 7 * 86400 && seconds % 86400 >= 3600 ? " " + qsTr("%1 h").arg(Math.floor(seconds / 3600) % 24) : "")
        if (seconds >= 3600) {
            const minutes = Math.floor(seconds / 60) % 60
            return minutes > 0 ? qsTr("%1 h %2 min").arg(Math.floor(seconds / 3600)).arg(minutes) : qsTr("%1 h").arg(Math.floor(seconds / 3600))
        }
        return Math.floor(seconds / 60) + ":" + two(seconds % 60)
    }
    function momentOf(ms) {
        const at = new Date(ms), today = new Date(clock.now())
        const time = Qt.formatTime(at, "HH:mm")
        if (at.toDateString() === today.toDateString())
            return qsTr("until %1").arg(time)
        return qsTr("until %1").arg(at.toLocaleDateString(Qt.locale(), "d MMMM") + ", " + time)
    }
    function tick() { ticks++ }
    onOverChanged: if (over) ended()

    visible: untilMs > 0
    implicitWidth: compact ? badge.implicitWidth : row.implicitWidth
    implicitHeight: compact ? badge.implicitHeight : Math.max(sign.height, words.implicitHeight)
    Accessible.role: Accessible.StaticText
    Accessible.name: (label !== "" ? label + ": " : "") + leftText + (over ? "" : ", " + words.until)
    Timer {
        id: timer
        interval: root.leftMs > 3600 * 1000 ? Math.max(250, Math.min(60000, root.leftMs % 60000 + 50)) : Math.max(50, root.leftMs % 1000 + 10)
        running: root.untilMs > 0 && !root.over && root.visible && root.opacity > 0 && Application.state === Qt.ApplicationActive
        repeat: true
        onTriggered: root.tick()
        onRunningChanged: if (running) Qt.callLater(root.tick)
    }
    Badge { id: badge; visible: root.compact; iconName: "schedule"; tone: root.tone; text: root.leftText; Accessible.ignored: true }
    Row {
        id: row
        visible: !root.compact
        width: parent.width
        spacing: Theme.s2
        Icon { id: sign; name: root.over ? "timer" : "schedule"; size: 20; color: words.tint }
        Column {
            id: words
            readonly property color tint: root.tone === "plain" ? Theme.inkSoft : Theme.toned(root.tone)
            readonly property string until: root.untilText !== "" ? root.untilText : root.momentOf(root.untilMs)
            width: parent.width > 0 ? parent.width - sign.width - parent.spacing : implicitWidth
            spacing: 1
            Label { role: "strong"; width: parent.width; wrapMode: Text.WordWrap; color: root.tone === "plain" ? Theme.ink : words.tint; text: (root.label !== "" ? root.label + " " : "") + root.leftText; Accessible.ignored: true }
            Label { role: "second"; width: parent.width; wrapMode: Text.WordWrap; visible: !root.over; text: words.until; Accessible.ignored: true }
        }
    }
}
