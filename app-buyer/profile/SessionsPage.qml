import QtQuick
import CarGo.Ui
import CarGo.Client
import CarGo.Profile

Page {
    title: qsTr("Devices")
    back: true
    SessionsViewModel { id: vm }
    ListView {
        id: list
        width: Math.min(parent.width - 2 * Theme.s4, 640)
        height: parent.height
        anchors.horizontalCenter: parent.horizontalCenter
        spacing: Theme.s2
        model: vm.model
        delegate: Card {
            id: card
            required property string sessionId
            required property string name
            required property string detail
            required property bool current
            width: list.width
            Item {
                width: parent.width; height: Math.max(Theme.touch, texts.implicitHeight)
                Column { id: texts; width: parent.width - end.width; anchors.verticalCenter: parent.verticalCenter; spacing: 4
                    Label { text: card.name; weight: Font.Medium; width: parent.width } Label { text: card.detail; size: 13; color: Theme.inkSoft; width: parent.width } }
                Button { id: end; visible: !card.current; anchors { right: parent.right; verticalCenter: parent.verticalCenter } kind: "text"; text: qsTr("End"); onClicked: vm.end(card.sessionId) }
            }
        }
    }
    SkeletonList { visible: vm.phase === ViewModel.Loading; x: list.x; width: list.width }
    ErrorState { visible: vm.phase === ViewModel.Failed; anchors.centerIn: parent; text: vm.errorText; onRetry: vm.reload() }
}
