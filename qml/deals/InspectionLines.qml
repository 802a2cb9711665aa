import QtQuick
import CarGo.Ui

// What was seen when somebody walked around the car, in words.
Column {
    id: root
    property var inspection: ({})          // inspectionWords()
    objectName: "inspection"
    spacing: Theme.s2
    Repeater {
        model: root.inspection.lines ?? []
        Column {
            id: entry
            required property var modelData
            width: root.width
            spacing: 2
            Label { width: parent.width; role: "caption"; wrapMode: Text.WordWrap; text: entry.modelData.name }
            Label { width: parent.width; wrapMode: Text.WordWrap; text: entry.modelData.value }
        }
    }
}
