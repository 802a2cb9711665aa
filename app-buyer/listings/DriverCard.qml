import QtQuick
import CarGo.Ui

// Who brings the car: facts beside the stars.
Card {
    id: root
    property var driver: ({})
    readonly property var rating: driver.rating || { mean: 0, count: 0 }
    Item {
        width: parent.width
        height: Math.max(48, texts.implicitHeight)
        Avatar { id: face; size: 48; name: root.driver.display_name || ""; anchors.verticalCenter: parent.verticalCenter }
        Column {
            id: texts
            anchors { left: face.right; leftMargin: Theme.s3; right: parent.right; verticalCenter: parent.verticalCenter }
            spacing: 4
            Row {
                spacing: 6
                Label { text: root.driver.display_name || ""; weight: Font.DemiBold }
                Icon { visible: root.driver.verified === true; name: "verified"; size: 18; color: Theme.info }
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
}
