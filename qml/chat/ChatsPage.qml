import QtQuick
import QtQuick.Templates as T
import CarGo.Ui
import CarGo.Client
import CarGo.Chat

Page {
    id: root
    footing: detail.item ? (detail.item as ChatPage).footing : 0
    source: vm
    readonly property bool wide: width >= Theme.wideFrom
    property string chosen
    // On a desk the first conversation is open at once.
    readonly property string shown: chosen !== "" ? chosen : wide && vm.phase === ViewModel.Ready && vm.model.count > 0 ? first : ""
    property string first
    // A new page for a new conversation: nothing of one chat may show in another.
    function choose(id) { if (id === shown) return; first = ""; chosen = ""; chosen = id }
    title: qsTr("Chats")
    contentMaximum: 100000                 // list and talk side by side use the whole desk
    ConversationsViewModel { id: vm; onPhaseChanged: if (root.first === "" && vm.model.count > 0) root.first = vm.model.get(0).conversationId }
    ListView {
        id: list
        objectName: "chats.list"
        readonly property int edge: root.wide ? Theme.s4 : root.side // on the right
        width: root.wide ? 380 : parent.width
        height: parent.height
        bottomMargin: Theme.s4
        model: vm.model
        delegate: T.AbstractButton {
            id: row
            required property string conversationId
            required property string peer
            required property bool verified
            required property string car
            required property url photo
            required property string moment
            required property int unread
            required property var model
            objectName: "conversation." + conversationId
            width: list.width
            implicitHeight: Math.max(88, texts.implicitHeight + 2 * Theme.s3)
            focusPolicy: Qt.StrongFocus
            hoverEnabled: Qt.styleHints.useHoverEffects
            Accessible.role: Accessible.Button
            Accessible.name: peer + ", " + car + ", " + model.text + (unread > 0 ? ", " + qsTr("%n unread", "", unread) : "")
            onClicked: root.wide ? root.choose(conversationId) : Nav.go("chat", { conversationId: conversationId })
            background: Rectangle { id: back; readonly property color ground: color.a > 0 ? color : Theme.page; color: root.wide && root.shown === row.conversationId ? Theme.quiet : row.hovered ? Theme.sunken : "transparent"; FocusRing { target: row; anchors.margins: 2 } Rectangle { x: texts.x; width: parent.width - x; height: 1; anchors.bottom: parent.bottom; color: Theme.line } }
            contentItem: Item {
                // Which car first, then who: one person may bring several.
                Photo { id: face; x: root.side; width: 60; height: 60; radius: Theme.radiusPhoto; ground: back.ground; source: row.photo; anchors.verticalCenter: parent.verticalCenter }
                Rectangle { width: 28; height: 28; radius: 14; color: back.ground; x: face.x + face.width - 21; y: face.y + face.height - 21; Avatar { anchors.centerIn: parent; size: 24; name: row.peer } }
                Column {
                    id: texts
                    anchors { left: face.right; leftMargin: Theme.s4; right: parent.right; rightMargin: list.edge; verticalCenter: parent.verticalCenter }
                    spacing: 4
                    Item { width: parent.width; height: who.implicitHeight
                        Label { id: who; text: row.peer; weight: Font.DemiBold; width: Math.min(implicitWidth, parent.width - when.width - (row.verified ? Theme.px(16) + 5 : 0) - Theme.s2); Accessible.ignored: true }
                        Icon { visible: row.verified; name: "verified"; size: 16; color: Theme.info; anchors { left: who.right; leftMargin: 5; verticalCenter: parent.verticalCenter } }
                        Label { id: when; anchors { right: parent.right; baseline: who.baseline } text: row.moment; size: 12; color: Theme.inkSoft; Accessible.ignored: true } }
                    Label { text: row.car; size: 13; weight: Font.Medium; width: parent.width; color: Theme.inkSoft; Accessible.ignored: true }
                    Item { width: parent.width; height: Math.max(last.implicitHeight, 18)
                        Label { id: last; text: row.model.text; size: 14; width: parent.width - 34; color: row.unread > 0 ? Theme.ink : Theme.inkSoft; Accessible.ignored: true; maximumLineCount: 1 }
                        Rectangle { visible: row.unread > 0; anchors { right: parent.right; verticalCenter: parent.verticalCenter } width: Math.max(height, n.implicitWidth + 10); height: Math.max(20, n.implicitHeight + 6); radius: height / 2; color: Theme.brand; Label { id: n; anchors.centerIn: parent; text: row.unread; size: 11; weight: Font.Bold; color: Theme.brandInk; Accessible.ignored: true } } }
                }
            }
        }
    }
    Rectangle { visible: root.wide && vm.phase !== ViewModel.Empty && vm.phase !== ViewModel.Failed; x: list.width; width: 1; height: parent.height; color: Theme.line }
    Loader {
        id: detail
        anchors { left: list.right; leftMargin: 1; right: parent.right; top: parent.top; bottom: parent.bottom }
        active: root.wide && root.shown !== ""
        sourceComponent: ChatPage { conversationId: root.shown; back: false }
    }
    EmptyState { visible: root.wide && root.shown === "" && vm.phase === ViewModel.Ready; x: list.width + (parent.width - list.width - width) / 2; anchors.verticalCenter: parent.verticalCenter; iconName: "chat_bubble_outline"; title: qsTr("Choose a conversation") }
    SkeletonList { visible: vm.phase === ViewModel.Loading; cards: false; x: root.side; width: list.width - x - list.edge }
    EmptyState {
        visible: vm.phase === ViewModel.Empty
        anchors.centerIn: parent
        iconName: "chat_bubble_outline"
        title: qsTr("No conversations yet")
        text: Session.signedIn ? (Session.role === "driver" ? qsTr("Buyers who ask about your cars are answered here.") : qsTr("Open a car and press “Ask”: the driver answers here.")) : Session.role === "driver" ? qsTr("Sign in to answer buyers.") : qsTr("Sign in to write to drivers.")
        actionText: Session.signedIn ? (Session.role === "driver" ? qsTr("To my cars") : qsTr("Find a car")) : qsTr("Sign in")
        onAction: Session.signedIn ? Nav.openTab(Session.role === "driver" ? "listings" : "search") : Nav.askSignIn()
    }
    ErrorState { visible: vm.phase === ViewModel.Failed; anchors.centerIn: parent; trouble: vm.trouble; onRetry: vm.reload(); onBack: Nav.back(); onSignIn: Nav.askSignIn() }
}
