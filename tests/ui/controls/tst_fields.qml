import QtQuick
import QtTest
import CarGo.Ui

// Fields and choices with the keyboard, the pointer and large letters.
TestCase {
    id: test
    name: "Fields"
    when: windowShown
    width: 400
    height: 700
    visible: true

    Column {
        id: column
        width: 380
        spacing: 8
        TextField { id: name; width: parent.width; label: "Name"; clearable: true; maximumLength: 10; counted: true }
        TextField { id: word; width: parent.width; label: "Password"; secret: true; text: "secret" }
        SearchField { id: search; width: parent.width; actionIcon: "tune"; actionText: "Filters" }
        SearchField { id: door; width: parent.width; door: true }
        CheckBox { id: tick; width: parent.width; text: "Tick" }
        Switch { id: onOff; width: parent.width; text: "Switch" }
        RadioGroup { id: radio; objectName: "radio"; width: parent.width; label: "Way"; model: [ { value: "a", text: "A" }, { value: "b", text: "B", enabled: false }, { value: "c", text: "C" } ]; onChosen: value => radio.value = value }
        SegmentedControl { id: segments; objectName: "segments"; width: parent.width; value: "one"; model: [ { value: "one", text: "One" }, { value: "two", text: "Two" }, { value: "three", text: "Three" } ]; onChosen: value => segments.value = value }
        RangeSlider { id: range; width: parent.width; from: 0; to: 100; stepSize: 10; first: 20; second: 80; bars: [1, 2, 3] }
        RatingStars { id: stars; editable: true; onChosen: value => stars.value = value }
    }
    Select { id: city; objectName: "city"; y: 600; width: 200; label: "City"; model: [ { value: "m", text: "Moscow" }, { value: "n", text: "Novosibirsk" }, { value: "s", text: "Saint Petersburg" } ]; onChosen: value => city.value = value }
    SignalSpy { id: spy; target: search; signalName: "cleared" }
    SignalSpy { id: opened; target: door; signalName: "opened" }

    function cleanup() { Theme.textScale = 1; Theme.highContrast = false }
    function test_errorStandsBesideAndTextStays() {
        name.text = "Olga"
        const calm = name.implicitHeight
        name.counted = false
        name.errorText = "Too short"
        compare(name.text, "Olga")
        verify(name.implicitHeight > calm - 1)
        compare(name.input.Accessible.description, "Too short")
        compare(name.input.Accessible.name, "Name")
        name.errorText = ""
        name.counted = true
        compare(name.counter, "4 / 10")
    }
    function test_secretIsShownOnDemand() {
        compare(word.input.echoMode, TextInput.Password)
        word.input.forceActiveFocus()
        keyClick(Qt.Key_Tab)
        keyClick(Qt.Key_Space)
        compare(word.input.echoMode, TextInput.Normal)
        keyClick(Qt.Key_Space)
        compare(word.input.echoMode, TextInput.Password)
    }
    function test_searchIsEmptied() {
        spy.clear()
        search.forceActiveFocus()
        search.text = "prado"
        keyClick(Qt.Key_Escape)
        compare(search.text, "")
        compare(spy.count, 1)
    }
    function test_doorLeadsByKeyAndPointer() {
        opened.clear()
        door.forceActiveFocus()
        keyClick(Qt.Key_Return)
        compare(opened.count, 1)
        mouseClick(door)
        compare(opened.count, 2)
    }
    function test_tickAndSwitchByKeyAndPointer() {
        tick.forceActiveFocus(Qt.TabFocusReason)
        verify(tick.visualFocus)
        keyClick(Qt.Key_Space)
        verify(tick.checked)
        mouseClick(onOff)
        verify(onOff.checked)
        onOff.busy = true
        mouseClick(onOff)
        verify(onOff.checked)
        onOff.busy = false
    }
    function test_radioArrowsPassWhatIsClosed() {
        const first = findChild(column, "radio.a"), last = findChild(column, "radio.c")
        mouseClick(first)
        compare(radio.value, "a")
        first.forceActiveFocus(Qt.TabFocusReason)
        keyClick(Qt.Key_Down)
        compare(radio.value, "c")
        verify(last.visualFocus)
        verify(!first.activeFocusOnTab)
        keyClick(Qt.Key_Up)
        compare(radio.value, "a")
    }
    function test_segmentsByArrows() {
        findChild(column, "segments.one").forceActiveFocus(Qt.TabFocusReason)
        keyClick(Qt.Key_Right)
        keyClick(Qt.Key_Right)
        keyClick(Qt.Key_Right)
        compare(segments.value, "three")
    }
    function test_segmentsStackWithLargeLetters() {
        Theme.textScale = 2
        segments.width = 200
        tryVerify(() => segments.implicitHeight > 2.5 * Theme.touch)
        segments.width = Qt.binding(() => column.width)
    }
    function test_rangeByKeys() {
        range.control.first.handle.forceActiveFocus(Qt.TabFocusReason)
        keyClick(Qt.Key_Right)
        compare(range.first, 30)
        range.control.second.handle.forceActiveFocus(Qt.TabFocusReason)
        keyClick(Qt.Key_Left)
        compare(range.second, 70)
        verify(range.control.first.handle.Accessible.name !== "")
    }
    function test_starsByDigitsAndArrows() {
        findChild(stars, "star.3").forceActiveFocus(Qt.TabFocusReason)
        keyClick("4")
        compare(stars.value, 4)
        keyClick(Qt.Key_Right)
        compare(stars.value, 5)
        keyClick(Qt.Key_Right)
        compare(stars.value, 5)
        keyClick(Qt.Key_Left)
        compare(stars.value, 4)
    }
    function test_selectByLettersAndRows() {
        const button = findChild(city, "city.button")
        button.forceActiveFocus(Qt.TabFocusReason)
        keyClick("n")
        compare(city.value, "n")
        keyClick(Qt.Key_Down)
        tryVerify(() => city.opened)
        keyClick(Qt.Key_Down)
        keyClick(Qt.Key_Return)
        tryVerify(() => !city.shown)
        compare(city.value, "s")
        tryVerify(() => button.activeFocus)
        verify(button.Accessible.name.includes("Saint Petersburg"))
    }
    function test_lettersGrowAtOnce() {
        const before = name.implicitHeight
        Theme.textScale = 2
        tryVerify(() => name.implicitHeight > before * 1.3)
        compare(name.input.font.pixelSize, 30)
        Theme.textScale = 9                // nobody can make the app unusable
        compare(name.input.font.pixelSize, 30)
    }
}
