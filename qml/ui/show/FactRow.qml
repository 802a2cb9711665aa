import QtQuick

// A name and its value on one line; the value may take several.
Item {
    id: root
    property string name
    property string value
    property bool strong: false

    implicitHeight: Math.max(label.implicitHeight, text.implicitHeight) + Theme.s1
    Accessible.role: Accessible.StaticText
    Accessible.name: name + ": " + value
    TextMetrics { id: natural; font: text.font; text: root.value }
    Label { id: label; text: root.name; size: 14; color: Theme.inkSoft; width: parent.width - text.width - Theme.s3; wrapMode: Text.WordWrap; Accessible.ignored: true }
    Label { id: text; anchors.right: parent.right; width: Math.min(Math.ceil(natural.advanceWidth) + 2, parent.width * 0.6); text: root.value; size: root.strong ? 15 : 14; weight: root.strong ? Font.Bold : Font.Medium; wrapMode: Text.Wrap; horizontalAlignment: Text.AlignRight; Accessible.ignored: true }
}
