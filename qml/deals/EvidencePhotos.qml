import QtQuick
import CarGo.Ui
import CarGo.Client

// Photos for a dispute: chosen or dropped here, kept with the draft, each uploaded as soon as there is a line.
Column {
    id: root
    readonly property bool ready: uploads.ready
    readonly property int count: uploads.count
    function add(files) { uploads.add(files) }
    property alias draftKey: uploads.draftKey
    function release() { uploads.release() }   // they went with what was sent

    spacing: Theme.s2
    PhotoUploads { id: uploads }
    PhotoGrid { width: parent.width; ground: Theme.raised; model: uploads; onRemoved: key => uploads.drop(key); onRetried: key => uploads.retry(key) }
    Button { width: parent.width; kind: "outline"; iconName: "add_a_photo"; text: qsTr("Add photos"); onClicked: dialog.open() }
    PhotoDialog { id: dialog; onChosen: files => root.add(files) }
}
