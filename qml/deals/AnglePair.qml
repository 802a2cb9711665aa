import QtQuick
import QtQuick.Templates as T
import CarGo.Ui

// One side of the car twice: as it was, and beside it as it is. While the second photo is missing its place asks for it, where it
// may be taken.
Item {
    id: root
    property string key                    // for the names of the two
    property url before
    property url after
    property string beforeTag
    property string afterTag: qsTr("now")
    property string beforeText             // for a screen reader
    property string afterText
    property bool takes: false
    property bool room: true               // for one more photo
    property var pins: []                  // PinMarks
    readonly property bool taken: after.toString() !== ""
    readonly property real half: Math.floor((width - Theme.s2) / 2)
    signal beforeOpened()
    signal afterOpened()

    implicitHeight: Math.round(half * 0.7)
    component Side: T.AbstractButton {
        width: root.half
        height: root.height
        focusPolicy: Qt.StrongFocus
        hoverEnabled: Qt.styleHints.useHoverEffects
        Accessible.role: Accessible.Button
        Accessible.name: text
    }
    Side {
        id: then
        objectName: "angle.then." + root.key
        text: root.beforeText
        enabled: root.before.toString() !== ""
        contentItem: Item {
            Photo { anchors.fill: parent; radius: Theme.radiusPhoto; source: root.before }
            PinMarks { anchors.fill: parent; pins: root.pins.filter(pin => !pin.fresh) }
            PhotoTag { visible: text !== ""; anchors { left: parent.left; bottom: parent.bottom; margins: 6 } text: root.beforeTag }
        }
        background: Item { FocusRing { target: then; corner: Theme.radiusPhoto } }
        onClicked: root.beforeOpened()
    }
    Side {
        id: now
        objectName: "angle." + root.key
        x: root.half + Theme.s2
        enabled: root.taken || (root.takes && root.room)
        text: root.afterText
        contentItem: Item {
            Photo { visible: root.taken; anchors.fill: parent; radius: Theme.radiusPhoto; source: root.after }
            PinMarks { visible: root.taken; anchors.fill: parent; pins: root.pins }
            PhotoTag { visible: root.taken; anchors { left: parent.left; bottom: parent.bottom; margins: 6 } text: root.afterTag }
            Column {
                visible: !root.taken
                anchors.centerIn: parent
                width: parent.width - Theme.s4
                spacing: Theme.s1
                Icon { anchors.horizontalCenter: parent.horizontalCenter; name: root.takes ? "add_a_photo" : "no_photography"; color: root.takes ? Theme.brand : Theme.inkFaint }
                Label { width: parent.width; role: "caption"; color: root.takes ? Theme.brand : Theme.inkFaint; horizontalAlignment: Text.AlignHCenter; wrapMode: Text.WordWrap; text: root.takes ? qsTr("Same side") : qsTr("not taken"); Accessible.ignored: true }
            }
        }
        background: Rectangle {
            radius: Theme.radiusPhoto
            color: now.hovered || now.down ? Theme.sunken : "transparent"
            border.width: Theme.hairline
            border.color: Theme.frame
            FocusRing { target: now; corner: Theme.radiusPhoto }
        }
        onClicked: root.afterOpened()
    }
}
