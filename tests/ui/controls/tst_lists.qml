import QtQuick
import QtTest
import CarGo.Ui

// Long lists: each page asked for once, the row under the eye stays, pulling refreshes.
TestCase {
    id: test
    name: "Lists"
    when: windowShown
    width: 300
    height: 400
    visible: true

    ListModel { id: rows }
    InfiniteList {
        id: list
        anchors.fill: parent
        keyRole: "key"
        model: rows
        onMore: test.asked++
        delegate: Rectangle { required property string key; required property int index; width: ListView.view.width; height: 40 + (key.length * 7) % 30; color: index % 2 ? "#ddd" : "#eee"; Label { text: parent.key } }
    }
    PullToRefresh { id: pull; anchors.fill: parent; target: list; onRefreshed: test.refreshed++ }
    property int asked: 0
    property int refreshed: 0

    function fill(from, count) { for (let at = from; at < from + count; ++at) rows.append({ key: "row " + at }) }
    function init() { list.hasMore = false; list.loadingMore = false; list.moreError = ""; rows.clear(); asked = 0; refreshed = 0; list.contentY = list.originY; pull.busy = false }
    function keyAtTop() { return rows.get(list.place().index).key }

    function test_eachPageIsAskedForOnce() {
        fill(0, 50)
        list.hasMore = true
        wait(20)
        compare(asked, 0)                  // far from the end nobody asks
        list.positionViewAtEnd()
        tryCompare(test, "asked", 1)
        list.loadingMore = true
        for (let at = 0; at < 20; ++at) { list.contentY -= 30; list.contentY += 30 }
        compare(asked, 1)
        fill(50, 50)
        list.loadingMore = false
        wait(20)
        compare(asked, 1)
        list.positionViewAtEnd()
        tryCompare(test, "asked", 2)
        list.moreError = "no network"
        list.contentY -= 400
        list.positionViewAtEnd()
        wait(20)
        compare(asked, 2)                  // after a failure only a person asks again
        list.ask(true)
        compare(asked, 3)
    }
    function test_shortListLoadsOn() {
        list.hasMore = true
        fill(0, 3)
        tryCompare(test, "asked", 1)
    }
    function test_placeStaysWhenRowsComeInAbove() {
        fill(0, 100)
        list.positionViewAtIndex(40, ListView.Beginning)
        list.contentY += 11
        const row = keyAtTop(), offset = list.place().offset
        for (let at = 0; at < 5; ++at)
            rows.insert(0, { key: "new " + at })
        list.forceLayout()
        compare(keyAtTop(), row)
        verify(Math.abs(list.place().offset - offset) < 1)
    }
    function test_placeComesBack() {
        fill(0, 100)
        list.positionViewAtIndex(60, ListView.Beginning)
        list.contentY += 13
        const place = list.place(), row = keyAtTop()
        list.contentY = list.originY
        rows.insert(0, { key: "one more" }) // and the list is not the same any more
        verify(list.restore(place))
        compare(keyAtTop(), row)
        verify(Math.abs(list.place().offset - place.offset) < 1)
        rows.clear()
        fill(0, 10)
        verify(list.restore(place))        // the row is gone: as near as it goes
        verify(!list.restore(null))
    }
    function test_pullAsks() {
        fill(0, 50)
        list.forceLayout()
        mousePress(list, 150, 60)
        for (let y = 60; y <= 330; y += 10)
            mouseMove(list, 150, y, -1, Qt.LeftButton)
        tryVerify(() => pull.part === 1)
        mouseRelease(list, 150, 330)
        compare(refreshed, 1)
    }
    function test_shortPullDoesNot() {
        fill(0, 50)
        list.forceLayout()
        mousePress(list, 150, 60)
        for (let y = 60; y <= 100; y += 5)
            mouseMove(list, 150, y, -1, Qt.LeftButton)
        mouseRelease(list, 150, 100)
        wait(0)
        compare(refreshed, 0)
    }
    function test_refreshByKey() {
        keySequence(StandardKey.Refresh)
        compare(refreshed, 1)
        pull.busy = true
        keySequence(StandardKey.Refresh)
        compare(refreshed, 1)
    }
}
