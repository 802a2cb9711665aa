import QtQuick

// One of a few: chips in a flow. model: [{value, text}].
Flow {
    id: root
    property var model: []
    property string value
    signal chosen(string value)

    spacing: 6
    Repeater {
        model: root.model
        Chip {
            required property var modelData
            objectName: root.objectName + "." + modelData.value
            text: modelData.text
            checkable: true
            checked: root.value === modelData.value
            onClicked: { root.chosen(modelData.value); checked = Qt.binding(() => root.value === modelData.value) }
        }
    }
}
