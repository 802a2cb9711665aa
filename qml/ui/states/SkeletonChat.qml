import QtQuick

// Placeholder bubbles, theirs and mine.
Column {
    id: root
    spacing: Theme.s3
    Accessible.role: Accessible.StaticText
    Accessible.name: qsTr("Loading")
    Repeater {
        model: [ { mine: false, part: 0.7, lines: 3 }, { mine: true, part: 0.62, lines: 2 }, { mine: false, part: 0.5, lines: 1 }, { mine: true, part: 0.44, lines: 1 }, { mine: false, part: 0.66, lines: 2 } ]
        Skeleton {
            required property var modelData
            width: root.width * modelData.part
            height: 32 + 20 * modelData.lines
            radius: 18
            x: modelData.mine ? root.width - width : 0
        }
    }
}
