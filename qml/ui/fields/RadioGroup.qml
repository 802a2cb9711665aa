import QtQuick
import QtQuick.Templates as T

// One of a few, each with room for a second line. model: [{value, text, detail, enabled}]. Arrows move the choice; Tab goes
// past it. For short words in a row take Choice.
Column {
    id: root
    property string label
    property string errorText
    property var model: []
    property string value
    signal chosen(string value)

    function choose(from, step) {
        for (let next = from + step; next >= 0 && next < model.length; next += step) {
            if (model[next].enabled === false)
                continue
            const asked = model[next].value
            rows.itemAt(next).forceActiveFocus(Qt.TabFocusReason)
            chosen(asked)
            return
        }
    }
    Accessible.role: Accessible.Grouping
    Accessible.name: label
    Accessible.description: errorText
    Label { visible: text !== ""; role: "label"; width: parent.width; text: root.label; bottomPadding: Theme.s1; wrapMode: Text.WordWrap; Accessible.ignored: true }
    Repeater {
        id: rows
        model: root.model
        T.AbstractButton {
            id: control
            required property var modelData
            required property int index
            readonly property bool current: root.value === modelData.value
            readonly property bool first: index === 0 && !root.model.some(row => row.value === root.value)

            objectName: root.objectName === "" ? "" : root.objectName + "." + modelData.value
            width: root.width
            implicitHeight: Math.max(Theme.touch, words.height + Theme.s5)
            enabled: modelData.enabled !== false
            opacity: enabled ? 1 : 0.5
            text: modelData.text
            focusPolicy: Qt.StrongFocus
            activeFocusOnTab: current || first
            hoverEnabled: Qt.styleHints.useHoverEffects
            Accessible.role: Accessible.RadioButton
            Accessible.name: text
            Accessible.description: modelData.detail ? modelData.detail : ""
            Accessible.checkable: true
            Accessible.checked: current
            onClicked: root.chosen(modelData.value)
            Keys.onUpPressed: root.choose(index, -1)
            Keys.onDownPressed: root.choose(index, 1)
            background: Item { FocusRing { target: control; corner: Theme.radiusSmall; anchors.margins: 0 } }
            contentItem: Item {
                Rectangle {
                    id: ring
                    x: Theme.s1
                    y: Math.round(words.y + (Theme.px(19) - height) / 2)
                    width: Theme.px(22); height: width; radius: width / 2
                    color: Theme.surface
                    border.width: control.current ? Math.round(width * 0.3) : 2
                    border.color: root.errorText !== "" ? Theme.danger : control.current ? Theme.brand : control.hovered ? Theme.ink : Theme.frame
                }
                Column {
                    id: words
                    x: ring.x + ring.width + Theme.s3
                    width: parent.width - x
                    anchors.verticalCenter: parent.verticalCenter
                    spacing: 2
                    Label { width: parent.width; text: control.text; wrapMode: Text.WordWrap; Accessible.ignored: true }
                    Label { visible: text !== ""; role: "second"; width: parent.width; text: control.modelData.detail ? control.modelData.detail : ""; wrapMode: Text.WordWrap; Accessible.ignored: true }
                }
            }
        }
    }
    Label { visible: text !== ""; role: "second"; width: parent.width; text: root.errorText; color: Theme.danger; wrapMode: Text.WordWrap }
}
