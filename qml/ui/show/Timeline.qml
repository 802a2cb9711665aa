import QtQuick

// Steps one under the other. model: rows or objects with title, detail, moment, phase (see TimelineStep).
Column {
    id: root
    property alias model: steps.model
    Accessible.role: Accessible.List
    Repeater {
        id: steps
        TimelineStep {
            required property int index
            required property var model
            readonly property var row: model.modelData !== undefined ? model.modelData : model
            width: root.width
            title: row.title ? row.title : ""
            detail: row.detail ? row.detail : ""
            moment: row.moment ? row.moment : ""
            phase: row.phase ? row.phase : "next"
            last: index === steps.count - 1
        }
    }
}
