import QtQuick
import QtQuick.Templates as T

// One of two to four views of the same thing, side by side; one under the other where their words would not fit. model:
// [{value, text, iconName}]. Arrows move the choice.
Rectangle {
    id: root
    property var model: []
    property string value
    property string name                   // what is chosen here, for a screen reader
    signal chosen(string value)

    function choose(at) { if (at >= 0 && at < model.length) { segments.itemAt(at).forceActiveFocus(Qt.TabFocusReason); chosen(model[at].value) } }
    implicitWidth: 320
    implicitHeight: row.implicitHeight + 8
    radius: Theme.compact ? Theme.radiusPhoto - 2 : Theme.radiusButton
    color: Theme.sunken
    border.width: Theme.highContrast ? 1 : 0
    border.color: Theme.line
    Accessible.role: Accessible.PageTabList
    Accessible.name: name
    ButtonRow {
        id: row
        x: 4
        y: 4
        width: parent.width - 8
        spacing: 2
        Repeater {
            id: segments
            model: root.model
            T.AbstractButton {
                id: control
                required property var modelData
                required property int index
                readonly property bool current: root.value === modelData.value
                objectName: root.objectName === "" ? "" : root.objectName + "." + modelData.value
                width: row.cell
                implicitWidth: words.implicitWidth + (sign.visible ? sign.width + 6 : 0) + 2 * Theme.s3
                implicitHeight: Math.max(Theme.touch - (Theme.compact ? 8 : 0), words.implicitHeight + Theme.s3)
                text: modelData.text
                focusPolicy: Qt.StrongFocus
                activeFocusOnTab: current || (index === 0 && !root.model.some(row => row.value === root.value))
                hoverEnabled: Qt.styleHints.useHoverEffects
                Accessible.role: Accessible.PageTab
                Accessible.name: text
                Accessible.selected: current
                onClicked: root.chosen(modelData.value)
                Keys.onLeftPressed: root.choose(index - 1)
                Keys.onRightPressed: root.choose(index + 1)
                background: Rectangle {
                    radius: root.radius - 4
                    color: control.current ? (Theme.dark && !Theme.highContrast ? Theme.line : Theme.surface) : control.hovered ? Qt.tint(Theme.sunken, Qt.rgba(0.5, 0.5, 0.5, 0.12)) : "transparent"
                    border.width: control.current ? Theme.hairline : 0
                    border.color: Theme.highContrast ? Theme.ink : Theme.line
                    FocusRing { target: control; corner: parent.radius; anchors.margins: -2 }
                }
                contentItem: Item {
                    Icon { id: sign; visible: name !== ""; name: control.modelData.iconName ? control.modelData.iconName : ""; size: 18; color: words.color; x: Math.round((parent.width - width - 6 - words.width) / 2); anchors.verticalCenter: parent.verticalCenter }
                    Label {
                        id: words
                        readonly property real before: sign.visible ? sign.width + 6 : 0
                        size: 14
                        weight: control.current ? Font.DemiBold : Font.Medium
                        color: control.current ? Theme.ink : Theme.inkSoft
                        text: control.text
                        width: Math.min(implicitWidth, parent.width - before)
                        x: Math.round((parent.width - width - before) / 2 + before)
                        anchors.verticalCenter: parent.verticalCenter
                        horizontalAlignment: Text.AlignHCenter
                        Accessible.ignored: true
                    }
                }
            }
        }
    }
}
