import QtQuick

// Initials in a disc; a dot when the person is online.
Rectangle {
    id: root

    property string name
    property int size: 40
    property bool online: false
    readonly property string initials: {
        const words = name.trim().split(/\s+/).filter(w => w.length > 0)
        return words.slice(0, 2).map(w => w.charAt(0).toUpperCase()).join("")
    }

    width: size
    height: size
    radius: size / 2
    color: Theme.brandSoft
    Accessible.ignored: true
    Text {
        anchors.centerIn: parent
        text: root.initials
        font.family: Theme.sans
        font.pixelSize: root.size * 0.36
        font.weight: Font.Bold
        color: Theme.brandSoftInk
        Accessible.ignored: true
    }
    Rectangle {
        visible: root.online
        x: root.width - 11
        y: root.height - 11
        width: 12
        height: 12
        radius: 6
        color: "#22A06B"
        border.width: 2
        border.color: Theme.surface
    }
}
