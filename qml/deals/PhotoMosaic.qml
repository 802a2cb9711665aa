import QtQuick
import CarGo.Ui

// A large photo and two small ones beside it; the last tells how many more there are. Each opens large.
Item {
    id: root
    property var photos: []
    property color ground: Theme.surface
    signal opened(int at)
    readonly property int gap: Theme.s2
    readonly property int shown: Math.min(3, photos.length)
    readonly property real large: shown === 1 ? width : shown === 2 ? (width - gap) / 2 : Math.round((width - gap) * 2 / 3)

    implicitHeight: shown === 0 ? 0 : Math.round(large * (shown === 1 ? 0.6 : 0.7))
    Repeater {
        model: root.photos.slice(0, 3)
        Photo {
            id: photo
            required property int index
            required property url modelData
            readonly property int more: index === 2 ? root.photos.length - 3 : 0
            property bool visualFocus: activeFocus
            x: index === 0 ? 0 : root.large + root.gap
            y: index === 2 ? (root.height + root.gap) / 2 : 0
            width: index === 0 ? root.large : root.width - root.large - root.gap
            height: root.shown === 3 && index > 0 ? (root.height - root.gap) / 2 : root.height
            radius: Theme.radiusPhoto
            ground: root.ground
            source: modelData
            activeFocusOnTab: true
            Accessible.role: Accessible.Button
            Accessible.name: qsTr("Photo %1 of %2").arg(index + 1).arg(root.photos.length)
            Accessible.onPressAction: root.opened(index)
            Keys.onReturnPressed: root.opened(index)
            TapHandler { onTapped: root.opened(photo.index) }
            Rectangle { visible: photo.more > 0; anchors.fill: parent; radius: Theme.radiusPhoto; color: Theme.photoPill; Label { anchors.centerIn: parent; text: "+" + photo.more; role: "bar"; color: Theme.photoPillInk; Accessible.ignored: true } }
            FocusRing { target: photo; corner: Theme.radiusPhoto }
        }
    }
}
