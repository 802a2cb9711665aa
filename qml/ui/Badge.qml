import QtQuick

// A short fact in a soft colour. tone: good, info, warn, danger, plain.
Rectangle {
    id: root

    property string text
    property string iconName
    property string tone: "good"
    property real maximumWidth: 10000
    readonly property color ink: tone === "good" ? Theme.brandSoftInk : tone === "info" ? Theme.info
        : tone === "warn" ? Theme.warn : tone === "danger" ? Theme.danger : Theme.inkSoft

    radius: 6
    implicitHeight: Math.max(24, label.implicitHeight + 8)
    implicitWidth: row.implicitWidth + 14
    color: tone === "good" ? Theme.brandSoft : tone === "info" ? Theme.infoSoft
        : tone === "warn" ? Theme.warnSoft : tone === "danger" ? Theme.dangerSoft : Theme.sunken
    Row {
        id: row
        anchors.centerIn: parent
        spacing: 4
        Icon {
            visible: root.iconName !== ""
            name: root.iconName
            size: 14
            color: root.ink
            anchors.verticalCenter: parent.verticalCenter
        }
        Label {
            id: label
            text: root.text
            size: 12
            weight: Font.DemiBold
            color: root.ink
            anchors.verticalCenter: parent.verticalCenter
            width: Math.min(implicitWidth, root.maximumWidth - 14 - (root.iconName !== "" ? 18 : 0))
        }
    }
}
