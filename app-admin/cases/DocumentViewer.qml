import QtQuick
import CarGo.Ui

// One picture of a document, to be turned and looked at closely: wheel and buttons zoom, a pull moves.
Rectangle {
    id: root
    property url source
    property bool busy: false
    property int turn: 0                   // quarters
    property real zoom: 1
    readonly property bool there: source.toString() !== ""
    signal asked()                         // to be shown

    function zoomBy(by) { zoom = Math.max(1, Math.min(6, zoom * by)) }
    radius: Theme.radiusPhoto
    color: there ? Theme.photoGround : Theme.sunken
    onSourceChanged: { turn = 0; zoom = 1 }
    Flickable {
        id: view
        anchors.fill: parent
        clip: true
        visible: root.there
        boundsBehavior: Flickable.StopAtBounds
        contentWidth: width * root.zoom
        contentHeight: height * root.zoom
        Image {
            id: image
            readonly property bool across: root.turn % 2 !== 0
            anchors.centerIn: parent
            width: across ? view.contentHeight : view.contentWidth
            height: across ? view.contentWidth : view.contentHeight
            source: root.source
            cache: false
            asynchronous: true
            fillMode: Image.PreserveAspectFit
            sourceSize.width: 2400
            rotation: root.turn * 90
            Accessible.role: Accessible.Graphic
            Accessible.name: qsTr("The document")
        }
        WheelHandler { acceptedModifiers: Qt.ControlModifier; onWheel: event => root.zoomBy(event.angleDelta.y > 0 ? 1.2 : 1 / 1.2) }
    }
    Column {
        visible: !root.there
        anchors.centerIn: parent
        width: Math.min(parent.width - 2 * Theme.s4, Theme.px(340))
        spacing: Theme.s3
        Icon { anchors.horizontalCenter: parent.horizontalCenter; name: "lock"; size: 32; color: Theme.inkSoft }
        Label { width: parent.width; horizontalAlignment: Text.AlignHCenter; wrapMode: Text.WordWrap; color: Theme.inkSoft; text: qsTr("The picture is encrypted. It is shown for a reason, and each look is on record.") }
        Button { objectName: "kyc.reveal"; anchors.horizontalCenter: parent.horizontalCenter; kind: "tonal"; text: qsTr("Show the picture"); busy: root.busy; onClicked: root.asked() }
    }
    Row {
        visible: root.there
        anchors { right: parent.right; top: parent.top; margins: Theme.s2 }
        spacing: Theme.s1
        component Tool: IconButton { color: Theme.photoPillInk; disc: Theme.photoPill }
        Tool { objectName: "viewer.left"; iconName: "rotate_left"; text: qsTr("Turn left"); onClicked: root.turn = (root.turn + 3) % 4 }
        Tool { objectName: "viewer.right"; iconName: "rotate_right"; text: qsTr("Turn right"); onClicked: root.turn = (root.turn + 1) % 4 }
        Tool { objectName: "viewer.out"; iconName: "zoom_out"; enabled: root.zoom > 1; text: qsTr("Smaller"); onClicked: root.zoomBy(1 / 1.4) }
        Tool { objectName: "viewer.in"; iconName: "zoom_in"; enabled: root.zoom < 6; text: qsTr("Larger"); onClicked: root.zoomBy(1.4) }
        Tool { objectName: "viewer.fit"; iconName: "crop_free"; text: qsTr("Whole"); onClicked: { root.zoom = 1; root.turn = 0 } }
    }
}
