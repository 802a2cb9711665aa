import QtQuick
import CarGo.Ui
import CarGo.Chat

// The messages, drawn from the bottom. Whatever comes or goes above or below, the row under the eye stays where it is; at the
// newest message one stays at the newest. Arrows go from message to message, the Menu key or Enter asks what can be done.
Item {
    id: root
    required property ChatViewModel vm
    property string flashed                // key of the message that one has jumped to
    readonly property alias view: list
    property bool escapes: false           // Escape has something to end here
    signal photoOpened(var photos, int at)
    signal reported(string messageId)
    signal escaped()

    ListView {
        id: list
        property bool pinned: true         // at the newest there is; only who scrolls or jumps leaves it, no row that comes
        property var held: null            // {key, y} of the row in the middle
        property bool visualFocus: activeFocus
        readonly property bool away: contentHeight > height && contentY + height < originY + contentHeight - 160

        // The row at a height of the page; -1 where there is none.
        function rowAt(y) {
            for (let down = 0; down <= 24; down += 8) {
                const at = indexAt(contentX + width / 2, contentY + Math.max(0, y - down))
                if (at >= 0)
                    return at
            }
            return -1
        }
        function hold() {
            pinned = pinned || count === 0
            const item = pinned ? null : itemAtIndex(rowAt(height / 2)) as Bubble
            held = item ? { key: item.key, y: item.y - contentY } : null
        }
        function settle() {
            forceLayout()
            if (pinned) {
                if (!moving)
                    positionViewAtBeginning()
            } else if (held) {
                const item = itemAtIndex(Rows.find(root.vm.model, "key", held.key))
                const off = item ? item.y - contentY - held.y : 0
                if (Math.abs(off) > 0.5)
                    contentY += off
            }
            Qt.callLater(glance)
        }
        function glance() { if (count > 0 && root.visible) root.vm.lookAt(rowAt(height / 2), rowAt(height - Theme.s3 - 8), pinned || atYEnd) }
        function stand(row) {
            forceLayout()
            row === 0 ? positionViewAtBeginning() : positionViewAtIndex(row, ListView.Center)
            pinned = row === 0 && !root.vm.newer
            Qt.callLater(glance)
        }
        function turn(by) {
            const to = currentIndex < 0 ? rowAt(height - Theme.s3 - 8) : currentIndex + by
            currentIndex = Math.max(0, Math.min(count - 1, to))
            positionViewAtIndex(currentIndex, ListView.Contain)
            rest()
        }
        function rest() { pinned = atYEnd && !root.vm.newer }
        function ask() {
            const asked = currentItem as Bubble
            if (asked && asked.hasMenu)
                menu.show(asked, 40, asked.height / 2)
        }

        objectName: "chat.messages"
        anchors { top: parent.top; bottom: parent.bottom; horizontalCenter: parent.horizontalCenter }
        width: Math.min(parent.width, 860)
        verticalLayoutDirection: ListView.BottomToTop
        model: root.vm.model
        currentIndex: -1
        highlightFollowsCurrentItem: false
        keyNavigationEnabled: false
        activeFocusOnTab: true
        leftMargin: Theme.s3
        rightMargin: Theme.s3
        topMargin: Theme.s3
        spacing: 10
        clip: true
        cacheBuffer: 400
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Messages")
        Accessible.description: qsTr("Arrows go from message to message, Enter asks what can be done")
        onContentYChanged: Qt.callLater(glance)
        onMovementStarted: pinned = false
        onMovementEnded: rest()
        onHeightChanged: if (pinned) Qt.callLater(positionViewAtBeginning)
        Keys.onShortcutOverride: event => event.accepted = root.escapes && event.key === Qt.Key_Escape
        Keys.onEscapePressed: event => { event.accepted = root.escapes; if (root.escapes) root.escaped() }
        Keys.onPressed: event => {
            event.accepted = true
            if (event.key === Qt.Key_Up)
                turn(1)
            else if (event.key === Qt.Key_Down)
                turn(-1)
            else if (event.key === Qt.Key_End)
                root.vm.toNewest()
            else if (event.key === Qt.Key_Menu || event.key === Qt.Key_Return || event.key === Qt.Key_Enter || (event.key === Qt.Key_F10 && event.modifiers & Qt.ShiftModifier))
                ask()
            else
                event.accepted = false
        }
        delegate: Bubble {
            id: bubble
            width: list.width - 2 * Theme.s3
            vm: root.vm
            current: ListView.isCurrentItem && list.activeFocus
            flashed: root.flashed === key
            onRetried: root.vm.retry(key)
            onDiscarded: root.vm.discard(key)
            onPhotoOpened: at => root.photoOpened(model.largePhotos, at)
            onMenuAsked: (x, y) => menu.show(bubble, x, y)
            onAnswered: root.vm.answer(seq)
            onQuoteOpened: root.vm.jumpTo(quote.seq)
        }
        header: Item { width: 1; height: Theme.s3 } // a bottomMargin is not part of the beginning, to which one is led
        footer: Item {
            width: list.width - 2 * Theme.s3
            height: safety.visible ? safety.implicitHeight + Theme.s3 : 0
            Banner { id: safety; visible: !root.vm.contactsOpen && !root.vm.older; width: parent.width; tone: "warn"; iconName: "shield"; text: qsTr("Contacts open when the deal is done. Until then the bank gives money back only if everything was here.") }
        }
    }
    FocusRing { target: list; visible: list.activeFocus && list.currentIndex < 0; anchors.margins: 2; corner: Theme.radiusSmall }
    Connections {
        target: root.vm
        function onAboutToShow() { list.hold() }
        function onShown() { list.settle() }
        function onJumped(row) {
            list.stand(row)
            const item = row > 0 || root.vm.newer ? root.vm.model.get(row) : null
            root.flashed = item ? item.key : ""
            fade.restart()
        }
    }
    Timer { id: fade; interval: 2400; onTriggered: root.flashed = "" }
    Button {
        objectName: "chat.down"
        visible: list.visible && (list.away || root.vm.newer)
        anchors { right: list.right; bottom: parent.bottom; margins: Theme.s4 }
        kind: root.vm.unseen > 0 ? "filled" : "tonal"
        iconName: "arrow_downward"
        text: root.vm.unseen > 0 ? qsTr("%n new", "", root.vm.unseen) : qsTr("To the newest")
        onClicked: root.vm.toNewest()
    }
    MessageMenu { id: menu; vm: root.vm; host: root; onReported: messageId => root.reported(messageId); onRemoving: seq => { sure.seq = seq; sure.open() } }
    ConfirmDialog { id: sure; property real seq; objectName: "chat.sureDelete"; title: qsTr("Delete the message?"); text: qsTr("Both of you see that there was one. Staff can still read it if there is a dispute."); confirmText: qsTr("Delete"); dangerous: true; onConfirmed: root.vm.remove(seq) }
}
