import QtQuick

// A name and its value on one line; the value may take several. With large letters, where both do not fit, one below the
// other.
Item {
    id: root
    property string name
    property string value
    property bool strong: false
    readonly property bool stacked: Theme.textScale > 1.3 && label.implicitWidth + natural.advanceWidth + Theme.s3 > width

    implicitWidth: 320
    implicitHeight: (stacked ? label.implicitHeight + text.implicitHeight + 2 : Math.max(label.implicitHeight, text.implicitHeight)) + Theme.s1
    Accessible.role: Accessible.StaticText
    Accessible.name: name + ": " + value
    TextMetrics { id: natural; font: text.font; text: root.value }
    Label { id: label; text: root.name; size: 14; color: Theme.inkSoft; width: root.stacked ? parent.width : parent.width - text.width - Theme.s3; wrapMode: Text.WordWrap; Accessible.ignored: true }
    Label { id: text; x: root.stacked ? 0 : parent.width - width; y: root.stacked ? label.height + 2 : 0; width: root.stacked ? parent.width : Math.min(Math.ceil(natural.advanceWidth) + 2, Math.max(parent.width * 0.6, parent.width - label.implicitWidth - Theme.s3)); text: root.value; size: root.strong ? 15 : 14; weight: root.strong ? Font.Bold : Font.Medium; wrapMode: Text.Wrap; horizontalAlignment: root.stacked ? Text.AlignLeft : Text.AlignRight; Accessible.ignored: true }
}
