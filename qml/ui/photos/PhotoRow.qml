import QtQuick

// Up to a few small photos in a row; each opens large. The last one tells how many more there are.
Row {
    id: root
    property var photos: []
    property int most: 3
    property color ground: Theme.surface
    signal opened(int at)
    readonly property int cell: Math.min(96, (width - (most - 1) * Theme.s2) / most)

    spacing: Theme.s2
    topPadding: 2
    Repeater {
        model: root.photos.slice(0, root.most)
        Photo {
            id: photo
            required property int index
            required property url modelData
            readonly property int more: index === root.most - 1 ? root.photos.length - root.most : 0
            property bool visualFocus: activeFocus
            width: root.cell; height: Math.round(root.cell * 0.75)
            radius: Theme.radiusSmall
            ground: root.ground
            source: modelData
            activeFocusOnTab: true
            Accessible.role: Accessible.Button
            Accessible.name: qsTr("Photo %1 of %2").arg(index + 1).arg(root.photos.length)
            Accessible.onPressAction: root.opened(index)
            Keys.onReturnPressed: root.opened(index)
            TapHandler { onTapped: root.opened(photo.index) }
            Rectangle { visible: photo.more > 0; anchors.fill: parent; radius: Theme.radiusSmall; color: Theme.photoPill; Label { anchors.centerIn: parent; text: "+" + photo.more; weight: Font.DemiBold; color: Theme.photoPillInk; Accessible.ignored: true } }
            FocusRing { target: photo }
        }
    }
}
