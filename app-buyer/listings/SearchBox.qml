import QtQuick
import QtQuick.Templates as T
import CarGo.Ui

// The round field of home and search. `readOnly`: only a door to the search page.
T.TextField {
    id: root
    property string hintText: qsTr("RAV4 from Japan up to 2.8 million")
    property bool filters: false
    signal filtersAsked()

    implicitHeight: Math.max(52, contentHeight + 2 * Theme.s3)
    leftPadding: 52
    rightPadding: filters || clear.visible ? 56 : Theme.s4
    font.family: Theme.sans
    font.pixelSize: Theme.px(15)
    color: Theme.ink
    selectionColor: Theme.brand
    selectedTextColor: Theme.brandInk
    verticalAlignment: TextInput.AlignVCenter
    selectByMouse: !readOnly
    Accessible.role: Accessible.EditableText
    Accessible.name: qsTr("Search for a car")
    Accessible.searchEdit: true
    Keys.onReturnPressed: event => { if (readOnly) pressed(null); else event.accepted = false }
    background: Rectangle {
        radius: height / 2
        color: Theme.surface
        border.width: root.activeFocus ? 2 : 1
        border.color: root.activeFocus ? Theme.brand : Theme.line
        Icon { x: 18; anchors.verticalCenter: parent.verticalCenter; name: "search" }
    }
    Label {
        anchors { left: parent.left; leftMargin: 52; right: parent.right; rightMargin: root.rightPadding; verticalCenter: parent.verticalCenter }
        visible: root.text === "" && root.preeditText === ""
        text: root.hintText
        color: Theme.inkFaint
        Accessible.ignored: true
    }
    IconButton { id: clear; visible: root.text !== "" && !root.filters; anchors { right: parent.right; rightMargin: 4; verticalCenter: parent.verticalCenter } iconName: "close"; iconSize: 20; color: Theme.inkSoft; text: qsTr("Clear"); onClicked: root.clear() }
    IconButton { objectName: "search.filters"; visible: root.filters; anchors { right: parent.right; rightMargin: 6; verticalCenter: parent.verticalCenter } iconName: "tune"; text: qsTr("Filters"); onClicked: root.filtersAsked() }
}
