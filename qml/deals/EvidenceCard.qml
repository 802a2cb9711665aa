import QtQuick
import CarGo.Ui

// What one side has shown, oldest first.
Card {
    id: root
    property string title
    property string emptyText
    property bool mine: true
    property var pieces: []
    signal photoOpened(var photos, int at)
    spacing: Theme.s3
    Row {
        width: parent.width
        spacing: Theme.s2
        Icon { id: sign; name: root.mine ? "person" : "local_shipping"; size: 20 }
        Label { width: parent.width - sign.width - parent.spacing; role: "bar"; wrapMode: Text.WordWrap; text: root.title }
    }
    Label { visible: root.pieces.length === 0; width: parent.width; role: "second"; wrapMode: Text.WordWrap; text: root.emptyText }
    Repeater {
        model: root.pieces
        Column {
            id: piece
            required property int index
            required property var modelData
            width: root.width - 2 * root.padding
            spacing: Theme.s2
            Divider { visible: piece.index > 0 }
            Label { width: parent.width; role: "second"; text: piece.modelData.moment }
            Label { visible: text !== ""; width: parent.width; text: piece.modelData.text; wrapMode: Text.WordWrap }
            PhotoRow { visible: piece.modelData.photos.length > 0; width: parent.width; photos: piece.modelData.photos; onOpened: at => root.photoOpened(piece.modelData.photos, at) }
        }
    }
}
