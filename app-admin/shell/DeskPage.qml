import QtQuick
import CarGo.Ui
import CarGo.Client

// A page of the console: its name and what can be done with it over its content. Letters are keys only while nobody types:
// a page gets those that no field has taken.
FocusScope {
    id: root
    property string title
    property bool bar: true
    property QtObject source: null         // the view model that F5 reads again
    property alias actions: row.data
    default property alias content: body.data

    Accessible.role: Accessible.Pane
    Accessible.name: title
    Connections { target: root.source; ignoreUnknownSignals: true; function onFailed(text) { Nav.tell(text, { tone: "danger" }) } }
    Rectangle { anchors.fill: parent; color: Theme.page }
    Item {
        id: head
        visible: root.bar
        width: parent.width
        height: visible ? Math.max(Theme.touch + Theme.s3, name.height + Theme.s3) : 0
        Label { id: name; role: "heading"; x: Theme.s5; width: row.x - x - Theme.s3; anchors.verticalCenter: parent.verticalCenter; text: root.title; wrapMode: Text.WordWrap; maximumLineCount: 2; Accessible.role: Accessible.Heading }
        Row { id: row; spacing: Theme.s2; anchors { right: parent.right; rightMargin: Theme.s5; verticalCenter: parent.verticalCenter } }
    }
    Item { id: body; clip: true; anchors { top: head.bottom; left: parent.left; right: parent.right; bottom: parent.bottom } }
}
