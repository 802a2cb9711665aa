import QtQuick

// A photo that fades in over a quiet ground; a car sign when there is none. Its corners are round in every renderer: a
// frame in the colour of what lies around (`ground`) covers them.
Item {
    id: root
    property url source
    property alias fillMode: image.fillMode
    property alias status: image.status
    property color color: Theme.sunken
    property color ground: Theme.surface
    property int radius: 0
    property real sharpness: 1             // more than 1 where it is zoomed into
    property real faint: 0                 // how far it is veiled: what waits, what is being sent
    property string sign: "directions_car" // shown where there is no photo

    Rectangle { anchors.fill: parent; radius: root.radius; color: root.color }
    Icon {
        anchors.centerIn: parent
        visible: root.sign !== "" && image.status !== Image.Ready && !(image.status === Image.Loading && image.progress < 1 && image.source.toString() !== "")
        name: image.status === Image.Error ? "broken_image" : root.sign
        size: Math.max(16, Math.min(32, root.height / 2))
        color: Theme.inkFaint
    }
    Item {
        anchors.fill: parent
        clip: root.radius > 0
        Image {
            id: image
            source: Theme.photo(root.source)
            anchors.fill: parent
            asynchronous: true
            clip: false
            fillMode: Image.PreserveAspectCrop
            sourceSize.width: root.sharpness > 1 ? 2048 : Math.min(2048, Math.ceil(root.width * 2 / 200) * 200)
            opacity: status === Image.Ready ? 1 : 0
            Accessible.ignored: true
            Behavior on opacity { NumberAnimation { duration: Theme.calm } }
        }
        Rectangle { visible: root.faint > 0; anchors.fill: parent; color: root.ground; opacity: root.faint }
        Rectangle {
            readonly property int thick: Math.max(6, Math.ceil(root.radius * 0.45))
            visible: root.radius > 0 && image.status === Image.Ready
            anchors { fill: parent; margins: -thick }
            radius: root.radius + thick
            color: "transparent"
            border.width: thick
            border.color: root.ground
        }
    }
}
