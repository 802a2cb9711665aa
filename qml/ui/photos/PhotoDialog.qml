import QtQuick

// Asks for photos of this device, or, with a `filter` and a `title`, for other files. The dialog of the system is made when it is first asked for.
Item {
    id: root
    property string title
    property string filter
    signal chosen(var files)
    function open() { loader.active = true; if (loader.item) loader.item.open(); else missing() }
    signal missing()

    visible: false
    Loader {
        id: loader
        active: false
        source: "SystemPhotoDialog.qml"
        onLoaded: {
            if (root.filter !== "") {
                item.title = root.title
                item.nameFilters = [root.filter]
            }
            item.filesChosen.connect(files => root.chosen(files))
        }
    }
}
