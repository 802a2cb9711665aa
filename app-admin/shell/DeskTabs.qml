import QtQuick
import QtQuick.Templates as T
import CarGo.Ui

// What is open, over the page: the section first, then things with a cross. At the right the way to everything else.
Rectangle {
    id: root
    required property Documents documents
    readonly property var keys: { documents.revision; return documents.tabs() }
    signal searchAsked()
    signal keysAsked()
    signal newsAsked()
    property int unread: 0                 // news of the one who is signed in

    implicitHeight: finder.height + Theme.s3
    color: Theme.page
    Accessible.role: Accessible.PageTabList
    Accessible.name: qsTr("Open pages")
    Rectangle { width: parent.width; height: Theme.hairline; anchors.bottom: parent.bottom; color: Theme.line }
    Flickable {
        id: view
        anchors { left: parent.left; right: tools.left; top: parent.top; bottom: parent.bottom; rightMargin: Theme.s2 }
        contentWidth: row.width
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        Row {
            id: row
            height: view.height
            leftPadding: Theme.s2
            Repeater {
                model: root.keys
                T.AbstractButton {
                    id: tab
                    required property string modelData
                    required property int index
                    readonly property bool current: root.documents.key === modelData
                    readonly property bool thing: index > 0 || modelData !== root.documents.section
                    objectName: "doc." + modelData
                    text: { root.documents.revision; return root.documents.titleOf(modelData) }
                    width: Math.min(Theme.px(230), words.implicitWidth + Theme.s6 + (thing ? cross.width : Theme.s2))
                    height: row.height
                    focusPolicy: Qt.StrongFocus
                    hoverEnabled: true
                    Accessible.role: Accessible.PageTab
                    Accessible.name: text
                    Accessible.selected: current
                    onClicked: root.documents.show(modelData)
                    Keys.onDeletePressed: root.documents.close(modelData)
                    background: Item {
                        Rectangle { anchors { fill: parent; topMargin: 6; bottomMargin: 1; leftMargin: 1; rightMargin: 1 } radius: Theme.radiusSmall; color: tab.current ? Theme.surface : tab.hovered ? Theme.sunken : "transparent"; border.width: tab.current ? Theme.hairline : 0; border.color: Theme.line }
                        Rectangle { visible: tab.current; anchors.bottom: parent.bottom; width: parent.width; height: 2; color: Theme.brand }
                        FocusRing { target: tab; anchors.margins: 4 }
                    }
                    contentItem: Item {
                        Label { id: words; x: Theme.s3; width: parent.width - x - (tab.thing ? cross.width : Theme.s2); anchors.verticalCenter: parent.verticalCenter; text: tab.text; size: 13; weight: tab.current ? Font.DemiBold : Font.Medium; color: tab.current ? Theme.ink : Theme.inkSoft; Accessible.ignored: true }
                        IconButton { id: cross; visible: tab.thing; focusPolicy: Qt.NoFocus; anchors { right: parent.right; verticalCenter: parent.verticalCenter } iconName: "close"; iconSize: 14; discSize: 22; color: Theme.inkSoft; text: qsTr("Close: %1").arg(tab.text); onClicked: root.documents.close(tab.modelData) }
                    }
                }
            }
        }
    }
    Row {
        id: tools
        anchors { right: parent.right; rightMargin: Theme.s3; verticalCenter: parent.verticalCenter }
        spacing: Theme.s1
        Button { id: finder; objectName: "desk.find"; kind: "outline"; iconName: "search"; text: root.width > 700 ? qsTr("Find   Ctrl+K") : qsTr("Find"); onClicked: root.searchAsked() }
        IconButton { id: bell; objectName: "desk.news"; iconName: "notifications_none"; text: root.unread > 0 ? qsTr("News for you: %1").arg(root.unread) : qsTr("News for you"); onClicked: root.newsAsked(); Counter { anchors { right: parent.right; top: parent.top } value: root.unread } }
        IconButton { objectName: "desk.keys"; iconName: "keyboard"; text: qsTr("Keys"); onClicked: root.keysAsked() }
    }
}
