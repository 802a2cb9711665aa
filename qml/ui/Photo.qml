import QtQuick

// A photo that fades in over a quiet ground; a car sign when there is none.
Rectangle {
    id: root
    property alias source: image.source
    property alias fillMode: image.fillMode
    property alias status: image.status

    color: Theme.sunken
    clip: true
    Icon { anchors.centerIn: parent; visible: image.status !== Image.Ready; name: image.status === Image.Error ? "broken_image" : "directions_car"; size: 32; color: Theme.inkFaint }
    Image {
        id: image
        anchors.fill: parent
        asynchronous: true
        fillMode: Image.PreserveAspectCrop
        sourceSize.width: Math.min(2048, Math.ceil(root.width * 2 / 200) * 200)
        opacity: status === Image.Ready ? 1 : 0
        Accessible.ignored: true
        Behavior on opacity { NumberAnimation { duration: Theme.calm } }
    }
}
