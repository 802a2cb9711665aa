import QtQuick
import CarGo.Ui
import CarGo.Client
import CarGo.Profile

Page {
    id: root
    source: vm
    title: qsTr("Devices")
    back: true
    contentMaximum: 720
    SessionsViewModel { id: vm; onFailed: text => Nav.tell(text, { tone: "danger" }) }
    ListView {
        id: list
        anchors.fill: parent
        leftMargin: root.side
        onLeftMarginChanged: contentX = -leftMargin // a view keeps its place when its margin changes
        rightMargin: root.side
        spacing: Theme.s2
        model: vm.model
        delegate: Card {
            id: card
            required property string sessionId
            required property string name
            required property string detail
            required property bool current
            width: list.width - 2 * root.side
            Item {
                readonly property bool below: Theme.textScale > 1.3
                width: parent.width; height: Math.max(Theme.touch, texts.implicitHeight + (below && end.visible ? end.height : 0))
                Icon { id: sign; name: card.current ? "smartphone" : "devices"; y: Math.round(texts.y + (texts.height - height) / 2) }
                Column { id: texts; x: sign.width + Theme.s3; width: (end.visible && !parent.below ? end.x : parent.width) - x; y: parent.below ? 0 : Math.round((parent.height - height) / 2); spacing: Theme.s1
                    Label { text: card.name; weight: Font.Medium; width: parent.width; wrapMode: Text.Wrap } Label { text: card.detail; role: "second"; width: parent.width; wrapMode: Text.WordWrap } }
                Button { id: end; visible: !card.current; x: parent.below ? texts.x - Theme.s3 : parent.width - width + Theme.s3; y: parent.below ? texts.height : Math.round((parent.height - height) / 2); kind: "text"; text: qsTr("End"); Accessible.name: qsTr("End: %1").arg(card.name); onClicked: vm.end(card.sessionId) }
            }
        }
        footer: Item {
            width: list.width - 2 * root.side
            height: others.visible ? others.height + Theme.s4 : 0
            Button { id: others; visible: vm.model.count > 1; y: Theme.s4; width: parent.width; kind: "outline"; text: qsTr("End all others"); onClicked: vm.endOthers() }
        }
    }
    SkeletonList { visible: vm.phase === ViewModel.Loading; x: root.side; width: parent.width - 2 * root.side; rows: 3 }
    ErrorState { visible: vm.phase === ViewModel.Failed; anchors.centerIn: parent; trouble: vm.trouble; onRetry: vm.reload(); onBack: Nav.back(); onSignIn: Nav.askSignIn() }
}
