import QtQuick
import QtQuick.Templates as T

// The rows of a Select, wherever it shows them. Letters jump, Enter and Space take.
ListView {
    id: root
    required property var select
    property string sought
    readonly property var found: sought === "" ? select.model : select.model.filter(row => row.text.toLowerCase().includes(sought.toLowerCase()))

    function seek(text) { sought = text.trim(); currentIndex = sought === "" ? select.index : 0 }
    function takeCurrent() { if (currentIndex >= 0 && currentIndex < count) select.take(found[currentIndex]) }
    width: parent.width
    implicitHeight: contentHeight
    clip: true
    boundsBehavior: Flickable.StopAtBounds
    model: found
    keyNavigationEnabled: true
    currentIndex: select.index
    highlightMoveDuration: 0
    Accessible.role: Accessible.List
    Accessible.name: select.title
    Keys.onPressed: event => {
        if (event.key === Qt.Key_Return || event.key === Qt.Key_Enter || event.key === Qt.Key_Space) {
            takeCurrent()
            event.accepted = true
            return
        }
        const at = event.text.trim() === "" || sought !== "" ? -1 : select.jump(event.text, currentIndex)
        event.accepted = at >= 0
        if (at >= 0)
            currentIndex = at
    }
    delegate: T.AbstractButton {
        id: row
        required property var modelData
        required property int index
        readonly property bool current: modelData.value === root.select.value
        objectName: root.select.objectName === "" ? "" : root.select.objectName + "." + modelData.value
        width: root.width
        implicitHeight: Math.max(Theme.compact ? 32 : 48, both.implicitHeight + Theme.s3)
        text: modelData.text
        hoverEnabled: true
        focusPolicy: Qt.NoFocus
        Accessible.role: Accessible.ListItem
        Accessible.name: text
        Accessible.selected: current
        onClicked: root.select.take(modelData)
        background: Rectangle { radius: Theme.radiusSmall; color: row.hovered || (row.ListView.isCurrentItem && root.activeFocus) ? Theme.dark && !Theme.highContrast ? Theme.line : Theme.sunken : "transparent" }
        contentItem: Item {
            Column {
                id: both
                x: Theme.s3
                width: (tick.visible ? tick.x : parent.width) - x - Theme.s2
                anchors.verticalCenter: parent.verticalCenter
                Label { width: parent.width; text: row.text; weight: row.current ? Font.DemiBold : Font.Normal; Accessible.ignored: true }
                Label { visible: text !== ""; role: "second"; width: parent.width; text: row.modelData.detail ? row.modelData.detail : ""; Accessible.ignored: true }
            }
            Icon { id: tick; visible: row.current; anchors { right: parent.right; rightMargin: Theme.s3; verticalCenter: parent.verticalCenter } name: "check"; size: 20; color: Theme.brand }
        }
    }
}
