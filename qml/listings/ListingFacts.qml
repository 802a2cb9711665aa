import QtQuick
import CarGo.Ui

// The facts of a car, a line each, and what it has besides: short ones as badges.
Card {
    id: root
    property var facts: []
    property var extras: []                // [{name, value}], value empty: it has it
    readonly property var lines: facts.concat(extras.filter(row => row.value !== ""))
    readonly property var has: extras.filter(row => row.value === "")
    spacing: Theme.s2
    Label { text: qsTr("About the car"); role: "bar"; bottomPadding: Theme.s1; width: parent.width; wrapMode: Text.WordWrap }
    Grid {
        id: grid
        readonly property bool two: root.width > 560 && Theme.textScale < 1.5
        width: parent.width
        columns: two ? 2 : 1
        columnSpacing: Theme.s8
        rowSpacing: Theme.s2
        Repeater {
            model: root.lines
            FactRow { required property var modelData; width: grid.two ? (grid.width - grid.columnSpacing) / 2 : grid.width; name: modelData.name; value: modelData.value }
        }
    }
    Flow {
        visible: root.has.length > 0
        width: parent.width
        topPadding: Theme.s1
        spacing: 6
        Repeater {
            model: root.has
            Badge { required property var modelData; tone: "plain"; iconName: "check"; text: modelData.name; maximumWidth: root.width - 2 * root.padding }
        }
    }
}
