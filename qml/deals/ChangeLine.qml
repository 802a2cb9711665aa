import QtQuick
import CarGo.Ui

// A term as it was and as it becomes, on one line.
Item {
    id: line
    property string name
    property string before
    property string after
    height: Math.max(title.implicitHeight, sums.implicitHeight)
    Accessible.role: Accessible.StaticText
    Accessible.name: before !== "" ? qsTr("%1: was %2, becomes %3").arg(name).arg(before).arg(after) : name + ": " + after
    Label { id: title; role: "second"; size: 14; text: line.name; Accessible.ignored: true }
    Flow {
        id: sums
        anchors.right: parent.right
        width: Math.min(parent.width - title.implicitWidth - Theme.s3, old.implicitWidth + next.implicitWidth + (arrow.visible ? arrow.width + 2 * spacing : 0))
        spacing: Theme.s2
        Label { id: old; visible: text !== ""; size: 14; text: line.before; color: Theme.inkSoft; font.strikeout: true; Accessible.ignored: true }
        Icon { id: arrow; visible: line.before !== ""; name: "arrow_forward"; size: 16 }
        Label { id: next; size: 15; weight: Font.Bold; text: line.after; Accessible.ignored: true }
    }
}
