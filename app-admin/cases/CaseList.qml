import QtQuick
import QtQuick.Templates as T
import CarGo.Ui
import CarGo.Client
import CarGo.Desk

// The queue beside a case: a line for each, the one that is open marked, those of colleagues with a lock.
Rectangle {
    id: root
    required property RecordsViewModel rows
    property string current
    signal chosen(string id)

    color: Theme.surface
    onCurrentChanged: view.show()
    Rectangle { x: parent.width - 1; width: 1; height: parent.height; color: Theme.line }
    Rectangle { width: parent.width; height: 1; color: Theme.line }
    ListView {
        id: view
        function show() { const at = root.rows.find(root.current); if (at >= 0) positionViewAtIndex(at, ListView.Contain) }
        anchors { fill: parent; topMargin: 1; rightMargin: 1 }
        model: root.rows.model
        clip: true
        reuseItems: true
        boundsBehavior: Flickable.StopAtBounds
        readonly property bool nearEnd: contentY + 2 * height >= contentHeight
        onNearEndChanged: if (nearEnd) root.rows.more()
        onCountChanged: show()
        Accessible.role: Accessible.List
        Accessible.name: qsTr("The queue")
        delegate: T.AbstractButton {
            id: line
            required property var modelData
            readonly property bool current: root.current === modelData.id
            readonly property bool locked: modelData.claim !== null && modelData.claim !== undefined && modelData.claim.staff_id !== Session.userId
            objectName: "row." + modelData.id
            width: view.width
            implicitHeight: words.height + Theme.s3
            text: Words.caseName(modelData)
            focusPolicy: Qt.StrongFocus
            hoverEnabled: Qt.styleHints.useHoverEffects
            Accessible.role: Accessible.ListItem
            Accessible.name: text + (locked ? ", " + qsTr("%1 has it").arg(modelData.claim.staff_name) : "")
            Accessible.selected: current
            onClicked: root.chosen(modelData.id)
            background: Rectangle { color: line.current ? Theme.brandSoft : line.hovered ? Theme.sunken : "transparent"; Rectangle { anchors.bottom: parent.bottom; width: parent.width; height: 1; color: Theme.line; opacity: 0.6 } FocusRing { target: line; anchors.margins: 2; corner: 4 } }
            contentItem: Item {
                Rectangle { width: 3; height: parent.height - 8; y: 4; radius: 1.5; color: line.modelData.sla === "late" ? Theme.danger : line.modelData.sla === "soon" ? Theme.star : "transparent" }
                Column {
                    id: words
                    x: Theme.s3
                    y: Theme.s3 / 2
                    width: parent.width - x - Theme.s2
                    spacing: 1
                    Item {
                        width: parent.width
                        height: Math.max(name.height, due.height)
                        Label { id: name; width: parent.width - due.width - Theme.s2; text: line.text; size: 13; weight: line.current ? Font.DemiBold : Font.Medium; Accessible.ignored: true }
                        Label { id: due; anchors.right: parent.right; role: "caption"; text: line.modelData.due_at ? Words.until(Date.parse(line.modelData.due_at)) : ""; color: line.modelData.sla === "late" ? Theme.danger : line.modelData.sla === "soon" ? Theme.warn : Theme.inkSoft; Accessible.ignored: true }
                    }
                    Row {
                        width: parent.width
                        spacing: Theme.s1
                        Icon { id: lock; visible: line.locked; name: "lock"; size: 13; color: Theme.warn }
                        Label { width: parent.width - (lock.visible ? lock.width + Theme.s1 : 0); role: "caption"; text: line.locked ? line.modelData.claim.staff_name : Words.code(line.modelData.detail ?? ""); Accessible.ignored: true }
                    }
                }
            }
        }
    }
}
