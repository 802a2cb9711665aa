import QtQuick
import QtQuick.Templates as T

// Photos over everything, to be looked at closely.
T.Popup {
    id: root
    property var photos: []
    property int start: 0
    readonly property int at: gallery.currentIndex // which one is looked at
    function show(photos, at) { root.photos = photos; start = at; open() }

    onOpened: gallery.jump(start)          // its photos are there only now
    parent: T.Overlay.overlay
    width: parent ? parent.width : 0
    height: parent ? parent.height : 0
    modal: true
    focus: true
    background: Rectangle { color: Theme.photoGround }
    contentItem: Item {
        Accessible.role: Accessible.Dialog
        Accessible.name: qsTr("Photos")
        PhotoGallery { id: gallery; objectName: "viewer.photos"; anchors.fill: parent; focus: true; photos: root.opened ? root.photos : []; zoomable: true }
        IconButton { objectName: "viewer.close"; anchors { right: parent.right; top: parent.top; margins: Theme.s2 } iconName: "close"; color: Theme.photoPillInk; disc: Theme.photoPill; text: qsTr("Close"); onClicked: root.close() }
    }
}
