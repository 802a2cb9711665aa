import QtQuick
import CarGo.Ui

// One line of a conversation: mine, theirs, or what happened to the deal. A day is written over its first line.
Item {
    id: root
    required property string key
    required property string kind
    required property bool mine
    required property string body
    required property string time
    required property string day
    required property var model
    required property string errorText
    required property bool masked
    required property var photos
    required property real progress
    readonly property string delivery: model.state
    readonly property bool event: kind === "event"
    readonly property real widest: Math.min(width * 0.78, 560)
    readonly property string deliveryText: delivery === "queued" ? qsTr("waits") : delivery === "uploading" ? qsTr("photos are on their way") : delivery === "read" ? qsTr("read") : delivery === "failed" ? errorText : qsTr("sent")
    signal retried()
    signal discarded()
    signal photoOpened(int at)

    implicitHeight: column.implicitHeight
    Accessible.role: Accessible.StaticText
    Accessible.name: (event ? "" : mine ? qsTr("You: ") : qsTr("Answer: ")) + body + (photos.length > 0 ? " " + qsTr("%n photo(s)", "", photos.length) : "") + ", " + time + (mine && !event ? ", " + deliveryText : "")
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
            visible: !root.event
            readonly property real inner: Math.max(words.visible ? words.width : 0, pictures.visible ? pictures.width : 0, foot.width)
            width: inner + 32
            height: said.height + foot.height + (words.visible ? 24 : 26)
            x: root.mine ? parent.width - width : 0
            radius: 18
            color: root.mine ? Theme.brand : Theme.surface
            border.width: root.mine ? 0 : 1
            border.color: Theme.line
            Column {
                id: said
                x: 16; y: words.visible && !pictures.visible ? 10 : 14
                spacing: Theme.s2
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
                Rectangle {
                    visible: root.delivery === "uploading"
                    width: pictures.width; height: 4; radius: 2
                    color: Qt.rgba(Theme.brandInk.r, Theme.brandInk.g, Theme.brandInk.b, 0.3)
                    Rectangle { height: 4; radius: 2; width: parent.width * root.progress; color: Theme.brandInk }
                }
                Label { id: words; visible: text !== ""; width: Math.min(implicitWidth, root.widest - 32); text: root.body; wrapMode: Text.Wrap; color: root.mine ? Theme.brandInk : Theme.ink; Accessible.ignored: true }
            }
            Row {
                id: foot
                anchors { right: parent.right; bottom: parent.bottom; rightMargin: 12; bottomMargin: 6 }
                spacing: Theme.s1
                Icon { visible: root.masked; name: "shield"; size: 13; color: root.mine ? Theme.brandInk : Theme.warn; anchors.verticalCenter: parent.verticalCenter }
                Label { text: root.time; size: 11; color: root.mine ? Theme.brandInk : Theme.inkSoft; anchors.verticalCenter: parent.verticalCenter; Accessible.ignored: true }
                Icon { visible: root.mine; size: 14; color: Theme.brandInk; anchors.verticalCenter: parent.verticalCenter; name: root.delivery === "queued" || root.delivery === "uploading" ? "schedule" : root.delivery === "failed" ? "error_outline" : root.delivery === "read" ? "done_all" : "done" }
            }
        }
        Column {
            visible: root.delivery === "failed"
            anchors.right: parent.right
            Label { text: root.errorText; size: 12; color: Theme.danger; width: Math.min(implicitWidth, root.width); wrapMode: Text.WordWrap; horizontalAlignment: Text.AlignRight; anchors.right: parent.right }
            Row {
                anchors.right: parent.right
                Button { objectName: "bubble.retry"; kind: "text"; text: qsTr("Again"); onClicked: root.retried() }
                Button { objectName: "bubble.discard"; kind: "text"; text: qsTr("Delete"); onClicked: root.discarded() }
            }
        }
    }
}
