import QtQuick
import CarGo.Ui
import CarGo.Client

// What waits to be sent: each thing with its state, and what can be done about it.
Page {
    id: root
    title: qsTr("Waiting to be sent")
    back: true
    contentMaximum: 640
    OutboxModel { id: unsent }
    ListView {
        id: list
        objectName: "outbox.list"
        property bool moved: false // by hand
        onMovementStarted: moved = true
        Connections { target: list.headerItem; function onHeightChanged() { if (!list.moved) Qt.callLater(list.positionViewAtBeginning) } } // it comes after the first row
        anchors.fill: parent
        leftMargin: root.side
        onLeftMarginChanged: contentX = -leftMargin // a view keeps its place when its margin changes
        rightMargin: root.side
        topMargin: Theme.s2
        bottomMargin: Theme.s4
        spacing: Theme.s3
        model: unsent
        header: Column {
            visible: list.count > 0
            width: list.width - 2 * root.side
            height: visible ? implicitHeight : 0
            bottomPadding: Theme.s3
            Card {
                width: parent.width
                Switch { objectName: "outbox.wifi"; width: parent.width; text: qsTr("Photos over Wi-Fi only"); detail: qsTr("Words go at once. Photos wait for a network that costs nothing."); checked: Settings.wifiOnly; onToggled: Settings.wifiOnly = checked }
            }
        }
        delegate: Card {
            id: card
            required property string itemId
            required property string title
            required property string stateText
            required property string moment
            required property var photos
            required property var photoStates
            required property real progress
            required property var model
            readonly property bool refused: model.state === "refused"
            width: list.width - 2 * root.side
            spacing: Theme.s2
            Accessible.role: Accessible.StaticText
            Accessible.name: title + ", " + model.text + ", " + stateText
            Label { width: parent.width; text: card.title + " · " + card.moment; weight: Font.DemiBold; wrapMode: Text.WordWrap }
            Label { visible: text !== ""; width: parent.width; text: card.model.text; wrapMode: Text.WordWrap; maximumLineCount: 3; color: Theme.inkSoft }
            SentPhotos { visible: card.photos.length > 0; width: parent.width; photos: card.photos; states: card.photoStates }
            ProgressBar { visible: card.model.state === "sending" && card.photos.length > 0; width: parent.width; value: card.progress }
            Label { width: parent.width; text: card.stateText; size: 13; wrapMode: Text.WordWrap; color: card.refused ? Theme.danger : Theme.inkSoft }
            ButtonRow {
                visible: card.refused || card.model.state === "waiting"
                width: parent.width
                Button { objectName: "outbox.retry"; width: parent.cell; kind: "outline"; text: qsTr("Try again"); onClicked: card.refused ? unsent.retry(card.itemId) : unsent.sendNow() }
                Button { objectName: "outbox.discard"; width: parent.cell; kind: "text"; text: qsTr("Delete"); onClicked: { sure.item = card.itemId; sure.open() } }
            }
        }
    }
    EmptyState { visible: list.count === 0; anchors.centerIn: parent; iconName: "done_all"; title: qsTr("Everything is sent"); text: qsTr("What you write and photograph without a connection waits here, and goes by itself.") }
    ConfirmDialog { id: sure; property string item; dangerous: true; title: qsTr("Delete it?"); text: qsTr("It was not sent, and it is only on this device."); confirmText: qsTr("Delete"); onConfirmed: unsent.discard(item) }
}
