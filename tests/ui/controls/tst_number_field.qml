import QtQuick
import QtTest
import CarGo.Ui

// Groups while typing, the caret where one expects it, pasted sums understood.
TestCase {
    id: test
    name: "NumberField"
    when: windowShown
    width: 400
    height: 300
    visible: true
    readonly property string gap: "\u202f"
    function spaced(text) { return text.replace(/ /g, gap) }

    NumberField { id: field; width: 300; label: "Price" }
    MoneyField { id: money; y: 120; width: 300; label: "Sum"; amountMinor: 265000000 }
    NumberField { id: litres; y: 200; width: 300; label: "Engine"; decimals: 1; step: 0.5; from: 0.5; to: 9 }
    property var told: []                  // what edited() found in `entered`
    Connections { target: field; function onEdited() { test.told.push(field.entered) } }
    SignalSpy { id: edits; target: field; signalName: "edited" }

    function init() { field.input.text = ""; field.before = ""; field.input.forceActiveFocus(); edits.clear(); told = [] }
    function type(field, text) { for (const c of text) keyClick(c) }
    function at(text) {                    // "12|34" → text and caret of the field
        const caret = text.indexOf("|")
        field.write(Figures.parse(spaced(text.replace("|", ""))))
        field.input.cursorPosition = caret
    }
    function state() { const t = field.input.text, c = field.input.cursorPosition; return t.slice(0, c) + "|" + t.slice(c) }

    function test_groupsWhileTyping() {
        type(field, "2650000")
        compare(state(), spaced("2 650 000|"))
        compare(field.entered, 2650000)
        compare(edits.count, 7)
        compare(told, [2, 26, 265, 2650, 26500, 265000, 2650000])
    }
    function test_caret_data() {
        return [
            { tag: "digit in the middle", from: "2 6|50", key: "9", to: "26 9|50" },
            { tag: "digit at the front", from: "|650", key: "2", to: "2| 650" },
            { tag: "backspace behind a space takes the digit before it", from: "2 |650", key: Qt.Key_Backspace, to: "|650" },
            { tag: "backspace in the middle", from: "2 65|0 000", key: Qt.Key_Backspace, to: "26|0 000" },
            { tag: "delete before a space takes the digit behind it", from: "2| 650", key: Qt.Key_Delete, to: "2|50" },
            { tag: "delete at the end does nothing", from: "2 650|", key: Qt.Key_Delete, to: "2 650|" },
            { tag: "a letter is refused", from: "2 6|50", key: "x", to: "2 6|50" },
            { tag: "a comma is refused where there are no decimals", from: "2 650|", key: ",", to: "2 650|" },
            { tag: "a nought in front goes", from: "|50", key: "0", to: "|50" } ]
    }
    function test_caret(row) {
        at(row.from)
        compare(state(), spaced(row.from))
        keyClick(row.key)
        compare(state(), spaced(row.to))
    }
    function test_longestNumber() {
        type(field, "123456789012345")
        compare(field.entered, 123456789012345)
        keyClick("6")
        compare(field.entered, 123456789012345)
    }
    function test_selectionIsReplaced() {
        at("2 650 000|")
        field.input.select(2, 5)
        keyClick("7")
        compare(state(), spaced("27| 000"))
    }
    function test_paste_data() {
        return [ { tag: "2 650 000 ₽", value: 2650000 }, { tag: "2.65 млн", value: 2650000 }, { tag: "2,65 млн ₽", value: 2650000 }, { tag: "2650 тыс. руб.", value: 2650000 }, { tag: "¥1,250,000", value: 1250000 },
                 { tag: "1.250.000", value: 1250000 }, { tag: "2,650", value: 2650 }, { tag: "$ 12 500.00", value: 12500 }, { tag: "1.5m", value: 1500000 }, { tag: "48 тыс. км", value: 48000 } ]
    }
    function test_paste(row) {
        const clip = Qt.createQmlObject("import QtQuick; TextEdit {}", test)
        clip.text = row.tag
        clip.selectAll()
        clip.copy()
        field.input.paste()
        compare(field.entered, row.value)
        compare(field.input.cursorPosition, field.input.text.length)
        clip.text = "call me"
        clip.selectAll()
        clip.copy()
        field.input.selectAll()
        field.input.paste()
        compare(field.entered, row.value)  // what is no number changes nothing
        clip.destroy()
    }
    function test_moneyGoesInAndOut() {
        compare(money.text, spaced("2 650 000"))
        compare(money.suffix, "₽")
        money.input.forceActiveFocus()
        money.input.cursorPosition = money.text.length
        keyClick(Qt.Key_Backspace)
        compare(money.enteredMinor, 26500000)
        money.amountMinor = 100
        compare(money.text, "1")
        money.amountMinor = NaN
        compare(money.text, "")
        verify(isNaN(money.enteredMinor))
    }
    function test_whatIsNoFigureShowsNothing() {
        compare(Figures.money(NaN, "RUB"), "");
        compare(Figures.money(1e30, "RUB"), "");
        compare(Figures.money(-265000050, "RUB"), "\u22122\u202f650\u202f000,50\u00a0₽");
    }

    function test_decimalsAndSteps() {
        litres.input.forceActiveFocus()
        litres.write(NaN)
        type(litres, "2.55")
        compare(litres.text, "2,5")        // a point is a comma, one decimal is one
        keyClick(Qt.Key_Up)
        compare(litres.entered, 3)
        keyClick(Qt.Key_Down)
        keyClick(Qt.Key_Down)
        compare(litres.entered, 2)
        verify(litres.within)
        litres.write(12)
        verify(!litres.within)
    }
}
