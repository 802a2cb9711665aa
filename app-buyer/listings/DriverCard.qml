import QtQuick
import CarGo.Ui

// Who brings the car: facts beside the stars, and what others wrote.
Card {
    id: root
    property var driver: ({})
    property var reviews                  // rows: author, rating, comment, moment
    property int shown: 2                  // reviews before "all"
    readonly property var rating: driver.rating || { mean: 0, count: 0 }
    readonly property int known: reviews ? reviews.count : 0
    spacing: Theme.s3
    Item {
        width: parent.width
        height: Math.max(48, texts.implicitHeight)
        Avatar { id: face; size: 48; name: root.driver.display_name || ""; anchors.verticalCenter: parent.verticalCenter }
        Column {
            id: texts
            anchors { left: face.right; leftMargin: Theme.s3; right: parent.right; verticalCenter: parent.verticalCenter }
            spacing: Theme.s1
            Item {
                width: parent.width
                height: name.implicitHeight
                Label { id: name; text: root.driver.display_name || ""; weight: Font.DemiBold; width: Math.min(implicitWidth, parent.width - 26) }
                Icon { visible: root.driver.verified === true; anchors { left: name.right; leftMargin: 6; verticalCenter: parent.verticalCenter } name: "verified"; size: 18; color: Theme.info }
            }
            Label {
                width: parent.width
                wrapMode: Text.WordWrap
                size: 13
                color: Theme.inkSoft
                text: [root.rating.count > 0 ? qsTr("★ %1 · %n review(s)", "", root.rating.count).arg(root.rating.mean.toLocaleString(Qt.locale(), "f", 1)) : qsTr("no reviews yet"),
                       root.driver.deals_done > 0 ? qsTr("%n deal(s) done", "", root.driver.deals_done) : "", root.driver.verified === true ? qsTr("documents checked") : ""].filter(t => t !== "").join(" · ")
            }
        }
    }
    Repeater {
        model: root.reviews
        Column {
            id: review
            required property int index
            required property string author
            required property int rating
            required property string comment
            required property string moment
            visible: index < root.shown
            width: root.width - 2 * root.padding
            spacing: Theme.s1
            Rectangle { width: parent.width; height: 1; color: Theme.line }
            Item { width: 1; height: Theme.s1 }
            Item {
                width: parent.width
                height: Math.max(stars.height, who.implicitHeight)
                RatingStars { id: stars; value: review.rating; anchors.verticalCenter: parent.verticalCenter }
                Label { id: who; anchors { left: stars.right; leftMargin: Theme.s2; right: parent.right; verticalCenter: parent.verticalCenter } text: review.author + " · " + review.moment; size: 13; color: Theme.inkSoft }
            }
            Label { visible: text !== ""; text: review.comment; width: parent.width; size: 14; wrapMode: Text.WordWrap }
        }
    }
    Button { visible: root.known > root.shown; width: parent.width; kind: "text"; text: qsTr("More reviews"); onClicked: root.shown = root.known }
}
