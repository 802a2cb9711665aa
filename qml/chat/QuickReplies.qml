import QtQuick
import CarGo.Ui
import CarGo.Client
import CarGo.Chat

// Sentences for an empty writer: mine, and what people in my place say at this stage. A press writes one down, it sends nothing.
Item {
    id: root
    property alias stage: vm.stage
    signal chosen(string sentence)
    implicitHeight: Math.max(edit.height, chips.height)
    QuickRepliesViewModel { id: vm; onFailed: text => Nav.tell(text, { tone: "danger" }) }
    Flickable {
        id: strip
        width: parent.width - edit.width
        height: chips.height
        anchors.verticalCenter: parent.verticalCenter
        contentWidth: chips.width
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        Row {
            id: chips
            spacing: 6
            Repeater {
                model: vm.offered
                Chip {
                    required property string modelData
                    required property int index
                    objectName: "reply." + index
                    text: modelData.length > 34 ? modelData.slice(0, 32) + "…" : modelData
                    Accessible.name: modelData
                    onActiveFocusChanged: if (activeFocus) strip.contentX = Math.max(0, Math.min(x - Theme.s4, strip.contentWidth - strip.width))
                    onClicked: root.chosen(modelData)
                }
            }
        }
    }
    IconButton { id: edit; objectName: "reply.edit"; anchors { right: parent.right; verticalCenter: parent.verticalCenter } iconName: "edit_note"; color: Theme.inkSoft; text: qsTr("Your quick replies"); onClicked: sheet.open() }
    QuickRepliesSheet { id: sheet; vm: vm }
}
