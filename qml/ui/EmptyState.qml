import QtQuick

// Nothing here yet: what this place is for, and one thing to do.
Column {
    id: root
    property string iconName: "inbox"
    property string title
    property string text
    property string actionText
    property string tone: "brand"
    signal action()

    width: Math.min(360, parent ? parent.width - 2 * Theme.s6 : 360)
    spacing: Theme.s3
    Rectangle {
        anchors.horizontalCenter: parent.horizontalCenter
        width: 72; height: 72; radius: 36
        color: root.tone === "danger" ? Theme.dangerSoft : Theme.brandSoft
        Icon { anchors.centerIn: parent; name: root.iconName; size: 32; color: root.tone === "danger" ? Theme.danger : Theme.brandSoftInk }
    }
    Label { width: parent.width; text: root.title; size: 20; weight: Font.Bold; wrapMode: Text.WordWrap; horizontalAlignment: Text.AlignHCenter }
    Label { width: parent.width; text: root.text; color: Theme.inkSoft; wrapMode: Text.WordWrap; horizontalAlignment: Text.AlignHCenter }
    Button { objectName: "state.action"; visible: root.actionText !== ""; anchors.horizontalCenter: parent.horizontalCenter; text: root.actionText; kind: "tonal"; onClicked: root.action() }
}
