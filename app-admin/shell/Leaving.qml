import QtQuick
import CarGo.Desk

// The window may close when no decision waits: those that are held are sent first. What cannot be sent is kept and told at
// the next start.
QtObject {
    id: root
    property bool asked: false
    signal done()

    function held() { return Decisions.waiting.some(one => one.state === "held" || one.state === "sending") }
    function mayClose() {
        if (!held())
            return true
        asked = true
        Decisions.sendAll()
        return false
    }
    readonly property Connections watch: Connections {
        target: Decisions
        function onChanged() { if (root.asked && !root.held()) { root.asked = false; root.done() } }
    }
}
