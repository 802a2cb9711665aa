import QtQuick
import CarGo.Ui
import CarGo.Desk

// The lines that differ, each with a sign that needs no colour; of equal ones only those beside them.
Column {
    id: root
    required property LineDiff diff
    readonly property var shown: {
        const lines = diff.lines
        return lines.filter((line, at) => line.kind !== "same" || [-1, 1].some(by => lines[at + by] !== undefined && lines[at + by].kind !== "same"))
    }
    Label { visible: root.diff.changes === 0; width: parent.width; role: "second"; text: qsTr("No line is different.") }
    Repeater {
        model: root.diff.changes === 0 ? [] : root.shown
        Rectangle {
            id: line
            required property var modelData
            readonly property bool added: modelData.kind === "added"
            readonly property bool same: modelData.kind === "same"
            width: root.width
            height: words.implicitHeight + 4
            color: same ? "transparent" : Theme.ground(added ? "good" : "danger")
            Label { x: Theme.s2; y: 2; size: 13; weight: Font.DemiBold; color: words.color; text: line.same ? " " : line.added ? "+" : "−"; Accessible.ignored: true }
            Label { id: words; objectName: "diff." + line.modelData.kind; x: Theme.px(22); y: 2; width: parent.width - x - Theme.s2; size: 13; wrapMode: Text.Wrap; color: line.same ? Theme.inkSoft : Theme.toned(line.added ? "good" : "danger"); text: line.modelData.text; Accessible.name: line.same ? text : (line.added ? qsTr("added: %1") : qsTr("removed: %1")).arg(text) }
        }
    }
}
