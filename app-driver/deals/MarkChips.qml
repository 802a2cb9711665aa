import QtQuick
import CarGo.Ui

// Some of a few words, each chosen by a touch.
Column {
    id: root
    property string title
    property string hint
    property var entries: []               // [{value, text}]
    property var chosen: ({})              // value: true
    signal toggled(string value, bool on)
    spacing: Theme.s2
    Label { width: parent.width; role: "label"; wrapMode: Text.WordWrap; text: root.title }
    Label { visible: text !== ""; width: parent.width; role: "second"; wrapMode: Text.WordWrap; text: root.hint }
    Flow {
        width: parent.width
        spacing: Theme.s2
        Repeater {
            model: root.entries
            Chip { required property var modelData; objectName: "mark." + modelData.value; text: modelData.text; checkable: true; checked: root.chosen[modelData.value] === true; onClicked: root.toggled(modelData.value, root.chosen[modelData.value] !== true) }
        }
    }
}
