import QtQuick
import CarGo.Ui
import CarGo.Chat

// One line of a conversation: mine, theirs, or what happened to the deal. A day is written over its first line. A press that
// stays, the right button and the keys of the list ask for its menu; a finger that draws it to the right answers it.
Item {
    id: root
    required property string key
    required property real seq
    required property string messageId
    required property string kind
    required property bool mine
    required property string body
    required property string time
    required property string day
    required property var model
    required property string errorText
    required property bool masked
    required property bool edited
    required property bool deleted
    required property bool paying
    required property var quote
    required property var photos
    required property int hiddenPhotos
    required property real progress
    property ChatViewModel vm
    property bool current: false           // the keyboard stands on it
    property bool flashed: false           // one has just jumped here
    readonly property string delivery: model.state
    readonly property bool event: kind === "event"
    readonly property bool waits: delivery === "queued" || delivery === "uploading" || delivery === "failed"
    readonly property bool hasMenu: !event && !deleted && !waits
    readonly property real widest: Math.min(width * 0.78, 560)
    readonly property color ink: mine ? Theme.brandInk : Theme.ink
    readonly property color inkSoft: mine ? Theme.brandInk : Theme.inkSoft
    readonly property string hiddenText: hiddenPhotos > 0 ? qsTr("%n photo(s) hidden: a contact can be read in it. It is shown when the deal is done.", "", hiddenPhotos) : ""
    readonly property string deliveryText: delivery === "queued" ? qsTr("waits") : delivery === "uploading" ? qsTr("photos are on their way") : delivery === "read" ? qsTr("read") : delivery === "delivered" ? qsTr("delivered") : delivery === "failed" ? errorText : qsTr("sent")
    signal retried()
    signal discarded()
    signal photoOpened(int at)
    signal menuAsked(real x, real y)
    signal answered()
    signal quoteOpened()

    implicitHeight: column.implicitHeight
    Accessible.role: Accessible.StaticText
    Accessible.name: (event ? "" : mine ? qsTr("You: ") : qsTr("Answer: ")) + (quote.text ? qsTr("To “%1”: ").arg(quote.text) : "") + body + (photos.length > 0 ? " " + qsTr("%n photo(s)", "", photos.length) : "") + (hiddenText ? " " + hiddenText : "") + ", " + time + (edited ? ", " + qsTr("changed") : "") + (mine && !event && !deleted ? ", " + deliveryText : "")
    Accessible.onPressAction: if (hasMenu) menuAsked(bubble.x, column.y + bubble.y)
    component Pill: Rectangle {
        property alias text: said.text
        anchors.horizontalCenter: parent.horizontalCenter
        width: said.width + 28; height: said.height + 14; radius: 16
        color: Theme.dark ? Theme.surface : Theme.sunken
        Label { id: said; anchors.centerIn: parent; width: Math.min(implicitWidth, root.width - 28); size: 12; color: Theme.inkSoft; wrapMode: implicitWidth > root.width - 28 ? Text.WordWrap : Text.NoWrap; horizontalAlignment: Text.AlignHCenter; Accessible.ignored: true }
    }
    Column {
        id: column
        width: parent.width
        spacing: Theme.s1
        Pill { visible: root.day !== ""; text: root.day }
        Item { visible: root.day !== ""; width: 1; height: Theme.s1 }
        Pill { visible: root.event; text: root.body + " · " + root.time }
        Rectangle {
            id: bubble
            property bool visualFocus: root.current
            property real drawn: 0         // to the right, by a finger
            visible: !root.event
            readonly property real inner: Math.max(words.visible ? words.width : 0, pictures.visible ? pictures.width : 0, unseen.visible ? unseen.width : 0, quoted.visible ? quoted.wished : 0, foot.width)
            width: inner + 32
            height: said.height + foot.height + (words.visible ? 24 : 26)
            x: (root.mine ? parent.width - width : 0) + drawn
            radius: 18
            color: root.deleted ? "transparent" : root.mine ? Theme.brand : Theme.surface
            border.width: root.mine && !root.deleted ? 0 : 1
            border.color: Theme.line
            FocusRing { target: bubble; corner: 18; visible: bubble.visualFocus || root.flashed; border.color: root.flashed && !bubble.visualFocus ? Theme.warn : Theme.info }
            TapHandler { enabled: root.hasMenu; onLongPressed: root.menuAsked(bubble.x + point.position.x, bubble.y + point.position.y) }
            TapHandler { enabled: root.hasMenu; acceptedButtons: Qt.RightButton; onTapped: eventPoint => root.menuAsked(bubble.x + eventPoint.position.x, bubble.y + eventPoint.position.y) }
            DragHandler {
                enabled: root.hasMenu
                target: null
                acceptedDevices: PointerDevice.TouchScreen
                yAxis.enabled: false
                xAxis.minimum: 0
                onTranslationChanged: if (active) bubble.drawn = Math.max(0, Math.min(64, translation.x))
                onActiveChanged: if (!active) { const far = bubble.drawn > 44; bubble.drawn = 0; if (far) root.answered() }
            }
            Icon { visible: bubble.drawn > 12; opacity: bubble.drawn > 44 ? 1 : 0.5; name: "undo"; size: 20; color: Theme.inkSoft; anchors { right: parent.left; rightMargin: Theme.s2; verticalCenter: parent.verticalCenter } }
            Column {
                id: said
                x: 16; y: words.visible && !pictures.visible && !quoted.visible ? 10 : 14
                spacing: Theme.s2
                Item {
                    id: quoted
                    readonly property real wished: Math.min(root.widest - 32, Math.max(quotedWho.implicitWidth, quotedText.implicitWidth) + 11)
                    visible: root.quote.text !== undefined
                    width: bubble.inner
                    height: quotedLines.height
                    Rectangle { width: 3; height: parent.height; radius: 2; color: root.inkSoft }
                    Column {
                        id: quotedLines
                        x: 11
                        width: parent.width - x
                        Label { id: quotedWho; visible: text !== ""; width: parent.width; text: root.quote.who ?? ""; size: 12; weight: Font.DemiBold; color: root.ink; Accessible.ignored: true }
                        Label { id: quotedText; width: parent.width; text: root.quote.text ?? ""; size: 13; color: root.inkSoft; Accessible.ignored: true }
                    }
                    TapHandler { onTapped: root.quoteOpened() }
                }
                Flow {
                    id: pictures
                    readonly property int side: root.photos.length === 1 ? Math.min(240, root.widest - 32) : Math.min(112, (root.widest - 32 - Theme.s2) / 2)
                    visible: root.photos.length > 0
                    width: root.photos.length === 1 ? side : 2 * side + Theme.s2
                    spacing: Theme.s2
                    Repeater {
                        model: root.photos
                        Photo {
                            id: picture
                            required property int index
                            required property url modelData
                            width: pictures.side; height: Math.round(pictures.side * 0.72)
                            radius: Theme.radiusSmall
                            ground: bubble.color
                            source: modelData
                            opacity: root.delivery === "uploading" || root.delivery === "queued" ? 0.6 : 1
                            activeFocusOnTab: true
                            property bool visualFocus: activeFocus
                            Accessible.role: Accessible.Button
                            Accessible.name: qsTr("Photo %1").arg(index + 1)
                            Accessible.onPressAction: root.photoOpened(index)
                            Keys.onReturnPressed: root.photoOpened(index)
                            TapHandler { onTapped: root.photoOpened(picture.index) }
                            FocusRing { target: picture }
                        }
                    }
                }
                Label { id: unseen; objectName: "bubble.hidden"; visible: root.hiddenPhotos > 0; width: Math.min(implicitWidth, root.widest - 32); text: root.hiddenText; size: 13; font.italic: true; wrapMode: Text.WordWrap; color: root.inkSoft; Accessible.ignored: true }
                ProgressBar { visible: root.delivery === "uploading"; width: pictures.width; value: root.progress; tint: Theme.brandInk; ground: Qt.rgba(Theme.brandInk.r, Theme.brandInk.g, Theme.brandInk.b, 0.3); Accessible.ignored: true }
                Label {
                    id: words
                    readonly property bool found: root.vm && root.vm.words !== "" && !root.deleted
                    visible: text !== ""
                    width: Math.min(Math.ceil(natural.implicitWidth), root.widest - 32)
                    text: found ? root.vm.marked(root.body, Theme.warnSoft, Theme.ink) : root.body
                    textFormat: found ? Text.RichText : Text.PlainText
                    wrapMode: Text.Wrap
                    font.italic: root.deleted
                    color: root.deleted ? Theme.inkSoft : root.ink
                    Accessible.ignored: true
                    Label { id: natural; visible: false; text: root.body; font.italic: root.deleted; Accessible.ignored: true }
                }
            }
            Row {
                id: foot
                anchors { right: parent.right; bottom: parent.bottom; rightMargin: 12; bottomMargin: 6 }
                spacing: Theme.s1
                Icon { visible: root.masked; name: "shield"; size: 13; color: root.mine ? Theme.brandInk : Theme.warn; anchors.verticalCenter: parent.verticalCenter }
                Label { visible: root.edited; text: qsTr("changed"); size: 11; color: root.inkSoft; anchors.verticalCenter: parent.verticalCenter; Accessible.ignored: true }
                Label { text: root.time; size: 11; color: root.deleted ? Theme.inkSoft : root.inkSoft; anchors.verticalCenter: parent.verticalCenter; Accessible.ignored: true }
                // One tick: on the server. Two: on the other's device. Two in a disc: read.
                Rectangle {
                    visible: root.mine && !root.deleted
                    readonly property bool seen: root.delivery === "read"
                    width: tick.width + (seen ? 6 : 0); height: tick.height + (seen ? 2 : 0); radius: height / 2
                    anchors.verticalCenter: parent.verticalCenter
                    color: seen ? Theme.brandInk : "transparent"
                    Icon { id: tick; anchors.centerIn: parent; size: 14; color: parent.seen ? Theme.brand : Theme.brandInk; name: root.delivery === "queued" || root.delivery === "uploading" ? "schedule" : root.delivery === "failed" ? "error_outline" : root.delivery === "read" || root.delivery === "delivered" ? "done_all" : "done" }
                }
            }
        }
        Banner {
            objectName: "bubble.paying"
            visible: root.paying
            width: Math.min(parent.width, 560)
            tone: "info"
            iconName: "security"
            text: qsTr("This sounds like a payment outside of CarGo. The bank protects only what is paid here: nobody can bring back money sent to a card, in cash or in crypto.")
            actionText: qsTr("How payment works")
            onAction: Nav.go("about")
        }
        Column {
            visible: root.delivery === "failed" || (root.waits && root.photos.length > 0)
            anchors.right: parent.right
            Label { visible: root.delivery === "failed"; text: root.errorText; size: 12; color: Theme.danger; width: Math.min(implicitWidth, root.width); wrapMode: Text.WordWrap; horizontalAlignment: Text.AlignRight; anchors.right: parent.right }
            Row {
                anchors.right: parent.right
                Button { objectName: "bubble.retry"; visible: root.delivery === "failed"; kind: "text"; text: qsTr("Again"); onClicked: root.retried() }
                Button { objectName: "bubble.discard"; kind: "text"; text: root.delivery === "failed" ? qsTr("Delete") : qsTr("Do not send"); onClicked: root.discarded() }
            }
        }
    }
}
