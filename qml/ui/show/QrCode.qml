import QtQuick
import CarGo.Ui

// A QR code with its frame; `name` says what it is for, `caption` is the same thing in letters for who cannot scan.
Column {
    id: root
    property string text
    property string name: qsTr("QR code")
    property string caption
    property int size: 200
    readonly property bool valid: modules.side > 0

    spacing: Theme.s2
    Accessible.role: Accessible.Graphic
    Accessible.name: name
    Accessible.description: caption
    Rectangle {
        width: root.size
        height: root.size
        radius: Theme.radiusPhoto
        color: "#FFFFFF"
        border.width: Theme.hairline
        border.color: Theme.line
        QrModules { id: modules; anchors { fill: parent; margins: Theme.s1 } text: root.text }
        Icon { visible: !root.valid; anchors.centerIn: parent; name: "qr_code"; size: 48; color: Theme.photoInk; opacity: 0.3 }
    }
    Label { visible: text !== ""; role: "caption"; width: root.size; text: root.caption; horizontalAlignment: Text.AlignHCenter; wrapMode: Text.Wrap }
}
