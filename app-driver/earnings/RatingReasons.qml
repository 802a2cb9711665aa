import QtQuick
import CarGo.Ui

// What lifts a rating, or what lowers it.
Card {
    id: root
    property string head
    property var entries: []               // [{title, text}]
    property string sign
    property color ink: Theme.brand
    visible: entries.length > 0
    spacing: Theme.s3
    Label { role: "bar"; width: parent.width; wrapMode: Text.WordWrap; text: root.head }
    Repeater {
        model: root.entries
        Row {
            id: reason
            required property var modelData
            width: root.width - 2 * root.padding
            spacing: Theme.s3
            Icon { id: mark; name: root.sign; color: root.ink }
            Column {
                width: parent.width - mark.width - parent.spacing
                Label { width: parent.width; weight: Font.DemiBold; wrapMode: Text.WordWrap; text: reason.modelData.title }
                Label { width: parent.width; role: "second"; wrapMode: Text.WordWrap; text: reason.modelData.text }
            }
        }
    }
}
