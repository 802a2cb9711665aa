import QtQuick
import CarGo.Ui
import CarGo.Client
import CarGo.Desk

// What one side handed in; a photo whose file is not the one that was handed in is marked.
Column {
    id: root
    property string title
    property var items: []
    spacing: Theme.s2
    Label { width: parent.width; role: "label"; wrapMode: Text.WordWrap; text: root.title }
    Label { visible: root.items.length === 0; width: parent.width; role: "second"; text: qsTr("Nothing was handed in.") }
    PhotoViewer { id: large }
    Repeater {
        model: root.items
        Card {
            id: card
            required property var modelData
            readonly property var changed: modelData.photos.filter(one => !one.intact)
            width: root.width
            padding: Theme.s3
            spacing: Theme.s2
            Label { width: parent.width; role: "caption"; text: Words.moment(card.modelData.created_at) }
            Label { visible: text !== ""; width: parent.width; size: 14; wrapMode: Text.Wrap; text: card.modelData.text }
            PhotoRow { visible: photos.length > 0; width: parent.width; photos: card.modelData.photos.map(one => Pictures.card(one.id)); onOpened: at => large.show(card.modelData.photos.map(one => Pictures.full(one.id)), at) }
            Badge { visible: card.changed.length > 0; tone: "danger"; iconName: "warning"; maximumWidth: parent.width; text: qsTr("%n photo(s) are not what was handed in", "", card.changed.length) }
            Badge { visible: card.modelData.photos.length > 0 && card.changed.length === 0; tone: "good"; iconName: "verified"; maximumWidth: parent.width; text: qsTr("Photos as they were handed in") }
        }
    }
}
