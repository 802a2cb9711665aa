import QtQuick
import CarGo.Ui
import CarGo.Client

// Whose turn it is, and until when. The clock ticks.
Card {
    id: root
    property var next: ({})
    property var clock: ({})
    readonly property bool ticking: clock.until !== undefined
    spacing: Theme.s2
    Item {
        id: first
        readonly property bool roomy: title.x + natural.advanceWidth + who.width + Theme.s3 <= width || width > 420
        width: parent.width
        height: roomy ? Math.max(24, title.implicitHeight) : title.height + Theme.s2 + who.height
        TextMetrics { id: natural; font: title.font; text: title.text }
        Icon { id: sign; name: root.next.who === "you" ? "pan_tool" : root.next.who === "driver" ? "local_shipping" : "gavel"; color: root.next.who === "you" ? Theme.warn : Theme.inkSoft; y: first.roomy ? (first.height - height) / 2 : 0 }
        Label { id: title; objectName: "deal.next"; x: sign.width + Theme.s3; y: first.roomy ? (first.height - height) / 2 : 0; width: parent.width - x - (first.roomy ? who.width + Theme.s2 : 0); text: root.next.title || ""; weight: Font.DemiBold; wrapMode: Text.WordWrap }
        Badge { id: who; x: first.roomy ? parent.width - width : title.x; y: first.roomy ? (first.height - height) / 2 : title.height + Theme.s2; tone: root.next.who === "you" ? "warn" : "plain"; text: root.next.who === "you" ? qsTr("your turn") : root.next.who === "driver" ? qsTr("driver's turn") : qsTr("CarGo's turn") }
    }
    Item {
        visible: root.ticking
        width: parent.width
        height: Math.max(caption.implicitHeight, left.implicitHeight)
        Label { id: caption; x: sign.width + Theme.s3; width: left.x - x - Theme.s2; anchors.verticalCenter: parent.verticalCenter; text: root.clock.text || ""; size: 13; color: Theme.inkSoft; wrapMode: Text.WordWrap }
        Label {
            id: left
            property int beat: 0
            anchors { right: parent.right; verticalCenter: parent.verticalCenter }
            text: beat >= 0 ? Format.left(root.clock.until || 0) || qsTr("over") : ""
            weight: Font.Bold
            color: Theme.warn
            Timer { running: root.ticking && root.visible; repeat: true; interval: 1000; onTriggered: left.beat++ }
        }
    }
}
