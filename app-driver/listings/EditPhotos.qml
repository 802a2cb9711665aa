import QtQuick
import CarGo.Ui
import CarGo.Client

// Photos in their order, the first is the cover. Dragged with a finger or a mouse, or moved with Ctrl and arrows.
Column {
    id: root
    required property PhotoUploads uploads
    spacing: Theme.s4
    Label { width: parent.width; color: Theme.inkSoft; wrapMode: Text.WordWrap; text: qsTr("All four corners, the inside, the odometer, the engine and every scratch. The first is the cover; hold one to move it.") }
    PhotoGrid {
        objectName: "edit.photos"
        width: parent.width
        ground: Theme.page
        tile: 148
        orderable: true
        cover: true
        most: root.uploads.most
        model: root.uploads
        addText: qsTr("Add photos")
        onAdded: dialog.open()
        onRemoved: key => root.uploads.drop(key)
        onRetried: key => root.uploads.retry(key)
        onMoved: (from, to) => root.uploads.move(from, to)
    }
    PhotoDialog { id: dialog; onChosen: files => root.uploads.add(files) }
}
