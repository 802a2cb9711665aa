import QtQuick
import CarGo.Ui

// A deal in the list: the car, where it stands, what comes next, whose turn it is and by when.
Card {
    id: card
    required property string dealId
    required property string number
    required property string title
    required property string price
    required property url photo
    required property string status
    required property string tone
    required property string group
    required property string next
    required property string who
    required property double until
    required property string untilText
    property bool chosen: false
    readonly property bool over: group === "done"
    readonly property string turn: who === "you" ? qsTr("Your turn") : who === "driver" ? qsTr("The driver's turn") : who === "buyer" ? qsTr("The buyer's turn") : qsTr("CarGo's turn")

    objectName: "deal." + dealId
    padding: 8
    clickable: true
    color: chosen ? Theme.quiet : Theme.surface
    accessibleName: [title, status, next !== "" ? turn + ": " + next : "", price].filter(t => t).join(", ")
    Item {
        width: parent.width
        height: Math.max(card.over ? 66 : 84, texts.implicitHeight)
        Photo { id: picture; width: card.over ? 88 : 104; height: card.over ? 66 : 84; radius: Theme.radiusPhoto; ground: card.color; source: card.photo }
        Column {
            id: texts
            x: picture.width + Theme.s3; width: parent.width - x - Theme.s1; anchors.verticalCenter: parent.verticalCenter; spacing: 5
            Label { text: card.title; weight: Font.DemiBold; width: parent.width; wrapMode: Text.WordWrap; maximumLineCount: 2; Accessible.ignored: true }
            Label { text: card.price + " · " + card.number; role: "second"; width: parent.width; wrapMode: Text.WordWrap; maximumLineCount: 2; Accessible.ignored: true }
            Badge { text: card.status; tone: card.tone; maximumWidth: texts.width }
        }
    }
    Item { visible: foot.visible; width: 1; height: Theme.s2 }
    Item {
        id: foot
        visible: !card.over && card.next !== ""
        width: parent.width
        height: words.implicitHeight + Theme.s4
        Divider {}
        Column {
            id: words
            x: Theme.s1
            y: Theme.s3
            width: parent.width - 2 * Theme.s1
            spacing: Theme.s2
            Label { width: parent.width; size: 14; weight: Font.Medium; wrapMode: Text.WordWrap; text: card.turn + " · " + card.next; color: card.who === "you" ? Theme.warn : Theme.ink; Accessible.ignored: true }
            Countdown { id: left; width: parent.width; untilMs: card.until; label: card.untilText }
        }
    }
}
