import QtQuick
import CarGo.Ui

// One thing of the day: which car, what to do, by when, and who waits for an answer.
Card {
    id: card
    required property string key
    required property string dealId
    required property string conversationId
    required property string title
    required property url photo
    required property string group
    required property string next
    required property string untilText
    required property double until
    required property string waits
    required property bool camera
    readonly property bool mine: group === "now"

    objectName: "today." + key
    padding: 8
    clickable: true
    accessibleName: [next, title, waits, camera ? qsTr("Photos are due") : ""].filter(t => t).join(", ")
    onClicked: dealId !== "" ? Nav.go("deal", { dealId: dealId }) : Nav.go("chat", { conversationId: conversationId })
    Item {
        width: parent.width
        height: Math.max(72, texts.implicitHeight)
        Photo { id: picture; width: 88; height: 72; radius: Theme.radiusPhoto; ground: card.color; source: card.photo }
        Column {
            id: texts
            anchors { left: picture.right; leftMargin: Theme.s3; right: arrow.left; rightMargin: Theme.s1; verticalCenter: parent.verticalCenter }
            spacing: Theme.s1
            Label { width: parent.width; text: card.next; size: card.mine ? 16 : 15; weight: card.mine ? Font.DemiBold : Font.Medium; wrapMode: Text.WordWrap; maximumLineCount: 2; Accessible.ignored: true }
            Label { width: parent.width; role: "second"; text: card.title; wrapMode: Text.WordWrap; Accessible.ignored: true }
        }
        Icon { id: arrow; anchors { right: parent.right; verticalCenter: parent.verticalCenter } name: "chevron_right"; color: Theme.inkFaint }
    }
    Column {
        visible: card.camera || card.waits !== "" || card.until > 0
        width: parent.width
        topPadding: Theme.s3
        leftPadding: Theme.s1
        spacing: Theme.s2
        Badge { visible: card.camera; iconName: "photo_camera"; tone: "warn"; text: qsTr("Photos are due"); maximumWidth: parent.width - Theme.s2 }
        Badge { visible: card.waits !== ""; iconName: "chat_bubble_outline"; tone: "info"; text: card.waits; maximumWidth: parent.width - Theme.s2 }
        Countdown { visible: card.until > 0; width: parent.width - Theme.s2; untilMs: card.until; label: card.untilText }
    }
}
