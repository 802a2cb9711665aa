import QtQuick
import QtTest
import CarGo.Ui

// Photos: the order changed by hand and by keys, sending and trying again, the gallery and its zoom.
TestCase {
    id: test
    name: "Photos"
    when: windowShown
    width: 400
    height: 700
    visible: true
    property var log: []

    ListModel { id: rows }
    PhotoGrid {
        id: grid
        objectName: "grid"
        width: 320
        orderable: true
        addText: "Add"
        most: 6
        model: rows
        onMoved: (from, to) => { test.log.push("move " + from + " " + to); rows.move(from, to, 1) }
        onRemoved: key => test.log.push("remove " + key)
        onRetried: key => test.log.push("retry " + key)
        onOpened: at => test.log.push("open " + at)
        onAdded: test.log.push("add")
    }
    PhotoGallery { id: gallery; y: 320; width: 300; height: 200; zoomable: true; photos: ["image://demo/media/blue-1/400", "image://demo/media/red-2/400", "image://demo/media/red-3/400"] }

    function initTestCase() { Theme.reducedMotion = true }
    function init() {
        rows.clear()
        for (const key of ["a", "b", "c", "d"])
            rows.append({ key: key, source: "image://demo/media/blue-1/400", state: key === "d" ? "failed" : "done", progress: 1, errorText: key === "d" ? "no network" : "" })
        log = []
        gallery.show(0)
        gallery.zoomTo(1)
    }
    function order() { let text = ""; for (let at = 0; at < rows.count; ++at) text += rows.get(at).key; return text }
    function tile(key) { return findChild(grid, "grid." + key) }
    function middle(item) { return item.mapToItem(grid, item.width / 2, item.height / 2) }

    function test_dragChangesTheOrder() {
        const from = middle(tile("a")), to = middle(tile("c"))
        mousePress(grid, from.x, from.y)
        for (let part = 0; part <= 1; part += 0.1)
            mouseMove(grid, from.x + (to.x - from.x) * part, from.y + (to.y - from.y) * part)
        mouseMove(grid, to.x, to.y)
        compare(grid.dragged, 0)
        compare(order(), "abcd")           // only shown until it is let go
        verify(tile("b").x < from.x)       // the others make room
        mouseRelease(grid, to.x, to.y)
        compare(order(), "bcad")
        compare(grid.dragged, -1)
        verify(!log.includes("open 0"))
    }
    function test_keysChangeTheOrder() {
        tile("b").forceActiveFocus(Qt.TabFocusReason)
        keyClick(Qt.Key_Right, Qt.ControlModifier)
        compare(order(), "acbd")
        tryVerify(() => tile("b").activeFocus)
        keyClick(Qt.Key_Left, Qt.ControlModifier)
        tryVerify(() => tile("b").activeFocus)
        keyClick(Qt.Key_Left, Qt.ControlModifier)
        compare(order(), "bacd")
        keyClick(Qt.Key_Left, Qt.ControlModifier)
        compare(order(), "bacd")           // there is nothing before the first
        tryVerify(() => tile("b").activeFocus)
        keyClick(Qt.Key_Delete)
        compare(log[log.length - 1], "remove b")
    }
    function test_failedIsTriedAgain() {
        tile("d").forceActiveFocus(Qt.TabFocusReason)
        keyClick(Qt.Key_Return)
        compare(log, ["retry d"])
        verify(tile("d").Accessible.name.includes("no network"))
    }
    function test_addAndOpen() {
        mouseClick(tile("b"))
        mouseClick(findChild(grid, "grid.add"))
        compare(log, ["open 1", "add"])
        rows.append({ key: "e", source: "", state: "ready", progress: 0, errorText: "" })
        rows.append({ key: "f", source: "", state: "ready", progress: 0, errorText: "" })
        verify(!grid.canAdd)               // no more than `most`
    }
    // The index is told before the photos are there: a press before that holds them where they are.
    function firstIsInPlace() {
        const view = gallery.shown.ListView.view
        waitForItemPolished(view)
        tryVerify(() => view.contentX === 0 && !view.moving)
    }
    function test_galleryByKeysAndSwipe() {
        gallery.forceActiveFocus()
        keyClick(Qt.Key_Right)
        compare(gallery.currentIndex, 1)
        keyClick(Qt.Key_End)
        compare(gallery.currentIndex, 2)
        keyClick(Qt.Key_Home)
        compare(findChild(gallery, "gallery.counter").text, "1 / 3")
        firstIsInPlace()
        // Far past the middle: it is the next one's turn also where the moves came too slowly to be a flick.
        mousePress(gallery, 280, 40)    // above the button that turns to the next one
        for (let x = 280; x >= 20; x -= 10)
            mouseMove(gallery, x, 40, -1, Qt.LeftButton)
        mouseRelease(gallery, 20, 40)
        tryCompare(gallery, "currentIndex", 1)
    }
    // Two fingers, apart and together again; what lies between them stays there. A zoomed photo is moved, not turned over.
    function test_pinch() {
        const middle = Qt.point(150, 100)
        firstIsInPlace()
        const fingers = touchEvent(gallery)
        const at = half => { fingers.move(0, gallery, middle.x - half, middle.y).move(1, gallery, middle.x + half, middle.y).commit() }
        fingers.press(0, gallery, middle.x - 20, middle.y).press(1, gallery, middle.x + 20, middle.y).commit()
        // Scales count from where a pinch is known as one, and moves that come faster than frames are taken together.
        for (let half = 20; half <= 36; half += 4)
            at(half)
        tryVerify(() => gallery.pinched)
        for (let half = 40; half <= 80; half += 4)
            at(half)
        tryVerify(() => gallery.zoom > 1.8)
        const sheet = gallery.shown, wide = gallery.zoom
        verify(Math.abs((sheet.contentX + middle.x) / wide - middle.x) < 8)
        for (let half = 80; half >= 60; half -= 4)
            at(half)
        tryVerify(() => gallery.zoom < wide)
        fingers.release(0, gallery, middle.x - 60, middle.y).release(1, gallery, middle.x + 60, middle.y).commit()
        const x = sheet.contentX
        fingers.press(0, gallery, 200, 100).commit()
        for (let to = 200; to >= 120; to -= 8)
            fingers.move(0, gallery, to, 100).commit()
        fingers.release(0, gallery, 120, 100).commit()
        tryVerify(() => sheet.contentX > x + 20)
        compare(gallery.currentIndex, 0)
        // All the way together: it is whole again, not smaller.
        fingers.press(0, gallery, 40, 100).press(1, gallery, 260, 100).commit()
        for (let half = 110; half >= 82; half -= 7)
            at(half)
        tryVerify(() => gallery.pinched)
        for (let half = 75; half >= 12; half -= 7)
            at(half)
        fingers.release(0, gallery, 138, 100).release(1, gallery, 162, 100).commit()
        tryCompare(gallery, "zoom", 1)
    }
    function test_zoom() {
        gallery.forceActiveFocus()
        keyClick("+")
        verify(gallery.zoom > 1.4)
        keyClick(Qt.Key_0)
        compare(gallery.zoom, 1)
        const finger = touchEvent(gallery)
        for (let tap = 0; tap < 2; ++tap) {
            finger.press(0, gallery, 60, 60).commit()
            finger.release(0, gallery, 60, 60).commit()
        }
        tryCompare(gallery, "zoom", 2.5)
        const sheet = gallery.shown
        // what was under the finger is under it still
        verify(Math.abs((sheet.contentX + 60) / 2.5 - 60) < 1.5)
        keyClick(Qt.Key_Right)
        compare(gallery.currentIndex, 1)
        compare(gallery.zoom, 1)
        mouseWheel(gallery, 150, 100, 0, 480)
        tryVerify(() => gallery.zoom > 1.5)
    }
}
