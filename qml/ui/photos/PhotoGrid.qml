import QtQuick

// Photos that are about to be sent: each shows how far it has travelled, can be taken away and, when it failed, tried
// again. With `orderable` their order is changed by dragging (a press that stays, on a phone) or with Ctrl and arrows;
// Delete takes one away. Model rows: key, source, state (ready, queued, uploading, done, failed), progress, errorText.
Item {
    id: root
    property alias model: tiles.model
    property color ground: Theme.surface
    property bool orderable: false
    property bool cover: false             // the first one is marked: it stands on the card
    property string addText                // a tile that adds more, when there are words for it
    property int most: 30
    property real tile: 96                 // wished width
    readonly property int columns: Math.max(2, Math.floor((width + Theme.s2) / (tile + Theme.s2)))
    readonly property real cell: orderable || addText !== "" ? Math.floor((width - (columns - 1) * Theme.s2) / columns) : tile
    readonly property real cellHeight: Math.round(cell * 0.78)
    readonly property int count: tiles.count
    readonly property bool canAdd: addText !== "" && count < most
    property int dragged: -1               // where the one in hand came from
    property int target: -1                // where it would be put down
    signal removed(string key)
    signal retried(string key)
    signal moved(int from, int to)         // the model moves the row
    signal added()
    signal opened(int at)

    function slotOf(at) {
        if (dragged < 0 || dragged === target)
            return at
        if (at === dragged)
            return target
        return at > dragged && at <= target ? at - 1 : at < dragged && at >= target ? at + 1 : at
    }
    function stand(at) { const item = tiles.itemAt(at); if (item) item.forceActiveFocus(Qt.TabFocusReason) }
    function slotX(slot) { return slot % columns * (cell + Theme.s2) }
    function slotY(slot) { return Math.floor(slot / columns) * (cellHeight + Theme.s2) }
    function slotAt(x, y) {
        const column = Math.max(0, Math.min(columns - 1, Math.floor(x / (cell + Theme.s2)))), row = Math.max(0, Math.floor(y / (cellHeight + Theme.s2)))
        return Math.min(count - 1, row * columns + column)
    }
    function move(from, to) { if (orderable && to >= 0 && to < count && from !== to) { moved(from, to); Qt.callLater(stand, to) } }

    implicitWidth: 320
    implicitHeight: slotsHeight(count + (canAdd ? 1 : 0))
    function slotsHeight(slots) { return slots === 0 ? 0 : Math.ceil(slots / columns) * (cellHeight + Theme.s2) - Theme.s2 }
    visible: count > 0 || canAdd
    Accessible.role: Accessible.List
    Accessible.name: qsTr("Photos")
    Repeater {
        id: tiles
        Item {
            id: photo
            required property int index
            required property var model
            readonly property var row: model.modelData !== undefined ? model.modelData : model
            readonly property string phase: row.state ?? "ready"
            readonly property int slot: root.slotOf(index)
            readonly property bool held: root.dragged === index
            property bool visualFocus: activeFocus

            objectName: root.objectName === "" ? "" : root.objectName + "." + row.key
            x: held ? hand.x0 + hand.dx : root.slotX(slot)
            y: held ? hand.y0 + hand.dy : root.slotY(slot)
            z: held ? 2 : 0
            scale: held ? 1.05 : 1
            width: root.cell
            height: root.cellHeight
            activeFocusOnTab: true
            Accessible.role: Accessible.ListItem
            Accessible.name: qsTr("Photo %1 of %2").arg(index + 1).arg(root.count) + (phase === "uploading" ? ", " + Math.round(100 * row.progress) + " %" : phase === "failed" ? ", " + row.errorText : phase === "queued" ? ", " + qsTr("waits") : "")
            Accessible.description: root.orderable ? qsTr("Ctrl and arrows change the order, Delete takes it away") : ""
            Accessible.focusable: true
            Accessible.onPressAction: root.opened(index)
            Behavior on x { enabled: !photo.held && root.dragged >= 0; NumberAnimation { duration: Theme.fast } }
            Behavior on y { enabled: !photo.held && root.dragged >= 0; NumberAnimation { duration: Theme.fast } }
            Keys.onPressed: event => {
                const step = event.key === Qt.Key_Left ? -1 : event.key === Qt.Key_Right ? 1 : event.key === Qt.Key_Up ? -root.columns : event.key === Qt.Key_Down ? root.columns : 0
                event.accepted = true
                if (step !== 0 && event.modifiers & Qt.ControlModifier)
                    root.move(index, index + step)
                else if (step !== 0 && tiles.itemAt(index + step))
                    tiles.itemAt(index + step).forceActiveFocus(Qt.TabFocusReason)
                else if (event.key === Qt.Key_Delete)
                    root.removed(row.key)
                else if (event.key === Qt.Key_Return || event.key === Qt.Key_Space)
                    phase === "failed" ? root.retried(row.key) : root.opened(index)
                else
                    event.accepted = false
            }
            Photo {
                anchors.fill: parent
                radius: Theme.radiusPhoto
                source: photo.row.source ?? ""
                ground: root.ground
                faint: photo.phase === "uploading" || photo.phase === "queued" ? 0.5 : photo.phase === "failed" ? 0.3 : 0
            }
            Rectangle {
                visible: root.cover && photo.slot === 0
                x: 6; y: photo.height - height - 6
                width: Math.min(first.implicitWidth + 16, parent.width - 12); height: first.implicitHeight + 6; radius: height / 2
                color: Theme.photoPill
                Label { id: first; x: 8; width: parent.width - 16; anchors.verticalCenter: parent.verticalCenter; role: "caption"; size: 11; fontSizeMode: Text.HorizontalFit; minimumPixelSize: 9; color: Theme.photoPillInk; text: qsTr("Cover"); Accessible.ignored: true }
            }
            ProgressBar { visible: photo.phase === "uploading"; anchors { left: parent.left; right: parent.right; bottom: parent.bottom; margins: Theme.s2 } value: photo.row.progress ?? 0; ground: Theme.photoDisc; tint: "#0B6B4F"; Accessible.ignored: true }
            Rectangle {
                visible: photo.phase === "queued"
                anchors { horizontalCenter: parent.horizontalCenter; bottom: parent.bottom; bottomMargin: 6 }
                width: Math.min(queued.implicitWidth + 16, parent.width - 12); height: queued.implicitHeight + 6; radius: height / 2
                color: Theme.photoPill
                Label { id: queued; x: 8; width: parent.width - 16; anchors.verticalCenter: parent.verticalCenter; size: 11; weight: Font.Medium; color: Theme.photoPillInk; text: qsTr("waits"); Accessible.ignored: true }
            }
            Rectangle { visible: photo.phase === "failed"; anchors.fill: parent; radius: Theme.radiusPhoto; color: Theme.dangerSoft; opacity: 0.75; border.width: 2; border.color: Theme.danger }
            IconButton { visible: photo.phase === "failed"; anchors.centerIn: parent; activeFocusOnTab: false; iconName: "refresh"; color: Theme.danger; disc: Theme.surface; discSize: 36; text: qsTr("Try again") + ": " + (photo.row.errorText ?? ""); onClicked: root.retried(photo.row.key) }
            // The whole photo can be taken hold of; on a phone after a press that stays, so that the page still scrolls.
            MouseArea {
                id: hand
                property real x0: 0
                property real y0: 0
                property real dx: 0
                property real dy: 0
                property point from
                anchors.fill: parent
                enabled: photo.phase !== "failed" || root.orderable
                z: -1
                preventStealing: photo.held
                cursorShape: root.orderable ? Qt.OpenHandCursor : Qt.PointingHandCursor
                function follow(mouse) {
                    const at = mapToItem(root, mouse.x, mouse.y)
                    dx = at.x - from.x
                    dy = at.y - from.y
                    root.target = root.slotAt(x0 + dx + root.cell / 2, y0 + dy + root.cellHeight / 2)
                }
                function take(mouse) { x0 = photo.x; y0 = photo.y; dx = 0; dy = 0; root.target = photo.index; root.dragged = photo.index }
                onPressed: mouse => from = mapToItem(root, mouse.x, mouse.y)
                onPressAndHold: mouse => { if (root.orderable && !photo.held) take(mouse) }
                onPositionChanged: mouse => {
                    const at = mapToItem(root, mouse.x, mouse.y)
                    const far = Math.abs(at.x - from.x) + Math.abs(at.y - from.y) > 12
                    if (!photo.held && root.orderable && far && mouse.source === Qt.MouseEventNotSynthesized)
                        take(mouse)
                    if (photo.held)
                        follow(mouse)
                }
                onReleased: {
                    if (!photo.held)
                        return
                    const was = root.dragged, to = root.target
                    root.dragged = -1
                    root.target = -1
                    if (was !== to)
                        root.moved(was, to)
                }
                onCanceled: { root.dragged = -1; root.target = -1 }
                onClicked: if (root.dragged < 0) root.opened(photo.index)
            }
            IconButton {
                anchors { right: parent.right; top: parent.top; margins: -6 }
                visible: !photo.held
                activeFocusOnTab: false
                iconName: "close"; iconSize: 16; color: Theme.photoPillInk; disc: Theme.photoPill; discSize: 26
                text: qsTr("Take the photo away")
                onClicked: root.removed(photo.row.key)
            }
            FocusRing { target: photo; corner: Theme.radiusPhoto }
        }
    }
    Card {
        objectName: root.objectName === "" ? "" : root.objectName + ".add"
        visible: root.canAdd
        x: root.slotX(root.count)
        y: root.slotY(root.count)
        width: root.cell
        height: root.cellHeight
        clickable: true
        padding: 0
        accessibleName: root.addText
        onClicked: root.added()
        Item {
            width: parent.width
            height: root.cellHeight
            Icon { id: plus; anchors { horizontalCenter: parent.horizontalCenter; verticalCenter: parent.verticalCenter; verticalCenterOffset: -words.height / 2 } name: "add_a_photo"; size: 24; color: Theme.brand }
            Label { id: words; anchors { top: plus.bottom; topMargin: 2; horizontalCenter: parent.horizontalCenter } width: Math.min(implicitWidth, parent.width - Theme.s2); role: "caption"; fontSizeMode: Text.HorizontalFit; minimumPixelSize: 10; color: Theme.brand; text: root.addText; Accessible.ignored: true }
        }
    }
}
