import QtQuick
import CarGo.Ui
import CarGo.Chat

// What can be done with one message. `bubble` is the row that it was asked for.
Menu {
    id: root
    required property ChatViewModel vm
    required property Item host            // outlives the row
    property var row: ({})
    property bool mayChange: false
    readonly property TextEdit pasteboard: TextEdit { visible: false }
    signal reported(string messageId)
    signal removing(real seq)
    function show(bubble, x, y) {
        row = vm.model.get(Rows.find(vm.model, "key", bubble.key))
        mayChange = vm.mayChange(row.seq)
        const at = bubble.mapToItem(host, x, y)
        popup(host, at.x, at.y)
    }
    title: qsTr("Message")
    component Entry: MenuItem { height: visible ? implicitHeight : 0 }
    Entry { objectName: "message.answer"; visible: !root.vm.closed; iconName: "undo"; text: qsTr("Answer"); onTriggered: root.vm.answer(root.row.seq) }
    Entry { objectName: "message.copy"; visible: (root.row.body ?? "") !== ""; iconName: "content_copy"; text: qsTr("Copy"); onTriggered: { root.pasteboard.text = root.row.body; root.pasteboard.selectAll(); root.pasteboard.copy(); Nav.tell(qsTr("The words are copied")) } }
    Entry { objectName: "message.change"; visible: root.mayChange; iconName: "edit"; text: qsTr("Change"); onTriggered: root.vm.change(root.row.seq) }
    Entry { objectName: "message.delete"; visible: root.row.mine === true; dangerous: true; iconName: "delete_outline"; text: qsTr("Delete"); onTriggered: root.removing(root.row.seq) }
    Entry { objectName: "message.noContact"; visible: root.row.masked === true; iconName: "shield"; text: qsTr("This is no contact"); onTriggered: root.vm.notAContact(root.row.messageId) }
    Entry { objectName: "message.report"; visible: root.row.mine === false; iconName: "flag"; text: qsTr("Report the message"); onTriggered: root.reported(root.row.messageId) }
}
