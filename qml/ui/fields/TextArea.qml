import QtQuick
import QtQuick.Templates as T

// Several lines of text with a counter; grows with what is written.
Field {
    id: root

    property int maximumLength: 2000
    property int minimumLines: 4
    property alias text: input.text
    property alias readOnly: input.readOnly
    property alias input: input
    property string placeholder
    signal edited()

    counter: input.length + " / " + maximumLength

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
        selectionColor: Theme.brand
        selectedTextColor: Theme.brandInk
        selectByMouse: true
        wrapMode: TextEdit.Wrap
        Accessible.name: root.label !== "" ? root.label : root.placeholder
        Accessible.description: root.note
        Keys.priority: Keys.BeforeItem
        // Asked when it is pressed: what comes next may have been switched on only by what was typed.
        Keys.onTabPressed: nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason)
        Keys.onBacktabPressed: nextItemInFocusChain(false).forceActiveFocus(Qt.BacktabFocusReason)
        onTextChanged: {
            if (length > root.maximumLength)
                remove(root.maximumLength, length)
            root.edited()
        }
        background: FieldGround { focused: input.activeFocus; wrong: root.errorText !== "" }
        Label {
            x: Theme.s4
            y: Theme.s3
            width: parent.width - 2 * Theme.s4
            wrapMode: Text.WordWrap
            visible: input.length === 0 && input.preeditText === ""
            text: root.placeholder
            color: Theme.inkFaint
            Accessible.ignored: true
        }
    }
}
