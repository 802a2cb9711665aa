import QtQuick

// A list that loads on as one scrolls: asks once for each page (`more`), says at its end how things are, and keeps the row
// under the eye when rows come in above or the model is filled anew. `keyRole` names the role that knows a row.
ListView {
    id: root
    property string keyRole
    property bool hasMore: false
    property bool loadingMore: false
    property string moreError              // why the next page did not come
    property string endText
    property real ahead: Math.max(600, height) // how far before the end the next page is asked for
    property int asked: -1                 // rows there were when it was last asked for
    readonly property bool nearEnd: count > 0 && contentY + height + ahead >= originY + contentHeight
    signal more()

    function place() { return keeper.place() }
    function restore(place) { return keeper.restore(place) }
    function look() { forceLayout(); if (nearEnd) ask(false) } // heights are known after the layout only
    function ask(again) {
        if (!hasMore || loadingMore || (!again && (moreError !== "" || asked === count)))
            return
        asked = count
        more()
    }
    boundsBehavior: Flickable.DragOverBounds
    cacheBuffer: 600
    onNearEndChanged: if (nearEnd) Qt.callLater(look)
    onCountChanged: { if (count < asked) asked = -1; Qt.callLater(look) }
    onHasMoreChanged: Qt.callLater(look)
    onLoadingMoreChanged: if (!loadingMore) Qt.callLater(look)
    footer: MoreFooter { width: root.width; rows: root.count; hasMore: root.hasMore; loading: root.loadingMore; errorText: root.moreError; endText: root.endText; onRetried: root.ask(true) }
    Accessible.role: Accessible.List
    readonly property ListPlace keeper: ListPlace { view: root; keyRole: root.keyRole }
}
