import QtQuick
import QtQuick.Templates as T

// The round field of searches. Escape and the cross empty it. `door`: only leads to the page of the search. An action at
// its end (filters) stands there when it has an icon.
T.TextField {
    id: root
    property string name: qsTr("Search")   // what a screen reader says
    property string placeholder: name
    property bool door: false
    property bool busy: false
    property string actionIcon
    property string actionText
    signal action()
    signal opened()                        // a door was pressed
    signal cleared()

    readOnly: door
    implicitWidth: 280
    implicitHeight: Math.max(Theme.compact ? Theme.touch : 52, contentHeight + 2 * Theme.s3)
    leftPadding: sign.x + sign.width + Theme.s3
    rightPadding: tail.width > 0 ? tail.width + Theme.s1 : Theme.s4
    font.family: Theme.sans
    font.pixelSize: Theme.px(15)
    color: Theme.ink
    selectionColor: Theme.brand
    selectedTextColor: Theme.brandInk
    verticalAlignment: TextInput.AlignVCenter
    selectByMouse: !readOnly
    Accessible.role: door ? Accessible.Button : Accessible.EditableText
    Accessible.name: name
    Accessible.searchEdit: !door
    Accessible.onPressAction: if (door) opened()
    Keys.onPressed: event => {
        const enter = event.key === Qt.Key_Return || event.key === Qt.Key_Enter || event.key === Qt.Key_Space
        event.accepted = (door && enter) || (event.key === Qt.Key_Escape && text !== "")
        if (door && enter)
            opened()
        else if (event.accepted)
            empty()
    }
    onPressed: if (door) opened()
    function empty() { clear(); cleared(); textEdited() }
    background: Rectangle {
        radius: height / 2
        color: Theme.surface
        border.width: root.activeFocus ? 2 : Theme.hairline
        border.color: root.activeFocus ? Theme.brand : Theme.line
    }
    Icon { id: sign; x: Theme.compact ? Theme.s3 : 18; anchors.verticalCenter: parent.verticalCenter; name: "search" }
    Label {
        x: root.leftPadding
        width: parent.width - x - root.rightPadding
        anchors.verticalCenter: parent.verticalCenter
        visible: root.text === "" && root.preeditText === ""
        text: root.placeholder
        color: Theme.inkFaint
        Accessible.ignored: true
    }
    Row {
        id: tail
        anchors { right: parent.right; rightMargin: width > 0 ? Theme.s1 : 0; verticalCenter: parent.verticalCenter }
        BusyDots { visible: root.busy; anchors.verticalCenter: parent.verticalCenter; rightPadding: Theme.s2 }
        IconButton { visible: root.text !== "" && !root.door; iconName: "close"; iconSize: 20; color: Theme.inkSoft; text: qsTr("Clear"); onClicked: { root.empty(); root.forceActiveFocus() } }
        IconButton { objectName: root.objectName === "" ? "" : root.objectName + ".action"; visible: root.actionIcon !== ""; iconName: root.actionIcon; text: root.actionText; onClicked: root.action() }
    }
}
