import QtQuick

// Ground, bar and body of every page. Content stands between `side` and the same distance from the right: the margin of
// the device, more where the page is wider than its content may be.
FocusScope {
    id: root
    property string title
    property bool back: false
    property bool bar: true
    property int contentMaximum: Theme.contentWidth
    property real footing: 0               // what stands at the lower edge and is not to be covered by words over it
    readonly property int side: Math.max(Theme.margin(width), Math.round((width - contentMaximum) / 2))
    // A view model that tells how old the content is: stale, ageText, slow, refreshing, reload(), waitOn(), giveUp().
    property QtObject source: null
    property alias actions: top.actions
    property alias titleSize: top.titleSize
    default property alias content: body.data

    Accessible.role: Accessible.Pane
    Accessible.name: title
    Rectangle { anchors.fill: parent; color: Theme.page }
    TopBar { id: top; visible: root.bar; width: parent.width; side: root.side; title: root.title; back: root.back; onBackClicked: Nav.back() }
    AgeLine {
        id: age
        anchors { top: root.bar ? top.bottom : parent.top; left: parent.left; right: parent.right }
        side: root.side
        stale: root.source !== null && root.source.stale
        slow: root.source !== null && root.source.slow
        ageText: root.source !== null ? root.source.ageText : ""
        busy: root.source !== null && root.source.refreshing
        onAsked: root.source.reload()
        onWaited: root.source.waitOn()
        onGaveUp: root.source.giveUp()
    }
    Item { id: body; clip: true; anchors { top: age.bottom; left: parent.left; right: parent.right; bottom: parent.bottom } }
}
