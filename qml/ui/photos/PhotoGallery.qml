import QtQuick

// Swipe, arrow keys and a counter; a tap opens the photo large, where two fingers, a double tap or the wheel zoom.
Item {
    id: root
    property var photos: []
    property alias currentIndex: view.currentIndex
    property bool zoomable: false
    property int radius: 0
    property color ground: Theme.page
    signal tapped()

    activeFocusOnTab: true
    readonly property bool visualFocus: activeFocus
    Accessible.role: Accessible.Graphic
    Accessible.name: qsTr("Photo %1 of %2").arg(view.currentIndex + 1).arg(Math.max(1, photos.length))
    Keys.onLeftPressed: view.decrementCurrentIndex()
    Keys.onRightPressed: view.incrementCurrentIndex()
    Keys.onReturnPressed: tapped()
    ListView {
        id: view
        anchors.fill: parent
        orientation: ListView.Horizontal
        snapMode: ListView.SnapOneItem
        highlightRangeMode: ListView.StrictlyEnforceRange
        highlightMoveDuration: Theme.calm
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        model: root.photos.length > 0 ? root.photos : [""]
        delegate: Flickable {
            id: sheet
            required property var modelData
            required property int index
            property real zoom: 1
            width: view.width
            height: view.height
            contentWidth: width * zoom
            contentHeight: height * zoom
            interactive: zoom > 1
            clip: true
            Photo {
                width: sheet.contentWidth
                height: sheet.contentHeight
                color: root.zoomable ? "#000000" : Theme.sunken
                source: sheet.modelData
                fillMode: root.zoomable ? Image.PreserveAspectFit : Image.PreserveAspectCrop
                TapHandler { onSingleTapped: if (!root.zoomable) root.tapped(); onDoubleTapped: if (root.zoomable) sheet.zoom = sheet.zoom > 1 ? 1 : 2.5 }
                PinchHandler { enabled: root.zoomable; target: null; onActiveScaleChanged: sheet.zoom = Math.max(1, Math.min(5, activeScale)) }
                WheelHandler { enabled: root.zoomable; onWheel: event => sheet.zoom = Math.max(1, Math.min(5, sheet.zoom + event.angleDelta.y / 600)) }
            }
        }
    }
    Rectangle { visible: root.radius > 0; anchors { fill: parent; margins: -6 } radius: root.radius + 6; color: "transparent"; border.width: 6; border.color: root.ground }
    FocusRing { target: root; corner: root.radius; anchors.margins: 2 }
    component Step: IconButton { anchors.verticalCenter: parent.verticalCenter; color: "#FFFFFF"; disc: Theme.photoPill; opacity: over.hovered || visualFocus ? 1 : 0; Behavior on opacity { NumberAnimation { duration: Theme.fast } } }
    HoverHandler { id: over }
    Step { visible: view.currentIndex > 0; anchors { left: parent.left; leftMargin: Theme.s2 } iconName: "chevron_left"; text: qsTr("Previous photo"); onClicked: view.decrementCurrentIndex() }
    Step { visible: view.currentIndex < root.photos.length - 1; anchors { right: parent.right; rightMargin: Theme.s2 } iconName: "chevron_right"; text: qsTr("Next photo"); onClicked: view.incrementCurrentIndex() }
    Rectangle {
        visible: root.photos.length > 0
        anchors { right: parent.right; bottom: parent.bottom; margins: Theme.s3 }
        width: count.implicitWidth + 20; height: count.implicitHeight + 12; radius: height / 2
        color: Theme.photoPill
        Label { id: count; anchors.centerIn: parent; size: 12; weight: Font.Medium; color: "#FFFFFF"; text: (view.currentIndex + 1) + " / " + root.photos.length; Accessible.ignored: true }
    }
}
