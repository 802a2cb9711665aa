import QtQuick
import QtQuick.Templates as T

// kind: filled (one on a screen), tonal, outline, text, danger. While `busy` it cannot be pressed again and says so.
T.Button {
    id: control

    property string kind: "filled"
    property string iconName
    property bool busy: false
    readonly property color foreground: !enabled && !busy ? Theme.inkFaint
        : kind === "filled" ? Theme.brandInk
        : kind === "tonal" ? Theme.brandSoftInk
        : kind === "danger" ? Theme.danger
        : kind === "text" ? Theme.brand : Theme.ink

    implicitWidth: Math.max(Theme.touch, row.implicitWidth + leftPadding + rightPadding)
    implicitHeight: Math.max(Theme.touch, row.implicitHeight + 2 * Theme.s3)
    leftPadding: kind === "text" ? Theme.s3 : Theme.s5
    rightPadding: leftPadding
    focusPolicy: Qt.StrongFocus
    hoverEnabled: Qt.styleHints.useHoverEffects
    opacity: enabled || busy ? 1 : 0.6
    Accessible.name: text
    Accessible.description: busy ? qsTr("Please wait") : ""

    contentItem: Item {
        Row {
            id: row
            anchors.centerIn: parent
            spacing: Theme.s2
            Icon {
                visible: control.iconName !== "" && !control.busy
                name: control.iconName
                size: 20
                color: control.foreground
                anchors.verticalCenter: parent.verticalCenter
            }
            BusyDots {
                visible: control.busy
                color: control.foreground
                anchors.verticalCenter: parent.verticalCenter
            }
            Label {
                text: control.text
                weight: Font.DemiBold
                color: control.foreground
                anchors.verticalCenter: parent.verticalCenter
                width: Math.min(implicitWidth, control.width > 0 && control.implicitWidth > control.width
                    ? control.availableWidth - (control.iconName !== "" || control.busy ? 34 : 0) : implicitWidth)
                Accessible.ignored: true
            }
        }
    }
    background: Rectangle {
        radius: 14
        color: control.kind === "filled" ? (control.enabled || control.busy ? Theme.brand : Theme.sunken)
            : control.kind === "tonal" ? Theme.brandSoft
            : control.kind === "text" ? "transparent" : Theme.surface
        border.width: control.kind === "outline" || control.kind === "danger" ? 1 : 0
        border.color: Theme.line
        Rectangle {
            anchors.fill: parent
            radius: parent.radius
            color: control.foreground
            opacity: control.down ? 0.16 : control.hovered && control.enabled ? 0.07 : 0
            Behavior on opacity { NumberAnimation { duration: Theme.fast } }
        }
        FocusRing { target: control; corner: 14 }
    }
}
