import QtQuick
import CarGo.Ui
import CarGo.Client
import CarGo.Chat

// My quick replies: one more, other words, another order, one less. Each change is kept at once, on all devices.
Sheet {
    id: root
    required property QuickRepliesViewModel vm
    property int changing: -1              // which one stands in the field, -1: a new one
    function put() {
        if (vm.put(changing, field.text)) {
            field.text = ""
            changing = -1
        }
    }
    objectName: "replies"
    title: qsTr("Your quick replies")
    onClosed: { field.text = ""; changing = -1 }
    Label { visible: root.vm.mine.length === 0; width: parent.width; role: "second"; wrapMode: Text.WordWrap; text: qsTr("Nothing yet. What you add stands over the empty field of every chat, on all your devices.") }
    Column {
        width: parent.width
        Repeater {
            model: root.vm.mine
            Item {
                id: line
                required property string modelData
                required property int index
                width: parent ? parent.width : 0
                height: Math.max(Theme.touch, words.implicitHeight + Theme.s2)
                Label { id: words; anchors { left: parent.left; right: tools.left; verticalCenter: parent.verticalCenter } text: line.modelData; wrapMode: Text.Wrap; color: root.changing === line.index ? Theme.brand : Theme.ink }
                Row {
                    id: tools
                    anchors { right: parent.right; rightMargin: -Theme.s3; verticalCenter: parent.verticalCenter }
                    component Tool: IconButton { width: Math.min(implicitWidth, 44); iconSize: 20; color: Theme.inkSoft }
                    Tool { objectName: "replies.up." + line.index; enabled: line.index > 0; iconName: "arrow_upward"; text: qsTr("Further up: %1").arg(line.modelData); onClicked: root.vm.move(line.index, line.index - 1) }
                    Tool { objectName: "replies.change." + line.index; iconName: "edit"; text: qsTr("Change: %1").arg(line.modelData); onClicked: { root.changing = line.index; field.text = line.modelData; field.input.forceActiveFocus() } }
                    Tool { objectName: "replies.take." + line.index; iconName: "delete_outline"; text: qsTr("Take away: %1").arg(line.modelData); onClicked: { root.changing = -1; root.vm.take(line.index) } }
                }
            }
        }
    }
    TextField { id: field; objectName: "replies.text"; width: parent.width; visible: !root.vm.full || root.changing >= 0; label: root.changing >= 0 ? qsTr("Other words") : qsTr("One more"); placeholder: qsTr("A sentence that you often write"); maximumLength: 300; counted: length > 200; readonly property int length: text.length; onAccepted: root.put() }
    Label { visible: root.vm.full && root.changing < 0; width: parent.width; role: "second"; wrapMode: Text.WordWrap; text: qsTr("These are as many as there may be. Take one away to add another.") }
    footer: Button { objectName: "replies.put"; width: parent.width; enabled: field.text.trim() !== ""; text: root.changing >= 0 ? qsTr("Change") : qsTr("Add"); onClicked: root.put() }
}
