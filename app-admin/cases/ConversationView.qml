import QtQuick
import CarGo.Ui

// A conversation as it was written: the buyer at the left, the driver at the right, what the filter found marked in the text.
Item {
    id: root
    property var chat: ({})
    Column {
        id: head
        width: parent.width
        spacing: Theme.s2
        Label { width: parent.width; role: "heading"; wrapMode: Text.Wrap; text: root.chat.listing ? root.chat.listing.title : "" }
        Flow {
            width: parent.width
            spacing: Theme.s2
            Badge { visible: root.chat.contacts_open === true; tone: "good"; text: qsTr("Contacts are open: a deal was done") }
            Repeater { model: root.chat.mutes ?? []; Badge { required property var modelData; tone: "warn"; iconName: "volume_off"; text: qsTr("%1: muted until %2").arg(modelData.user_id === root.chat.buyer.id ? root.chat.buyer.display_name : root.chat.driver.display_name).arg(Words.moment(modelData.until)) } }
        }
    }
    ListView {
        id: list
        objectName: "chat.messages"
        anchors { top: head.bottom; topMargin: Theme.s3; left: parent.left; right: parent.right; bottom: parent.bottom }
        clip: true
        spacing: Theme.s2
        model: root.chat.messages ?? []
        boundsBehavior: Flickable.StopAtBounds
        onCountChanged: positionViewAtEnd()
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Messages")
        delegate: Rectangle {
            id: bubble
            required property var modelData
            readonly property bool system: (modelData.sender_id ?? null) === null
            readonly property bool fromDriver: !system && modelData.sender_id === root.chat.driver.id
            readonly property var kinds: modelData.masked ? [...new Set((modelData.spans.length > 0 ? modelData.spans.map(one => one.kind) : modelData.flags.kinds ?? []))] : []
            x: fromDriver ? list.width - width : 0
            width: system ? list.width : list.width * 0.84
            height: inner.height + 2 * Theme.s2
            radius: Theme.radiusPhoto
            color: system ? "transparent" : fromDriver ? Theme.brandSoft : Theme.surface
            border.width: system || fromDriver ? 0 : Theme.hairline
            border.color: Theme.line
            Column {
                id: inner
                x: Theme.s3
                y: Theme.s2
                width: parent.width - 2 * x
                spacing: 2
                Label { visible: !bubble.system; width: parent.width; role: "caption"; color: bubble.fromDriver ? Theme.brandSoftInk : Theme.inkSoft; text: (bubble.fromDriver ? root.chat.driver : root.chat.buyer).display_name + " · " + Words.moment(bubble.modelData.created_at) + (bubble.modelData.deleted_at ? " · " + qsTr("deleted by its sender") : bubble.modelData.edited_at ? " · " + qsTr("changed") : "") }
                MarkedText { width: parent.width; size: 14; color: bubble.system ? Theme.inkSoft : bubble.fromDriver ? Theme.brandSoftInk : Theme.ink; words: bubble.modelData.body; spans: bubble.modelData.spans }
                Flow {
                    visible: bubble.kinds.length > 0
                    width: parent.width
                    spacing: Theme.s1
                    Repeater { model: bubble.kinds; Badge { required property string modelData; tone: "danger"; text: Words.contact(modelData) } }
                    Badge { visible: bubble.modelData.masked && bubble.modelData.spans.length === 0; tone: "warn"; text: qsTr("With messages before it") }
                }
            }
        }
    }
}
