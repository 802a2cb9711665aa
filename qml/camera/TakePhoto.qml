import QtQuick
import QtQuick.Templates as T
import CarGo.Ui
import CarGo.Camera

// Asks for a photo: with the camera where there is one, from a file where there is none or where the user prefers it. Takes the
// place of a PhotoDialog.
Item {
    id: root
    property string title                  // what is photographed
    property string hint                   // how to stand or to hold it
    property string subject: "free"        // what its frame is for: page, card, selfie, car, plate, free
    property string angle                  // of a car, a word of shared/domain/deal/inspection.h
    property url ghost                     // an older photo of the same, to be laid over what is seen
    property bool looked: false            // the one that is being handed over was looked at, with what may be wrong with it
    // Set by whoever hears chosen(): the camera stays open for the next one, which title, angle and so on tell of by then.
    property bool goesOn: false
    signal chosen(var files)
    function open() {
        probe.active = true
        if (probe.status === Loader.Ready && probe.item.found) {
            popup.open()
        } else {
            probe.active = false
            dialog.open()
        }
    }
    function use(file) {
        looked = true
        goesOn = false
        chosen([file])
        looked = false
        if (goesOn)
            body.item.lookAgain()
        else
            popup.close()
    }

    visible: false
    Loader { id: probe; active: false; source: CameraPort.view; onLoaded: item.front = root.subject === "selfie" }
    PhotoDialog { id: dialog; onChosen: files => root.chosen(files) }
    T.Popup {
        id: popup
        parent: T.Overlay.overlay
        width: parent ? parent.width : 0
        height: parent ? parent.height : 0
        modal: true
        focus: true
        closePolicy: T.Popup.CloseOnEscape
        background: Rectangle { color: Theme.photoGround }
        contentItem: Loader {
            id: body
            focus: true
            active: popup.visible && probe.item !== null
            sourceComponent: Viewfinder {
                camera: probe.item
                title: root.title
                hint: root.hint
                subject: root.subject
                angle: root.angle
                ghost: root.ghost
                onUsed: file => root.use(file)
                onFilesAsked: { popup.close(); dialog.open() }
                onLeaving: popup.close()
            }
        }
        onClosed: probe.active = false     // the camera is let go
    }
}
