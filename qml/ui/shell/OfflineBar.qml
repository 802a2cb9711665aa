import QtQuick

// A line under the upper edge while there is no connection: what that means, how old what is shown is, what waits to be
// sent. It takes its place and gives it back; `reconnecting` says that it tries.
Rectangle {
    id: root
    property bool offline: false
    property bool reconnecting: false
    property string ageText                // «shown as of 09:40»
    property int waiting: 0                // things to be sent
    property string text: reconnecting ? qsTr("Connecting…") : qsTr("No connection. What you write is sent later.")
    readonly property string detail: [ageText, waiting > 0 ? qsTr("%n waiting to be sent", "", waiting) : ""].filter(words => words !== "").join(" · ")
    signal opened()                        // the list of what waits

    height: offline ? words.implicitHeight + Theme.s3 : 0
    implicitWidth: 320
    visible: height > 0
    clip: true
    color: Theme.warnSoft
    Accessible.role: Accessible.AlertMessage
    Accessible.name: text + (detail !== "" ? " " + detail : "")
    Behavior on height { enabled: Theme.calm > 0; NumberAnimation { duration: Theme.calm } }
    TapHandler { enabled: root.waiting > 0; onTapped: root.opened() }
    Column {
        id: words
        anchors.centerIn: parent
        width: Math.min(parent.width - 2 * Theme.s4, 720)
        spacing: 1
        Row {
            anchors.horizontalCenter: parent.horizontalCenter
            spacing: Theme.s2
            Icon { id: sign; name: root.reconnecting ? "sync" : "cloud_off"; size: 18; color: Theme.warn }
            Label { width: Math.min(implicitWidth, words.width - sign.width - Theme.s2); anchors.verticalCenter: parent.verticalCenter; role: "label"; color: Theme.warn; text: root.text; wrapMode: Text.WordWrap; horizontalAlignment: Text.AlignHCenter; Accessible.ignored: true }
        }
        Label { visible: text !== ""; role: "caption"; width: parent.width; color: Theme.warn; text: root.detail; wrapMode: Text.WordWrap; horizontalAlignment: Text.AlignHCenter; Accessible.ignored: true }
    }
}
