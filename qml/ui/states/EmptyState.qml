import QtQuick

// Nothing here yet: what this place is for, and one thing to do.
Column {
    id: root
    property string iconName: "inbox"
    property string title
    property string text
    property string note                  // small, below: the trace id of an error
    property string actionText
    property string tone: "brand"         // brand, danger, plain
    signal action()

    width: Math.min(360, parent ? parent.width - 2 * Theme.s6 : 360)
    spacing: Theme.s2
    IconDisc {
        anchors.horizontalCenter: parent.horizontalCenter
        size: 72
        iconSize: 32
        name: root.iconName
        color: root.tone === "danger" ? Theme.dangerSoft : root.tone === "plain" ? Theme.quiet : Theme.brandSoft
        ink: root.tone === "danger" ? Theme.danger : root.tone === "plain" ? Theme.inkSoft : Theme.brandSoftInk
    }
    Item { width: 1; height: Theme.s2 }
    Label { role: "heading"; width: parent.width; text: root.title; wrapMode: Text.WordWrap; horizontalAlignment: Text.AlignHCenter }
    Item { visible: root.text !== ""; width: 1; height: 1 }
    Label { visible: text !== ""; width: parent.width; text: root.text; color: Theme.inkSoft; wrapMode: Text.WordWrap; horizontalAlignment: Text.AlignHCenter }
    Item { visible: action.visible; width: 1; height: Theme.s2 }
    Button { id: action; objectName: "state.action"; visible: root.actionText !== ""; anchors.horizontalCenter: parent.horizontalCenter; width: Math.min(implicitWidth, parent.width); text: root.actionText; kind: "tonal"; onClicked: root.action() }
    Label { visible: text !== ""; role: "caption"; width: parent.width; text: root.note; wrapMode: Text.WrapAnywhere; horizontalAlignment: Text.AlignHCenter; topPadding: Theme.s1 }
}
