import QtQuick
import QtQuick.Templates as T

// Several lines of text with a label, a counter and an error.
FocusScope {
    id: root

    property string label
    property string errorText
    property string hint
    property int maximumLength: 2000
    property int minimumLines: 4
    property alias text: input.text
    property alias placeholder: input.placeholderText
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
            Accessible.ignored: true
        }
        T.TextArea {
            id: input
            objectName: root.objectName === "" ? "" : root.objectName + ".input"
            width: parent.width
            implicitHeight: Math.max(contentHeight + 2 * Theme.s3, Theme.px(20) * root.minimumLines + 2 * Theme.s3)
            padding: Theme.s3
            leftPadding: Theme.s4
            rightPadding: Theme.s4
            focus: true
            font.family: Theme.sans
            font.pixelSize: Theme.px(15)
            color: Theme.ink
            placeholderTextColor: Theme.inkFaint
            selectionColor: Theme.brand
            selectedTextColor: Theme.brandInk
            selectByMouse: true
            wrapMode: TextEdit.Wrap
            Accessible.name: root.label !== "" ? root.label : placeholderText
            Accessible.description: root.errorText
            KeyNavigation.priority: KeyNavigation.BeforeItem
            KeyNavigation.tab: nextItemInFocusChain(true)
            onTextChanged: {
                if (length > root.maximumLength)
                    remove(root.maximumLength, length)
                root.edited()
            }
            background: Rectangle {
                radius: Theme.radiusPhoto
                color: Theme.surface
                border.width: input.activeFocus ? 2 : 1
                border.color: root.errorText !== "" ? Theme.danger : input.activeFocus ? Theme.brand : Theme.line
            }
            Label {
                x: Theme.s4
                y: Theme.s3
                width: parent.width - 2 * Theme.s4
                wrapMode: Text.WordWrap
                visible: input.length === 0 && input.preeditText === ""
                text: input.placeholderText
                color: Theme.inkFaint
                Accessible.ignored: true
            }
        }
        Item {
            width: parent.width
            height: Math.max(note.implicitHeight, counter.implicitHeight)
            Label {
                id: note
                text: root.errorText !== "" ? root.errorText : root.hint
                size: 13
                color: root.errorText !== "" ? Theme.danger : Theme.inkSoft
                wrapMode: Text.WordWrap
                width: parent.width - counter.width - Theme.s2
            }
            Label {
                id: counter
                anchors.right: parent.right
                text: input.length + " / " + root.maximumLength
                size: 12
                color: Theme.inkFaint
                Accessible.ignored: true
            }
        }
    }
}
