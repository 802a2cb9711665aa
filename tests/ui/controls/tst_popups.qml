import QtQuick
import QtTest
import CarGo.Ui

// Sheets, questions, menus; states of a page; charts that can be read without seeing them.
TestCase {
    id: test
    name: "Popups"
    when: windowShown
    width: 400
    height: 600
    visible: true
    property var log: []

    Sheet { id: sheet; title: "Order"; Label { text: "inside" } }
    ConfirmDialog { id: ask; title: "Delete?"; confirmText: "Delete"; dangerous: true; onConfirmed: test.log.push("yes"); onCancelled: test.log.push("no") }
    Menu {
        id: menu
        MenuItem { text: "Edit"; onTriggered: test.log.push("edit") }
        MenuDivider {}
        MenuItem { text: "Delete"; dangerous: true; onTriggered: test.log.push("delete") }
    }
    StateView { id: view; width: 300; phase: "ready"; emptyTitle: "Empty"; emptyAction: "Do"; errorText: "Words"; onRetried: test.log.push("retry"); onEmptyActed: test.log.push("do"); Label { id: content; text: "content" } }
    BarChart { id: bars; y: 300; width: 300; height: 200; name: "Countries"; labels: ["Japan", "Korea", "China"]; values: [10, 30, 20] }
    QrCode { id: code; text: "cargo://listings/1"; name: "Link" }

    function initTestCase() { Theme.reducedMotion = true }
    function init() { log = [] }
    function test_sheetClosesByKeyAndPull() {
        sheet.open()
        tryVerify(() => sheet.opened)
        keyClick(Qt.Key_Escape)
        tryVerify(() => !sheet.visible)
        sheet.open()
        tryVerify(() => sheet.opened)
        mouseDrag(sheet.contentItem, 100, 20, 0, 160)
        tryVerify(() => !sheet.visible)
        sheet.asking = true
        sheet.open()
        tryVerify(() => sheet.opened)
        keyClick(Qt.Key_Escape)
        verify(sheet.opened)
        sheet.close()
        sheet.asking = false
    }
    function test_questionIsAnswered() {
        ask.open()
        tryVerify(() => ask.opened)
        mouseClick(findChild(ask.contentItem, "dialog.cancel"))
        ask.open()
        tryVerify(() => ask.opened)
        mouseClick(findChild(ask.contentItem, "dialog.confirm"))
        compare(log, ["no", "yes"])
        ask.closes = false
        ask.busy = true
        ask.open()
        tryVerify(() => ask.opened)
        mouseClick(findChild(ask.contentItem, "dialog.confirm"))
        compare(log, ["no", "yes"])
        ask.close()
    }
    function test_menuByKeys() {
        menu.popup(test, 10, 10)
        tryVerify(() => menu.opened)
        keyClick(Qt.Key_Down)
        keyClick(Qt.Key_Down)
        keyClick(Qt.Key_Return)
        tryVerify(() => !menu.visible)
        compare(log, ["delete"])
    }
    function test_states_data() { return ["ready", "loading", "empty", "error", "offline", "denied", "missing", "maintenance", "update"].map(phase => ({ tag: phase })) }
    function test_states(row) {
        view.stale = false
        view.phase = row.tag
        compare(content.visible, row.tag === "ready")
        verify(view.implicitHeight > 0)
        const action = findChild(view, "state.action")
        if (action !== null && action.visible) {
            mouseClick(action)
            compare(log.length, row.tag === "update" ? 0 : 1)
        }
        view.stale = true
        compare(content.visible, ["ready", "loading", "error", "offline"].includes(row.tag))
        view.phase = "ready"
    }
    function test_chartIsReadByKeys() {
        verify(bars.Accessible.description.includes("Korea"))
        bars.forceActiveFocus()
        keyClick(Qt.Key_Right)
        verify(bars.Accessible.description.startsWith("Japan"))
        keyClick(Qt.Key_Right); keyClick(Qt.Key_Right); keyClick(Qt.Key_Right)
        compare(bars.current, 2)
        compare(bars.ticks[0], 0)
        verify(bars.ticks[bars.ticks.length - 1] >= 30)
    }
    function test_chartWithoutValues() {
        bars.values = []
        bars.labels = []
        compare(bars.summary, "")
        bars.values = [10, 30, 20]
        bars.labels = ["Japan", "Korea", "China"]
    }
    function test_qrCode() {
        verify(code.valid)
        code.text = ""
        verify(!code.valid)
        code.text = "x".repeat(5000)       // more than a code can hold
        verify(!code.valid)
    }
}
