import QtQuick
import QtQuick.Templates as T

// Yes or no for what is sent later with a form; `detail` says what it means. Partly: tristate.
T.CheckBox {
    id: control
    property string detail
    property bool wrong: false             // must be ticked and is not

    implicitWidth: Math.min(indicator.width + spacing + leftPadding + rightPadding + words.implicitWidth, 640)
    implicitHeight: Math.max(Theme.touch, words.height + Theme.s5)
    leftPadding: Theme.s1
    rightPadding: Theme.s1
    spacing: Theme.s3
    focusPolicy: Qt.StrongFocus
    hoverEnabled: Qt.styleHints.useHoverEffects
    opacity: enabled ? 1 : 0.5
    Accessible.name: text
    Accessible.description: detail
    indicator: Rectangle {
        readonly property bool full: control.checkState !== Qt.Unchecked
        x: control.leftPadding
        y: words.lineCount > 1 || control.detail !== "" ? words.y + Math.round((Theme.px(19) - height) / 2) : Math.round((control.height - height) / 2)
        width: Theme.px(22); height: width; radius: 6
        color: full ? Theme.brand : Theme.surface
        border.width: full ? 0 : 2
        border.color: control.wrong ? Theme.danger : control.hovered ? Theme.ink : Theme.frame
        Icon { visible: parent.full; anchors.centerIn: parent; name: control.checkState === Qt.PartiallyChecked ? "remove" : "check"; size: 18; color: Theme.brandInk }
        FocusRing { target: control; corner: 6 }
    }
    contentItem: Item {
        Column {
            id: words
            readonly property int lineCount: name.lineCount
            x: control.text === "" ? 0 : control.indicator.width + control.spacing
            width: parent.width - x
            anchors.verticalCenter: parent.verticalCenter
            spacing: 2
            Label { id: name; visible: control.text !== ""; width: parent.width; text: control.text; wrapMode: Text.WordWrap; Accessible.ignored: true }
            Label { visible: text !== ""; role: "second"; width: parent.width; text: control.detail; wrapMode: Text.WordWrap; Accessible.ignored: true }
        }
    }
}
