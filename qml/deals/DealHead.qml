import QtQuick
import CarGo.Ui

// Which car, whose, for how much.
Card {
    id: root
    property var deal: ({})
    padding: 8
    Item {
        width: parent.width
        height: Math.max(84, texts.implicitHeight)
        Photo { id: photo; width: root.width < 340 ? 92 : 112; height: Math.max(84, Math.min(width, parent.height)); anchors.verticalCenter: parent.verticalCenter; radius: Theme.radiusPhoto; source: root.deal.photo || "" }
        Column {
            id: texts
            anchors { left: photo.right; leftMargin: Theme.s3; right: parent.right; rightMargin: Theme.s2; verticalCenter: parent.verticalCenter }
            spacing: Theme.s1
            Label { text: root.deal.title || ""; weight: Font.DemiBold; width: parent.width; wrapMode: Text.WordWrap; maximumLineCount: 2 }
            Label { text: [root.deal.year, root.deal.other, root.deal.rating > 0 ? "★ " + root.deal.rating.toLocaleString(Qt.locale(), "f", 1) : ""].filter(t => t).join(" · "); size: 13; color: Theme.inkSoft; width: parent.width; wrapMode: Text.WordWrap; maximumLineCount: 2 }
            Label { text: root.deal.price || ""; size: 16; weight: Font.Bold; width: parent.width }
        }
    }
}
