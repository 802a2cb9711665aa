import QtQuick

// Short words over the bottom edge, one after the other. With an action («Undo») they stay longer, wait while the pointer
// or the keyboard is on them, and Ctrl+Z takes it. Pages say them with Nav.tell(); the shell shows them.
//   show(text, {action, run, gone, tone, ms}): `run` is called when the action is taken, `gone` when the words left
//   without it: what can be undone is carried out then. Returns a number for dismiss().
Item {
    id: root

    readonly property int waiting: queue.length
    readonly property bool shown: current !== null
    property var current: null
    property var queue: []
    property int last: 0

    function show(text, options) {
        const asked = options === undefined ? {} : options
        if (asked.action === undefined && (current !== null && current.text === text || queue.some(entry => entry.text === text)))
            return -1                      // the same words twice say nothing new
        const entry = { id: ++last, text: text, action: asked.action ?? "", run: asked.run ?? null, gone: asked.gone ?? null, tone: asked.tone ?? "plain",
                        ms: asked.ms ?? (asked.action ? 8000 : Math.max(4000, text.length * 70)) }
        if (current === null)
            current = entry
        else
            queue = queue.concat([entry])
        return entry.id
    }
    function dismiss(id) {
        if (current !== null && current.id === id)
            leave(false)
        else
            queue = queue.filter(entry => entry.id !== id)
    }
    function act() { if (current !== null && current.action !== "") leave(true) }
    // All that wait are carried out: before the app goes, and when the user signs out.
    function flush() { while (current !== null) leave(false) }
    function leave(acted) {
        const gone = current
        current = queue.length > 0 ? queue[0] : null
        queue = queue.slice(1)
        undo.focus = false                 // the next words do not stay because of the press on these
        close.focus = false
        const then = acted ? gone.run : gone.gone
        if (then)
            then()
    }

    implicitWidth: 480
    width: Math.min(parent ? parent.width - 2 * Theme.s4 : implicitWidth, implicitWidth)
    height: box.height
    z: 100
    Timer {
        running: root.current !== null && !over.containsMouse && !undo.activeFocus && !close.activeFocus
        interval: root.current !== null ? root.current.ms : 4000
        onTriggered: root.leave(false)
    }
    // Each entry is a run of its own for the timer.
    onCurrentChanged: if (current !== null) rise.restart()
    NumberAnimation { id: rise; target: box; property: "lift"; from: 12; to: 0; duration: Theme.calm; easing.type: Easing.OutCubic }
    Shortcut { sequences: [StandardKey.Undo]; enabled: root.current !== null && root.current.action !== ""; onActivated: root.act() }

    Rectangle {
        id: box
        property real lift: 0
        readonly property string tone: root.current !== null ? root.current.tone : "plain"
        readonly property color ink: Theme.page
        readonly property real tail: (undo.visible ? undo.width : 0) + (close.visible ? close.width : 0)
        readonly property bool under: tail > 0 && words.implicitWidth > 1.9 * (root.width - words.x - tail - Theme.s2)

        anchors.horizontalCenter: parent.horizontalCenter
        y: lift
        width: Math.min(root.width, words.x + Math.ceil(words.implicitWidth) + (tail > 0 ? tail + Theme.s2 : Theme.s4))
        height: Math.max(Theme.touch, words.height + 2 * Theme.s3) + (under ? undo.height : 0)
        radius: Theme.radiusButton
        color: Theme.ink
        visible: root.current !== null
        Accessible.role: Accessible.AlertMessage
        Accessible.name: root.current !== null ? root.current.text : ""
        Shadow { corner: parent.radius }
        Rectangle { anchors.fill: parent; radius: parent.radius; color: parent.color }
        MouseArea { id: over; anchors.fill: parent; hoverEnabled: true; acceptedButtons: Qt.NoButton } // forgets the pointer when it is hidden
        Icon { id: sign; visible: box.tone !== "plain"; x: Theme.s4; y: words.y + (Theme.px(19) - height) / 2; size: 20; color: box.ink; name: box.tone === "danger" ? "error_outline" : box.tone === "warn" ? "warning_amber" : box.tone === "info" ? "info" : "check_circle" }
        Label {
            id: words
            objectName: "snackbar.text"
            x: sign.visible ? sign.x + sign.width + Theme.s3 : Theme.s4
            y: Math.round((Math.max(Theme.touch, height + 2 * Theme.s3) - height) / 2)
            width: Math.min(Math.ceil(implicitWidth), root.width - x - (box.under || box.tail === 0 ? Theme.s4 : box.tail + Theme.s2))
            text: root.current !== null ? root.current.text : ""
            color: box.ink
            size: 14
            wrapMode: Text.WordWrap
            Accessible.ignored: true
        }
        component Act: Button { kind: "text"; foreground: Theme.brandTurned }
        Act {
            id: undo
            objectName: "snackbar.action"
            visible: root.current !== null && root.current.action !== ""
            anchors { right: close.visible ? close.left : parent.right; bottom: parent.bottom; bottomMargin: box.under ? 0 : Math.round((parent.height - height) / 2) }
            text: root.current !== null ? root.current.action : ""
            onClicked: root.act()
        }
        IconButton {
            id: close
            objectName: "snackbar.close"
            visible: undo.visible
            anchors { right: parent.right; bottom: undo.bottom }
            iconName: "close"
            iconSize: 18
            color: box.ink
            text: qsTr("Dismiss")
            onClicked: root.leave(false)
        }
    }
}
