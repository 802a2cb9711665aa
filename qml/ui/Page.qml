import QtQuick

// Ground, bar and body of every page.
FocusScope {
    id: root
    property string title
    property bool back: false
    property bool bar: true
    property alias actions: top.actions
    default property alias content: body.data

    Accessible.role: Accessible.Pane
    Accessible.name: title
    Rectangle { anchors.fill: parent; color: Theme.page }
    TopBar { id: top; visible: root.bar; width: parent.width; title: root.title; back: root.back; onBackClicked: Nav.back() }
    Item { id: body; clip: true; anchors { top: root.bar ? top.bottom : parent.top; left: parent.left; right: parent.right; bottom: parent.bottom } }
}
