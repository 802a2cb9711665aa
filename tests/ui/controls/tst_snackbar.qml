import QtQuick
import QtTest
import CarGo.Ui

// One after the other, with an undo that is taken or let go.
TestCase {
    id: test
    name: "Snackbar"
    when: windowShown
    width: 400
    height: 300
    visible: true
    property var log: []

    Snackbar { id: bar; y: 200 }
    function init() { bar.flush(); log = []; mouseMove(test, 5, 5) } // a pointer that rests on it would keep it
    function test_queue() {
        bar.show("one", { ms: 60 })
        bar.show("two", { ms: 60 })
        compare(bar.current.text, "one")
        compare(bar.waiting, 1)
        compare(bar.show("two"), -1)       // the same words again say nothing new
        tryVerify(() => bar.current !== null && bar.current.text === "two")
        tryVerify(() => !bar.shown)
    }
    function test_undoIsTaken() {
        bar.show("deleted", { action: "Undo", run: () => log.push("run"), gone: () => log.push("gone"), ms: 60000 })
        tryVerify(() => findChild(bar, "snackbar.action").visible)
        mouseClick(findChild(bar, "snackbar.action"))
        compare(log, ["run"])
        verify(!bar.shown)
    }
    function test_undoByKey() {
        bar.show("deleted", { action: "Undo", run: () => log.push("run"), gone: () => log.push("gone"), ms: 60000 })
        keySequence(StandardKey.Undo)
        compare(log, ["run"])
    }
    function test_letGoIsCarriedOut() {
        bar.show("deleted", { action: "Undo", run: () => log.push("run"), gone: () => log.push("gone"), ms: 40 })
        tryVerify(() => log.length === 1)
        compare(log, ["gone"])
    }
    function test_focusKeepsIt() {
        bar.show("deleted", { action: "Undo", gone: () => log.push("gone"), ms: 50 })
        findChild(bar, "snackbar.action").forceActiveFocus()
        wait(200)                          // four times as long as it would stay
        compare(log, [])
        mouseClick(findChild(bar, "snackbar.close"))
        compare(log, ["gone"])
    }
    function test_flushAndDismiss() {
        const first = bar.show("a", { action: "Undo", gone: () => log.push("a"), ms: 60000 })
        const second = bar.show("b", { action: "Undo", gone: () => log.push("b"), ms: 60000 })
        bar.show("c", { action: "Undo", gone: () => log.push("c"), ms: 60000 })
        bar.dismiss(first)
        compare(bar.current.id, second)
        bar.flush()
        compare(log, ["a", "b", "c"])
    }
}
