import QtQuick

// The face of a person, or initials in a disc; a dot when the person is online.
Rectangle {
    id: root

    property string name
    property int size: 40
    property bool online: false
    property url source
    property color ground: Theme.surface   // what lies around: the colour of the ring around the dot
    readonly property string initials: {
        const words = name.trim().split(/\s+/).filter(w => w.length > 0)
        return words.slice(0, 2).map(w => w.charAt(0).toUpperCase()).join("")
    }

    implicitWidth: size
    implicitHeight: size
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
    Photo { visible: status === Image.Ready; anchors.fill: parent; source: root.source; radius: root.size / 2; ground: root.ground; sign: "" }
    Rectangle {
        visible: root.online
        width: Math.max(12, Math.round(root.size * 0.28))
        height: width
        radius: width / 2
        x: root.width - width + 1
        y: root.height - width + 1
        color: Theme.dark ? Theme.brand : "#22A06B"
        border.width: 2
        border.color: root.ground
    }
}
