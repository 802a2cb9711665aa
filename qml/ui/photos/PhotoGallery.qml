import QtQuick

// Photos one beside the other: swipe, arrow keys, Home and End, a counter. A tap asks to open it large; with `zoomable`
// two fingers, a double tap, the wheel and the keys + - 0 zoom, and a photo that is zoomed is moved about.
Item {
    id: root
    property var photos: []
    property alias currentIndex: view.currentIndex
    property bool zoomable: false
    onPhotosChanged: pinched = false       // with the photo that was held
    property int radius: 0
    property color ground: Theme.page
    property bool pinched: false           // by two fingers: what scrolls must not take them away
    readonly property var shown: view.currentItem
    readonly property real zoom: shown ? shown.zoom : 1
    signal tapped()

    function show(at) { if (at >= 0 && at < photos.length) view.currentIndex = at }
    function jump(at) { show(at); view.positionViewAtIndex(view.currentIndex, ListView.SnapPosition) } // without the way there
    function zoomTo(times) { if (zoomable && shown) shown.zoomTo(times, Qt.point(width / 2, height / 2)) }
    activeFocusOnTab: true
    property bool visualFocus: activeFocus
    Accessible.role: Accessible.Graphic
    Accessible.name: qsTr("Photo %1 of %2").arg(view.currentIndex + 1).arg(Math.max(1, photos.length))
    Accessible.focusable: true
    Keys.onPressed: event => {
        event.accepted = true
        switch (event.key) {
        case Qt.Key_Left: view.decrementCurrentIndex(); break
        case Qt.Key_Right: view.incrementCurrentIndex(); break
        case Qt.Key_Home: show(0); break
        case Qt.Key_End: show(photos.length - 1); break
        case Qt.Key_Return: case Qt.Key_Enter: tapped(); break
        case Qt.Key_Plus: case Qt.Key_Equal: zoomTo(zoom * 1.5); break
        case Qt.Key_Minus: zoomTo(zoom / 1.5); break
        case Qt.Key_0: zoomTo(1); break
        default: event.accepted = false
        }
    }
    ListView {
        id: view
        anchors.fill: parent
        orientation: ListView.Horizontal
        snapMode: ListView.SnapOneItem
        highlightRangeMode: ListView.StrictlyEnforceRange
        highlightMoveDuration: Theme.calm
        boundsBehavior: Flickable.StopAtBounds
        interactive: root.zoom <= 1.01 && !root.pinched
        clip: true
        model: root.photos.length > 0 ? root.photos : [""]
        delegate: Flickable {
            id: sheet
            required property var modelData
            required property int index
            property real zoom: 1
            // `at`: the point of the view that stays where it is.
            function zoomTo(times, at) {
                const next = Math.max(1, Math.min(6, times))
                const x = (contentX + at.x) / zoom * next - at.x, y = (contentY + at.y) / zoom * next - at.y
                zoom = next
                contentX = Math.max(0, Math.min(width * next - width, x))
                contentY = Math.max(0, Math.min(height * next - height, y))
            }
            width: view.width
            height: view.height
            contentWidth: width * zoom
            contentHeight: height * zoom
            interactive: zoom > 1.01 && !root.pinched
            boundsBehavior: Flickable.StopAtBounds
            clip: true
            ListView.onIsCurrentItemChanged: if (!ListView.isCurrentItem) zoomTo(1, Qt.point(0, 0))
            Photo {
                id: picture
                width: sheet.contentWidth
                height: sheet.contentHeight
                color: root.zoomable ? Theme.photoGround : Theme.sunken
                source: sheet.modelData
                fillMode: root.zoomable ? Image.PreserveAspectFit : Image.PreserveAspectCrop
                sharpness: root.zoomable ? 2 : 1
                TapHandler {
                    onSingleTapped: if (!root.zoomable) root.tapped()
                    onDoubleTapped: point => { if (root.zoomable) sheet.zoomTo(sheet.zoom > 1.01 ? 1 : 2.5, sheet.mapFromItem(picture, point.position)) }
                }
                PinchHandler {
                    property real began: 1
                    enabled: root.zoomable
                    target: null
                    onActiveChanged: { root.pinched = active; if (active) began = sheet.zoom }
                    onActiveScaleChanged: if (active) sheet.zoomTo(began * activeScale, sheet.mapFromItem(picture, centroid.position))
                }
                WheelHandler { enabled: root.zoomable; onWheel: event => sheet.zoomTo(sheet.zoom * Math.pow(1.0015, event.angleDelta.y), sheet.mapFromItem(picture, Qt.point(event.x, event.y))) }
            }
        }
    }
    Rectangle { visible: root.radius > 0; anchors { fill: parent; margins: -6 } radius: root.radius + 6; color: "transparent"; border.width: 6; border.color: root.ground }
    FocusRing { visible: root.visualFocus && !root.zoomable; target: root; corner: root.radius; anchors.margins: 2 } // over everything there is nothing else
    component Step: IconButton { anchors.verticalCenter: parent.verticalCenter; color: Theme.photoPillInk; disc: Theme.photoPill; opacity: over.hovered || visualFocus ? 1 : 0; Behavior on opacity { NumberAnimation { duration: Theme.fast } } }
    HoverHandler { id: over }
    Step { visible: view.currentIndex > 0; anchors { left: parent.left; leftMargin: Theme.s2 } iconName: "chevron_left"; text: qsTr("Previous photo"); onClicked: view.decrementCurrentIndex() }
    Step { visible: view.currentIndex < root.photos.length - 1; anchors { right: parent.right; rightMargin: Theme.s2 } iconName: "chevron_right"; text: qsTr("Next photo"); onClicked: view.incrementCurrentIndex() }
    Rectangle {
        visible: root.photos.length > 0
        anchors { right: parent.right; bottom: parent.bottom; margins: Theme.s3 }
        width: count.implicitWidth + 20; height: count.implicitHeight + 12; radius: height / 2
        color: Theme.photoPill
        Label { id: count; objectName: "gallery.counter"; anchors.centerIn: parent; role: "caption"; color: Theme.photoPillInk; text: (view.currentIndex + 1) + " / " + root.photos.length; Accessible.ignored: true }
    }
}
