import QtQuick
import CarGo.Ui
import CarGo.Client
import CarGo.Chat

// Looks for words in this conversation. What is found is a list until one is chosen; then the thread shows it, and the arrows
// go on from one to the next.
FocusScope {
    id: root
    required property ChatViewModel talk
    property bool shown: false             // the field stands in the head
    readonly property bool listed: shown && !hidden && vm.words.trim() !== ""
    property bool hidden: false            // one was chosen: the thread is looked at
    property real least: 64                // height of what it lies over
    readonly property real barHeight: Math.max(least, field.implicitHeight + Theme.s3)
    signal ended()                          // one was chosen, or the search is over
    function begin() { shown = true; hidden = false; field.forceActiveFocus(Qt.ShortcutFocusReason); field.selectAll() }
    function end() { shown = false; field.text = ""; vm.words = ""; talk.words = ""; ended() }
    function step(by) { if (vm.searched) vm.step(by); else vm.reload() } // Enter does not wait for the next letter

    visible: shown
    ChatSearchViewModel {
        id: vm
        conversationId: root.talk.conversationId
        peer: root.talk.peer.display_name || ""
        onChosen: seq => { root.hidden = true; root.talk.words = vm.words; root.talk.jumpTo(seq); if (!field.activeFocus) root.ended() }
    }
    Rectangle {
        id: bar
        width: parent.width
        height: root.barHeight
        color: Theme.surface
        IconButton { id: back; objectName: "search.close"; x: Theme.s1; anchors.verticalCenter: parent.verticalCenter; iconName: "arrow_back"; text: qsTr("Close the search"); onClicked: root.end() }
        SearchField {
            id: field
            objectName: "search.field"
            anchors { left: back.right; right: steps.left; leftMargin: Theme.s1; rightMargin: Theme.s1; verticalCenter: parent.verticalCenter }
            name: qsTr("Search in this conversation")
            maximumLength: 100
            busy: vm.refreshing
            onTextEdited: { root.hidden = false; vm.words = text }
            onPressed: root.hidden = false
            Keys.onShortcutOverride: event => event.accepted = event.key === Qt.Key_Escape
            Keys.onEscapePressed: text !== "" ? empty() : root.end()
            Keys.onReturnPressed: event => root.step(event.modifiers & Qt.ShiftModifier ? -1 : 1)
            Keys.onEnterPressed: root.step(1)
            Keys.onUpPressed: root.step(1)     // older ones stand above
            Keys.onDownPressed: root.step(-1)
        }
        Row {
            id: steps
            anchors { right: parent.right; rightMargin: Theme.s1; verticalCenter: parent.verticalCenter }
            visible: vm.model.count > 0
            width: visible ? implicitWidth : 0
            IconButton { objectName: "search.older"; width: Theme.touch; iconName: "expand_less"; text: qsTr("Older"); enabled: vm.current + 1 < vm.model.count || vm.more; onClicked: root.step(1) }
            IconButton { objectName: "search.newer"; width: Theme.touch; iconName: "expand_more"; text: qsTr("Newer"); enabled: vm.current > 0; onClicked: root.step(-1) }
        }
        Rectangle { anchors.bottom: parent.bottom; width: parent.width; height: 1; color: Theme.line }
    }
    Rectangle {
        visible: root.listed
        anchors { top: bar.bottom; left: parent.left; right: parent.right; bottom: parent.bottom }
        color: Theme.page
        MouseArea { anchors.fill: parent } // nothing goes through to the thread
        ListView {
            id: list
            objectName: "search.found"
            visible: vm.phase === ViewModel.Ready
            anchors { fill: parent; topMargin: Theme.s2 }
            model: vm.model
            clip: true
            onAtYEndChanged: if (atYEnd) vm.loadMore()
            header: Label { x: Theme.s4; width: list.width - 2 * Theme.s4; bottomPadding: Theme.s2; role: "label"; text: vm.more ? qsTr("More than %n found", "", vm.model.count) : qsTr("%n found", "", vm.model.count); Accessible.role: Accessible.AlertMessage }
            delegate: Card {
                id: card
                required property int index
                required property string who
                required property string text
                required property string moment
                objectName: "found." + index
                x: Theme.s3
                width: list.width - 2 * Theme.s3
                clickable: true
                accessibleName: who + ", " + moment + ": " + text
                onClicked: vm.current = index
                Item { width: parent.width; height: whose.implicitHeight
                    Label { id: whose; text: card.who; role: "strong"; width: parent.width - when.width - Theme.s2; Accessible.ignored: true }
                    Label { id: when; anchors { right: parent.right; baseline: whose.baseline } text: card.moment; role: "second"; Accessible.ignored: true } }
                Label { width: parent.width; wrapMode: Text.Wrap; maximumLineCount: 4; textFormat: Text.RichText; text: vm.marked(card.text, Theme.warnSoft, Theme.ink); Accessible.ignored: true }
            }
            spacing: Theme.s2
        }
        EmptyState { objectName: "search.none"; visible: vm.phase === ViewModel.Empty; anchors.centerIn: parent; iconName: "search_off"; title: qsTr("Nothing found"); text: qsTr("Try fewer words, or only their beginning.") }
        SkeletonList { visible: vm.phase === ViewModel.Loading; x: Theme.s3; y: Theme.s3; width: parent.width - 2 * x; rows: 4 }
        ErrorState { visible: vm.phase === ViewModel.Failed; anchors.centerIn: parent; trouble: vm.trouble; onRetry: vm.reload(); onBack: root.end(); onSignIn: Nav.askSignIn() }
    }
}
