import QtQuick
import QtTest
import CarGo.Ui

// What is pressed: with the keyboard, the pointer, while busy, and what cannot be taken back.
TestCase {
    id: test
    name: "Buttons"
    when: windowShown
    width: 400
    height: 500
    visible: true

    Column {
        width: 380
        spacing: 8
        Button { id: pay; text: "Pay" }
        Button { id: busy; text: "Pay"; busy: true; enabled: !busy }
        IconButton { id: like; iconName: "favorite"; text: "Like" }
        Chip { id: chip; text: "Japan"; checkable: true }
        Tabs { id: tabs; objectName: "tabs"; width: 200; value: "a"; model: ["a", "b", "c", "d", "e"].map(v => ({ value: v, text: "Tab number " + v })); onChosen: value => tabs.value = value }
        SlideToConfirm { id: slide; objectName: "slide"; width: 300; text: "Slide" }
        Card { id: card; width: 200; clickable: true; accessibleName: "Card"; Label { text: "Card" } }
    }
    SignalSpy { id: paid; target: pay; signalName: "clicked" }
    SignalSpy { id: busied; target: busy; signalName: "clicked" }
    SignalSpy { id: confirmed; target: slide; signalName: "confirmed" }
    SignalSpy { id: carded; target: card; signalName: "clicked" }

    function init() { paid.clear(); confirmed.clear(); slide.asked = false }
    function test_keyAndPointer() {
        pay.forceActiveFocus(Qt.TabFocusReason)
        verify(pay.visualFocus)
        keyClick(Qt.Key_Space)
        like.forceActiveFocus()
        mouseClick(pay)
        compare(paid.count, 2)
        verify(!pay.visualFocus)           // the ring is for the keyboard
        mouseClick(busy)
        compare(busied.count, 0)
        compare(busy.Accessible.description, "Please wait")
    }
    function test_chipIsChosen() {
        mouseClick(chip)
        verify(chip.checked)
        chip.forceActiveFocus(Qt.TabFocusReason)
        keyClick(Qt.Key_Space)
        verify(!chip.checked)
    }
    function test_tabsScrollToTheChosen() {
        findChild(tabs, "tabs.a").forceActiveFocus(Qt.TabFocusReason)
        for (let at = 0; at < 6; ++at)
            keyClick(Qt.Key_Right)
        compare(tabs.value, "e")
        const last = findChild(tabs, "tabs.e")
        verify(last.mapToItem(tabs, last.width, 0).x <= tabs.width + 1)
    }
    function test_slideToTheEnd() {
        const knob = findChild(slide, "slide.knob")
        mouseDrag(slide, 30, 30, 120, 0)
        compare(confirmed.count, 0)        // half the way is no yes
        tryVerify(() => knob.x === 4)
        mouseDrag(slide, 30, 30, 300, 0)
        compare(confirmed.count, 1)
        tryVerify(() => knob.x === 4)
    }
    function test_slideWithKeysAsksOnce() {
        slide.forceActiveFocus(Qt.TabFocusReason)
        keyClick(Qt.Key_Return)
        compare(confirmed.count, 0)
        verify(slide.asked)
        keyClick(Qt.Key_Escape)
        verify(!slide.asked)
        keyClick(Qt.Key_Return)
        keyClick(Qt.Key_Return)
        compare(confirmed.count, 1)
    }
    function test_cardIsAButton() {
        carded.clear()
        card.forceActiveFocus(Qt.TabFocusReason)
        keyClick(Qt.Key_Return)
        mouseClick(card)
        compare(carded.count, 2)
    }
}
