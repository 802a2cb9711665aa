import QtQuick
import QtQuick.Templates as T

// kind: filled (one on a screen), tonal, outline, text, danger (opens something grave), destructive (does it). While `busy`
// it cannot be pressed again and says so.
T.Button {
    id: control

    property string kind: "filled"
    property string iconName
    property bool busy: false
    property color foreground: !enabled && !busy ? Theme.inkFaint
        : kind === "filled" ? Theme.brandInk
        : kind === "destructive" ? Theme.dangerInk
        : kind === "tonal" ? Theme.brandSoftInk
        : kind === "danger" ? Theme.danger
        : kind === "text" ? Theme.brand : Theme.ink

    implicitWidth: Math.max(Theme.touch, contentItem.implicitWidth + leftPadding + rightPadding)
    implicitHeight: Math.max(Theme.touch, contentItem.implicitHeight + 2 * (Theme.compact ? Theme.s2 : Theme.s3))
    leftPadding: kind === "text" ? Theme.s3 : Theme.s4
    rightPadding: leftPadding
    focusPolicy: Qt.StrongFocus
    hoverEnabled: Qt.styleHints.useHoverEffects
    opacity: enabled || busy ? 1 : 0.6
    Accessible.role: Accessible.Button
    Accessible.name: text
    Accessible.description: busy ? qsTr("Please wait") : ""

    // Long words break into lines instead of ending in an ellipsis; nothing here may depend on the button's own width
    // but the width of the words.
    contentItem: Item {
        implicitWidth: Math.ceil(natural.advanceWidth) + 1 + words.x0
        implicitHeight: words.implicitHeight
        TextMetrics { id: natural; font: words.font; text: control.text }
        Icon {
            id: sign
            visible: control.iconName !== "" && !control.busy
            x: words.x - words.x0
            anchors.verticalCenter: parent.verticalCenter
            name: control.iconName
            size: 20
            color: control.foreground
        }
        BusyDots {
            visible: control.busy
            x: words.x - words.x0
            anchors.verticalCenter: parent.verticalCenter
            color: control.foreground
        }
        Label {
            id: words
            readonly property real x0: control.busy ? 26 + Theme.s2 : control.iconName !== "" ? sign.width + Theme.s2 : 0
            width: Math.min(Math.ceil(natural.advanceWidth) + 1, control.availableWidth - x0)
            x: Math.round((control.availableWidth - width - x0) / 2) + x0
            anchors.verticalCenter: parent.verticalCenter
            text: control.text
            weight: Font.DemiBold
            color: control.foreground
            wrapMode: Text.WordWrap
            horizontalAlignment: control.kind === "text" && control.iconName !== "" && lineCount > 1 ? Text.AlignLeft : Text.AlignHCenter
            Accessible.ignored: true
        }
    }
    background: Rectangle {
        radius: Theme.compact ? Theme.radiusPhoto - 2 : Theme.radiusButton
        color: control.kind === "filled" || control.kind === "destructive"
               ? (!control.enabled && !control.busy ? (Theme.dark ? Theme.pressed(Theme.raised) : Theme.quiet) : control.kind === "filled" ? Theme.brand : Theme.danger)
            : control.kind === "tonal" ? Theme.brandSoft
            : control.kind === "text" ? "transparent" : Theme.surface
        border.width: control.kind === "outline" || control.kind === "danger" || (Theme.highContrast && control.kind !== "text" && (control.kind === "tonal" || !control.enabled)) ? Theme.hairline : 0
        border.color: control.kind === "tonal" && control.enabled ? Theme.brandSoftInk : Theme.line
        Rectangle {
            anchors.fill: parent
            radius: parent.radius
            color: control.foreground
            opacity: control.down ? 0.16 : control.hovered && control.enabled ? 0.07 : 0
            Behavior on opacity { NumberAnimation { duration: Theme.fast } }
        }
        FocusRing { target: control; corner: parent.radius }
    }
}
