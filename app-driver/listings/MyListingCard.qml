import QtQuick
import CarGo.Ui

// A car of mine in the list: what it is, what it costs, where it stands.
Card {
    id: card
    required property string listingId
    required property string title
    required property string facts
    required property string price
    required property url photo
    required property string status
    readonly property string standing: status === "published" ? qsTr("Offered") : status === "draft" ? qsTr("Draft") : status === "in_review" ? qsTr("Being looked at") : status === "paused" ? qsTr("Paused") : status === "sold" ? qsTr("Sold") : status === "blocked" ? qsTr("Blocked") : qsTr("Put away")

    objectName: "listing." + listingId
    padding: 8
    clickable: true
    accessibleName: [title, standing, price].filter(t => t).join(", ")
    Item {
        width: parent.width
        height: Math.max(84, texts.implicitHeight)
        Photo { id: picture; width: 104; height: 84; radius: Theme.radiusPhoto; ground: card.color; source: card.photo }
        Column {
            id: texts
            x: picture.width + Theme.s3; width: parent.width - x - Theme.s1; anchors.verticalCenter: parent.verticalCenter; spacing: 5
            Label { text: card.title; weight: Font.DemiBold; width: parent.width; wrapMode: Text.WordWrap; maximumLineCount: 2; Accessible.ignored: true }
            Label { text: card.price; weight: Font.Bold; width: parent.width; Accessible.ignored: true }
            Badge { text: card.standing; tone: card.status === "published" ? "good" : card.status === "blocked" ? "danger" : card.status === "in_review" ? "info" : card.status === "draft" ? "warn" : "plain"; maximumWidth: texts.width }
        }
    }
}
