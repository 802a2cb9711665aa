import QtQuick
import CarGo.Ui

// The problem in short, on the deal's page; opens the whole case.
Card {
    id: root
    property var dispute: ({})
    property string dealId
    readonly property bool decided: (dispute.decided || "") !== ""
    objectName: "deal.case"
    clickable: true
    accessibleName: head.text + ", " + words.text
    onClicked: Nav.go("dispute", { dealId: dealId })
    Item {
        width: parent.width
        height: Math.max(disc.height, column.implicitHeight)
        IconDisc { id: disc; anchors.verticalCenter: parent.verticalCenter; color: root.decided ? Theme.brandSoft : Theme.dangerSoft; name: root.decided ? "gavel" : "report_gmailerrorred"; ink: root.decided ? Theme.brandSoftInk : Theme.danger }
        Column {
            id: column
            anchors { left: disc.right; leftMargin: Theme.s3; right: arrow.left; rightMargin: Theme.s2; verticalCenter: parent.verticalCenter }
            spacing: Theme.s1
            Label { id: head; width: parent.width; role: "bar"; wrapMode: Text.WordWrap; text: root.decided ? root.dispute.decided : qsTr("Problem: %1").arg(root.dispute.reason || ""); Accessible.ignored: true }
            Label { id: words; width: parent.width; role: "second"; wrapMode: Text.WordWrap; text: root.decided ? qsTr("See the reasons") : root.dispute.withdrawn ? qsTr("The report was taken back") : qsTr("%n piece(s) of evidence. See both sides, add yours.", "", (root.dispute.evidence || []).length); Accessible.ignored: true }
        }
        Icon { id: arrow; anchors { right: parent.right; verticalCenter: parent.verticalCenter } name: "chevron_right"; color: Theme.inkFaint }
    }
}
