import QtQuick
import CarGo.Ui
import CarGo.Client
import CarGo.Listings
import CarGo.Chat

Page {
    id: root
    footing: writer.height
    source: vm
    property string conversationId
    property string question               // a sentence to begin with, to be sent or changed
    readonly property bool roomy: width >= 920     // the car stands beside the talk
    readonly property bool ready: vm.phase === ViewModel.Ready
    bar: false
    title: vm.peer.display_name || qsTr("Chat")
    back: true
    ChatViewModel { id: vm; conversationId: root.conversationId; onFailed: text => Nav.tell(text, { tone: "danger" }); onTold: text => Nav.tell(text, { tone: "good" }) }
    Draft { key: "chat/" + root.conversationId; target: vm.writer; properties: ["draft", "replyTo", "known"] }
    Component.onCompleted: if (question !== "" && vm.writer.draft.trim() === "") vm.writer.draft = question
    Shortcut { sequences: [StandardKey.Find]; enabled: root.visible && root.ready; onActivated: search.begin() }
    ChatHead { id: head; vm: vm; width: parent.width; back: root.back; roomy: root.roomy; onSearched: search.begin(); onReported: report.ask("user", vm.peer.id); onBlocking: sure.open() }
    Item {
        id: talk
        anchors { top: head.bottom; left: parent.left; right: side.left; bottom: parent.bottom }
        SkeletonChat { visible: vm.phase === ViewModel.Loading; anchors.horizontalCenter: parent.horizontalCenter; y: Theme.s4; width: Math.min(parent.width, 860) - 2 * Theme.s3 }
        ErrorState { visible: vm.phase === ViewModel.Failed; anchors.centerIn: parent; trouble: vm.trouble; onRetry: vm.reload(); onBack: Nav.back(); onSignIn: Nav.askSignIn() }
        ChatThread { id: thread; vm: vm; visible: root.ready; anchors { top: parent.top; bottom: writer.top; left: parent.left; right: parent.right } onPhotoOpened: (photos, at) => viewer.show(photos, at); onReported: messageId => report.ask("message", messageId); escapes: search.shown; onEscaped: search.end() }
        EmptyState { visible: root.ready && thread.view.count === 0; anchors.centerIn: thread; iconName: "chat_bubble_outline"; title: qsTr("Ask the first question"); text: qsTr("About the condition, the papers, the way home. The driver answers here.") }
        Writer { id: writer; objectName: "chat.writer"; visible: root.ready; height: visible ? implicitHeight : 0; width: parent.width; anchors.bottom: parent.bottom; vm: vm; onPhotoOpened: (photos, at) => viewer.show(photos, at) }
        DropArea { anchors.fill: parent; enabled: root.ready && writer.open; onDropped: drop => { if (drop.hasUrls) writer.attach(drop.urls) } }
    }
    ChatSide { id: side; visible: root.roomy && root.ready; anchors { top: head.bottom; bottom: parent.bottom; right: parent.right } width: visible ? 336 : 0; vm: vm }
    ChatSearch { id: search; talk: vm; anchors { top: parent.top; left: parent.left; right: side.left } height: listed ? parent.height : barHeight; least: head.height; onEnded: thread.view.forceActiveFocus() }
    ReportSheet { id: report }
    ConfirmDialog { id: sure; objectName: "chat.sureBlock"; title: qsTr("Block %1?").arg(vm.peer.display_name || ""); text: qsTr("No more messages go between you, in any talk. A deal that runs stays open until it ends. You can unblock at any time: here, or in the profile."); confirmText: qsTr("Block"); dangerous: true; onConfirmed: vm.block(true) }
    PhotoViewer { id: viewer }
}
