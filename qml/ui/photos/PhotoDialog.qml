import QtQuick

// Asks for photos of this device. The dialog of the system is made when it is first asked for.
Item {
    id: root
    signal chosen(var files)
    function open() { loader.active = true; if (loader.item) loader.item.open(); else missing() }
    signal missing()

    visible: false
    Loader {
        id: loader
        active: false
        source: "SystemPhotoDialog.qml"
        onLoaded: item.filesChosen.connect(files => root.chosen(files))
    }
}
