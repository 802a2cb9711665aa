import QtQuick

// What is shown is from this device: how old it is, and a way to ask again; or: the answer takes long, and a way out of
// the waiting. Takes no room while there is nothing to say.
Item {
    id: root
    property int side: Theme.s4
    property bool stale: false
    property string ageText
    property bool slow: false
    property bool busy: false
    readonly property bool shown: slow || stale
    signal asked()
    signal waited()
    signal gaveUp()

    height: shown ? Math.max(Theme.touch, note.implicitHeight + 2 * Theme.s2) : 0
    implicitWidth: 320
    visible: height > 0
    clip: true
    Accessible.role: Accessible.AlertMessage
    Accessible.name: note.text
    Icon { id: sign; x: root.side; anchors.verticalCenter: parent.verticalCenter; name: root.slow ? "hourglass_empty" : "history"; size: 18 }
    Label { id: note; objectName: "age"; x: sign.x + sign.width + Theme.s2; width: parent.width - x - ways.width - root.side; anchors.verticalCenter: parent.verticalCenter; text: root.slow ? qsTr("It takes longer than usual") : root.ageText; size: 13; color: Theme.inkSoft; wrapMode: Text.WordWrap; Accessible.ignored: true }
    Row {
        id: ways
        anchors { right: parent.right; rightMargin: root.side - Theme.s3; verticalCenter: parent.verticalCenter }
        Button { objectName: "age.wait"; visible: root.slow; kind: "text"; text: qsTr("Wait"); onClicked: root.waited() }
        Button { objectName: "age.giveUp"; visible: root.slow; kind: "text"; text: qsTr("Give up"); onClicked: root.gaveUp() }
        IconButton { objectName: "age.again"; visible: !root.slow; iconName: "refresh"; iconSize: 20; color: Theme.inkSoft; enabled: !root.busy; text: qsTr("Try again"); onClicked: root.asked() }
    }
}
