import QtQuick

// A photo that fades in over a quiet ground; a car sign when there is none. Its corners are round in every renderer: a
// frame in the colour of what lies around (`ground`) covers them, so six pixels of that colour must be around it.
Item {
    id: root
    property alias source: image.source
    property alias fillMode: image.fillMode
    property alias status: image.status
    property color color: Theme.sunken
    property color ground: Theme.surface
    property int radius: 0

    Rectangle { anchors.fill: parent; radius: root.radius; color: root.color }
    Icon {
        anchors.centerIn: parent
        visible: image.status !== Image.Ready && !(image.status === Image.Loading && image.progress < 1 && image.source.toString() !== "")
        name: image.status === Image.Error ? "broken_image" : "directions_car"
        size: Math.max(16, Math.min(32, root.height / 2))
        color: Theme.inkFaint
    }
    Image {
        id: image
        anchors.fill: parent
        asynchronous: true
        clip: false
        fillMode: Image.PreserveAspectCrop
        sourceSize.width: Math.min(2048, Math.ceil(root.width * 2 / 200) * 200)
        opacity: status === Image.Ready ? 1 : 0
        Accessible.ignored: true
        Behavior on opacity { NumberAnimation { duration: Theme.calm } }
    }
    Rectangle {
        visible: root.radius > 0 && image.status === Image.Ready
        anchors { fill: parent; margins: -6 }
        radius: root.radius + 6
        color: "transparent"
        border.width: 6
        border.color: root.ground
    }
}
