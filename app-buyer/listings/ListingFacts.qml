import QtQuick
import CarGo.Ui

// The facts of a car, a line each.
Card {
    id: root
    property var facts: []
    spacing: Theme.s2
    Label { text: qsTr("About the car"); weight: Font.DemiBold }
    Grid {
        id: grid
        readonly property bool two: root.width > 560
        width: parent.width
        columns: two ? 2 : 1
        columnSpacing: Theme.s8
        rowSpacing: Theme.s2
        Repeater {
            model: root.facts
            FactRow { required property var modelData; width: grid.two ? (grid.width - grid.columnSpacing) / 2 : grid.width; name: modelData.name; value: modelData.value }
        }
    }
}
