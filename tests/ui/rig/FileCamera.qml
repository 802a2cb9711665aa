import QtQuick

// A camera that sees a picture of a file: what camera_port.h asks of one. The photo is grabbed from the picture at its own size.
Item {
    id: root
    property url frame
    property bool found: true
    property string trouble
    property bool front: false
    property bool turnable: false
    property bool torch: false
    property bool torchable: true
    property int asked: 0                  // how often retry() was called
    property bool broken: false            // the next photo fails
    readonly property bool ready: trouble === "" && picture.status === Image.Ready
    objectName: "camera.source"
    signal taken()
    signal missed()
    function look(done) { picture.grabToImage(result => done(result.image), Qt.size(512, Math.max(1, Math.round(512 * picture.implicitHeight / Math.max(1, picture.implicitWidth))))) }
    function take(path) {
        if (broken) {
            broken = false
            Qt.callLater(missed)
            return
        }
        whole.grabToImage(result => { if (result.saveToFile(path)) root.taken(); else root.missed() })
    }
    function retry() { ++asked; trouble = "" }
    Image { id: whole; x: -10000; source: root.frame; asynchronous: false; cache: false } // beside what is shown
    Image { id: picture; anchors.fill: parent; source: root.frame; fillMode: Image.PreserveAspectCrop; asynchronous: false; cache: false }
}
