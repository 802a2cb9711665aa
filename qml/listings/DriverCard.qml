import QtQuick
import CarGo.Ui

// Who brings the car: what is checked, facts beside the stars, and what others wrote. The head leads to his page.
Card {
    id: root
    property var driver: ({})
    property var reviews                  // rows: author, rating, comment, moment
    property int shown: 2
    readonly property var rating: driver.rating || { mean: 0, count: 0 }
    readonly property int known: reviews ? reviews.count : 0
    signal opened()
    spacing: Theme.s3
    bottomPadding: all.visible ? Theme.s1 : padding
    ListRow {
        id: head
        objectName: "listing.driver"
        x: -root.padding
        width: parent.width + 2 * root.padding
        implicitHeight: Math.max(64, texts.implicitHeight + 2 * Theme.s2)
        text: root.driver.display_name || ""
        detail: texts.said
        arrow: false
        onClicked: root.opened()
        contentItem: Item {
            Avatar { id: face; x: root.padding; size: 48; name: root.driver.display_name || ""; anchors.verticalCenter: parent.verticalCenter }
            Column {
                id: texts
                readonly property string said: [root.rating.count > 0 ? qsTr("★ %1 · %n review(s)", "", root.rating.count).arg(root.rating.mean.toLocaleString(Qt.locale(), "f", 1)) : qsTr("no reviews yet"),
                                                root.driver.deals_done > 0 ? qsTr("%n deal(s) done", "", root.driver.deals_done) : ""].filter(t => t !== "").join(" · ")
                anchors { left: face.right; leftMargin: Theme.s3; right: go.left; verticalCenter: parent.verticalCenter }
                spacing: Theme.s1
                Item {
                    width: parent.width
                    height: name.implicitHeight
                    Label { id: name; text: root.driver.display_name || ""; weight: Font.DemiBold; width: Math.min(implicitWidth, parent.width - 26); Accessible.ignored: true }
                    Icon { visible: root.driver.verified === true; anchors { left: name.right; leftMargin: 6; verticalCenter: parent.verticalCenter } name: "verified"; size: 18; color: Theme.info }
                }
                Label { role: "second"; width: parent.width; wrapMode: Text.WordWrap; text: texts.said; Accessible.ignored: true }
            }
            Icon { id: go; name: "chevron_right"; color: Theme.inkFaint; anchors { right: parent.right; rightMargin: Theme.s3; verticalCenter: parent.verticalCenter } }
        }
    }
    Flow {
        visible: marks.count > 0
        width: parent.width
        spacing: 6
        Repeater {
            id: marks
            model: [ { shown: root.driver.kyc_tier >= 2, icon: "badge", text: qsTr("documents checked") }, { shown: root.driver.kyc_tier >= 1, icon: "smartphone", text: qsTr("phone and e-mail confirmed") } ].filter(row => row.shown)
            Badge { required property var modelData; tone: "info"; iconName: modelData.icon; text: modelData.text; maximumWidth: root.width - 2 * root.padding }
        }
    }
    Repeater {
        model: root.reviews
        ReviewItem { visible: index < root.shown; width: root.width - 2 * root.padding }
    }
    Button { id: all; objectName: "listing.allReviews"; visible: root.rating.count > root.shown; width: parent.width; kind: "text"; text: qsTr("All reviews and his cars"); onClicked: root.opened() }
}
