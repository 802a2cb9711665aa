import QtQuick
import QtQuick.Window
import CarGo.Ui

// A case, a person or a deal in a window of its own. It keeps what it has taken.
Window {
    id: root
    required property url page
    required property var params
    signal left()

    width: 1180
    height: 820
    minimumWidth: 760
    minimumHeight: 520
    visible: true
    color: Theme.page
    title: (body.item ? body.item.title : "") + " · CarGo"
    onClosing: left()
    Loader { id: body; objectName: "window.page"; anchors.fill: parent; focus: true; Component.onCompleted: setSource(root.page, root.params); onLoaded: item.forceActiveFocus() }
    Shortcut { sequence: "Ctrl+W"; onActivated: root.close() }
    Shortcut { sequences: [StandardKey.Refresh]; onActivated: if (body.item && body.item.source) body.item.source.reload() }
}
