import QtQuick
import QtQuick.Templates as T

// Label above, error or hint below. `errorText` also turns the frame red and is read aloud with the field.
FocusScope {
    id: root

    property string label
    property string errorText
    property string hint
    property alias text: input.text
    property alias placeholder: input.placeholderText
    property alias secret: eye.visible
    property alias validator: input.validator
    property alias inputMethodHints: input.inputMethodHints
    property alias maximumLength: input.maximumLength
    property alias readOnly: input.readOnly
    signal accepted()
    signal edited()

    implicitHeight: column.implicitHeight
    implicitWidth: 280

    Column {
        id: column
        width: parent.width
        spacing: 6
        Label {
            visible: root.label !== ""
            text: root.label
            size: 13
            weight: Font.Medium
            color: root.errorText !== "" ? Theme.danger : Theme.inkSoft
            width: parent.width
            Accessible.ignored: true
        }
        T.TextField {
            id: input
            objectName: root.objectName === "" ? "" : root.objectName + ".input"
            width: parent.width
            implicitHeight: Math.max(Theme.touch, contentHeight + 2 * Theme.s3)
            leftPadding: Theme.s4
            rightPadding: eye.visible ? Theme.touch : Theme.s4
            focus: true
            font.family: Theme.sans
            font.pixelSize: Theme.px(15)
            color: Theme.ink
            placeholderTextColor: Theme.inkFaint
            selectionColor: Theme.brand
            selectedTextColor: Theme.brandInk
            verticalAlignment: TextInput.AlignVCenter
            selectByMouse: true
            echoMode: eye.visible && !eye.checked ? TextInput.Password : TextInput.Normal
            Accessible.name: root.label !== "" ? root.label : placeholderText
            Accessible.description: root.errorText !== "" ? root.errorText : root.hint
            onAccepted: root.accepted()
            onTextEdited: root.edited()
            background: Rectangle {
                radius: Theme.radiusPhoto
                color: Theme.surface
                border.width: input.activeFocus ? 2 : 1
                border.color: root.errorText !== "" ? Theme.danger : input.activeFocus ? Theme.brand : Theme.line
            }
            Label {
                anchors { left: parent.left; right: parent.right; leftMargin: Theme.s4; rightMargin: Theme.s4; verticalCenter: parent.verticalCenter }
                visible: input.text === "" && input.preeditText === ""
                text: input.placeholderText
                color: Theme.inkFaint
                Accessible.ignored: true
            }
            IconButton {
                id: eye
                visible: false
                checkable: true
                anchors { right: parent.right; verticalCenter: parent.verticalCenter }
                iconName: checked ? "visibility_off" : "visibility"
                iconSize: 22
                color: Theme.inkSoft
                text: checked ? qsTr("Hide password") : qsTr("Show password")
            }
        }
        Label {
            visible: text !== ""
            text: root.errorText !== "" ? root.errorText : root.hint
            size: 13
            color: root.errorText !== "" ? Theme.danger : Theme.inkSoft
            wrapMode: Text.WordWrap
            width: parent.width
        }
    }
}
