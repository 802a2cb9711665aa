import QtQuick
import CarGo.Ui

// One figure of a page of numbers.
Card {
    id: root
    property string name
    property string value
    property string detail
    property string tone: "plain"

    padding: Theme.s3
    spacing: 2
    Label { width: parent.width; role: "label"; wrapMode: Text.WordWrap; text: root.name }
    Label { width: parent.width; size: 26; display: true; weight: Font.Bold; wrapMode: Text.Wrap; text: root.value; color: root.tone === "plain" ? Theme.ink : Theme.toned(root.tone) }
    Label { visible: text !== ""; width: parent.width; role: "caption"; wrapMode: Text.WordWrap; text: root.detail }
}
