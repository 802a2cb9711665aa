import QtQuick

// What every field has around what is typed into: the label above, below it what is wrong or a hint, and a counter.
// The one who is wrong reads it beside the field, with a sign that needs no colour.
FocusScope {
    id: root

    property string label
    property string errorText
    property string hint
    property string counter
    default property alias content: slot.data
    readonly property string note: errorText !== "" ? errorText : hint   // read aloud with the field

    implicitHeight: column.implicitHeight
    implicitWidth: 280
    opacity: enabled ? 1 : 0.55

    Column {
        id: column
        width: parent.width
        spacing: 6
        Label {
            visible: root.label !== ""
            role: "label"
            text: root.label
            color: root.errorText !== "" ? Theme.danger : Theme.inkSoft
            width: parent.width
            wrapMode: Text.WordWrap
            Accessible.ignored: true
        }
        Item { id: slot; width: parent.width; height: childrenRect.height }
        Item {
            visible: root.note !== "" || root.counter !== ""
            width: parent.width
            height: Math.max(note.implicitHeight, count.implicitHeight)
            Icon { id: sign; visible: root.errorText !== ""; name: "error_outline"; size: 16; color: Theme.danger }
            Label {
                id: note
                role: "second"
                x: sign.visible ? sign.width + 6 : 0
                width: parent.width - x - (count.visible ? count.width + Theme.s2 : 0)
                text: root.note
                color: root.errorText !== "" ? Theme.danger : Theme.inkSoft
                wrapMode: Text.WordWrap
                Accessible.ignored: root.errorText === ""
                Accessible.role: root.errorText !== "" ? Accessible.AlertMessage : Accessible.StaticText
            }
            Label { id: count; visible: text !== ""; role: "caption"; anchors.right: parent.right; text: root.counter; Accessible.ignored: true }
        }
    }
}
