import QtQuick

// The phone's bottom bar, or with `rail` the desk's left column. model: [{name, text, iconName, badge}].
Rectangle {
    id: root
    property var model: []
    property string current
    property bool rail: false
    signal chosen(string name)

    implicitHeight: 65
    implicitWidth: 104
    color: Theme.surface
    Accessible.role: Accessible.PageTabList
    Accessible.name: qsTr("Sections")
    Rectangle { color: Theme.line; width: root.rail ? 1 : parent.width; height: root.rail ? parent.height : 1; x: root.rail ? parent.width - 1 : 0 }
    Label { id: brand; visible: root.rail; text: "CarGo"; display: true; size: 24; weight: Font.Bold; color: Theme.brand; anchors.horizontalCenter: parent.horizontalCenter; y: 20 }
    Grid {
        y: root.rail ? 64 : 1
        width: parent.width
        columns: root.rail ? 1 : Math.max(1, root.model.length)
        rowSpacing: 4
        Repeater {
            model: root.model
            NavTab {
                required property var modelData
                objectName: "tab." + modelData.name
                rail: root.rail
                width: root.rail ? root.width : root.width / root.model.length
                text: modelData.text
                iconName: modelData.iconName
                badge: modelData.badge
                current: root.current === modelData.name
                onClicked: root.chosen(modelData.name)
            }
        }
    }
}
