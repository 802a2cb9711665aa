import QtQuick
import QtQuick.Templates as T

// A few actions at the place they belong to: under a button (open()) or where the pointer asked (popup()). Fill it with
// MenuItem and MenuDivider.
T.Menu {
    id: control

    margins: Theme.s2
    padding: Theme.s2
    leftPadding: Theme.s1
    rightPadding: Theme.s1
    overlap: 4
    implicitWidth: Math.max(200, Math.min(Theme.textScale > 1.3 ? 360 : 320, widest)) + leftPadding + rightPadding
    implicitHeight: contentHeight + topPadding + bottomPadding
    readonly property real widest: {
        let most = 0
        for (let at = 0; at < count; ++at)
            most = Math.max(most, itemAt(at).implicitWidth)
        return most
    }
    enter: Transition { NumberAnimation { property: "opacity"; from: 0; to: 1; duration: Theme.fast } }
    exit: Transition { NumberAnimation { property: "opacity"; to: 0; duration: Theme.fast } }
    delegate: MenuItem {}
    contentItem: ListView {
        implicitHeight: contentHeight
        model: control.contentModel
        interactive: contentHeight > height
        clip: true
        currentIndex: control.currentIndex
        boundsBehavior: Flickable.StopAtBounds
        Accessible.role: Accessible.PopupMenu
        Accessible.name: control.title
    }
    background: Item {
        Shadow { corner: Theme.radiusPhoto }
        Rectangle { anchors.fill: parent; radius: Theme.radiusPhoto; color: Theme.raised; border.width: Theme.dark || Theme.highContrast ? Theme.hairline : 0; border.color: Theme.line }
    }
}
