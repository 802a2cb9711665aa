import QtQuick
import CarGo.Ui
import CarGo.Client
import CarGo.Profile

// Whom one has blocked in chats, and the way back.
Page {
    id: root
    source: vm
    title: qsTr("Blocked people")
    back: true
    contentMaximum: 720
    BlockedViewModel { id: vm; onFailed: text => Nav.tell(text, { tone: "danger" }) }
    ListView {
        id: list
        objectName: "blocked.list"
        anchors.fill: parent
        leftMargin: root.side
        onLeftMarginChanged: contentX = -leftMargin // a view keeps its place when its margin changes
        rightMargin: root.side
        spacing: Theme.s2
        model: vm.model
        delegate: Card {
            id: card
            required property string userId
            required property string name
            required property string detail
            width: list.width - 2 * root.side
            Item {
                readonly property bool below: Theme.textScale > 1.3
                width: parent.width; height: Math.max(Theme.touch, texts.implicitHeight + (below ? end.height : 0))
                Avatar { id: face; name: card.name; y: Math.round(texts.y + (texts.height - height) / 2) }
                Column { id: texts; x: face.width + Theme.s3; width: (parent.below ? parent.width : end.x) - x; y: parent.below ? 0 : Math.round((parent.height - height) / 2); spacing: Theme.s1
                    Label { text: card.name; weight: Font.Medium; width: parent.width; wrapMode: Text.Wrap } Label { text: card.detail; role: "second"; width: parent.width; wrapMode: Text.WordWrap } }
                Button { id: end; objectName: "unblock." + card.userId; x: parent.below ? texts.x - Theme.s3 : parent.width - width + Theme.s3; y: parent.below ? texts.height : Math.round((parent.height - height) / 2); kind: "text"; enabled: !vm.busy; text: qsTr("Unblock"); Accessible.name: qsTr("Unblock: %1").arg(card.name); onClicked: vm.unblock(card.userId) }
            }
        }
    }
    EmptyState { objectName: "blocked.none"; visible: vm.phase === ViewModel.Empty; anchors.centerIn: parent; iconName: "block"; tone: "plain"; title: qsTr("Nobody is blocked"); text: qsTr("In the menu of a chat you can block the other side: then no messages go between you.") }
    SkeletonList { visible: vm.phase === ViewModel.Loading; x: root.side; width: parent.width - 2 * root.side; rows: 3 }
    ErrorState { visible: vm.phase === ViewModel.Failed; anchors.centerIn: parent; trouble: vm.trouble; onRetry: vm.reload(); onBack: Nav.back(); onSignIn: Nav.askSignIn() }
}
