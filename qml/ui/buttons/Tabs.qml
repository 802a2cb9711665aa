import QtQuick
import QtQuick.Templates as T

// Parts of a page, in a line that scrolls when there are many. model: [{value, text, count}]. Arrows move the choice. (The
// places of the app are TabBar.)
Item {
    id: root
    property var model: []
    property string value
    property string name
    property int side: 0                   // distance of the first tab's words from the left
    signal chosen(string value)

    function choose(at) { if (at >= 0 && at < model.length) { tabs.itemAt(at).forceActiveFocus(Qt.TabFocusReason); chosen(model[at].value) } }
    function reveal(item) {
        const left = item.x + row.x, right = left + item.width
        if (left < view.contentX)
            view.contentX = Math.max(0, left - Theme.s4)
        else if (right > view.contentX + view.width)
            view.contentX = Math.min(view.contentWidth - view.width, right - view.width + Theme.s4)
    }
    implicitWidth: row.width
    implicitHeight: row.height
    Accessible.role: Accessible.PageTabList
    Accessible.name: name
    Rectangle { width: parent.width; height: Theme.hairline; anchors.bottom: parent.bottom; color: Theme.line }
    Flickable {
        id: view
        anchors.fill: parent
        contentWidth: row.width + 2 * row.x
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        Row {
            id: row
            x: Math.max(0, root.side - Theme.s3)
            Repeater {
                id: tabs
                model: root.model
                T.AbstractButton {
                    id: control
                    required property var modelData
                    required property int index
                    readonly property bool current: root.value === modelData.value
                    readonly property int count: modelData.count ? modelData.count : 0
                    objectName: root.objectName === "" ? "" : root.objectName + "." + modelData.value
                    implicitWidth: Math.max(Theme.touch, content.implicitWidth + 2 * Theme.s3)
                    implicitHeight: Math.max(Theme.touch, content.implicitHeight + Theme.s4)
                    text: modelData.text
                    focusPolicy: Qt.StrongFocus
                    activeFocusOnTab: current || (index === 0 && !root.model.some(row => row.value === root.value))
                    hoverEnabled: Qt.styleHints.useHoverEffects
                    Accessible.role: Accessible.PageTab
                    Accessible.name: count > 0 ? text + ", " + count : text
                    Accessible.selected: current
                    onClicked: root.chosen(modelData.value)
                    onActiveFocusChanged: if (activeFocus) root.reveal(control)
                    onCurrentChanged: if (current) root.reveal(control)
                    Keys.onLeftPressed: root.choose(index - 1)
                    Keys.onRightPressed: root.choose(index + 1)
                    background: Item {
                        Rectangle { visible: control.hovered; anchors { fill: parent; margins: Theme.s1 } radius: Theme.radiusSmall; color: Theme.sunken }
                        Rectangle { visible: control.current; anchors.bottom: parent.bottom; x: Theme.s3; width: parent.width - 2 * x; height: 3; radius: 1.5; color: Theme.brand }
                        FocusRing { target: control; anchors.margins: 3 }
                    }
                    contentItem: Item {
                        id: content
                        implicitWidth: words.implicitWidth + (counter.visible ? counter.width + 6 : 0)
                        implicitHeight: words.implicitHeight
                        Label { id: words; x: Theme.s3; anchors.verticalCenter: parent.verticalCenter; text: control.text; weight: control.current ? Font.DemiBold : Font.Medium; color: control.current ? Theme.ink : Theme.inkSoft; Accessible.ignored: true }
                        Counter { id: counter; anchors { left: words.right; leftMargin: 6; verticalCenter: parent.verticalCenter } value: control.count; tone: "plain" }
                    }
                }
            }
        }
    }
}
