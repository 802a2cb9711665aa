import QtQuick
import CarGo.Ui
import CarGo.Client
import CarGo.Desk
import CarGo.Help

// A text of the house at its editor: two languages side by side, how they will read below, and the way to readers.
DeskPage {
    id: root
    required property string slug
    readonly property string name: editing.text["title" + (Settings.language === "en" ? "En" : "Ru")] ?? ""
    readonly property bool agreement: editing.facts.kind === "agreement"
    readonly property bool whole: russian.problems.length === 0 && english.problems.length === 0
    readonly property bool side: width >= Theme.px(760)
    property bool seen: true               // the preview
    title: (name !== "" ? name : slug) + (editing.dirty ? " •" : "")
    source: editing
    // The tab and the window ask before they close.
    function mayClose() {
        if (editing.dirty)
            guard.open()
        return !editing.dirty
    }
    function filled(language) { const all = {}, from = editing.facts.placeholders ?? {}; for (const one in from) all[one] = from[one][language]; return all }
    Keys.onPressed: event => {
        event.accepted = event.matches(StandardKey.Save)
        if (event.accepted && editing.dirty && !editing.busy)
            editing.keep()
    }
    KnowledgeViewModel {
        id: editing
        slug: root.slug
        onTaken: { russian.fill(); english.fill() }
        onKept: Nav.tell(qsTr("Kept as the draft"), { tone: "good" })
        onPublished: proposed => { publish.close(); history.close(); Nav.tell(proposed ? qsTr("Proposed. Another admin has to agree.") : qsTr("Published"), { tone: proposed ? "info" : "good" }) }
        onMovedOn: { reload(); Nav.tell(qsTr("Not possible now: it reads so already, or a proposal is open."), { tone: "warn" }) }
    }
    PageBlocks { id: ruBlocks; text: editing.text.bodyRu ?? ""; placeholders: root.filled("ru") }
    PageBlocks { id: enBlocks; text: editing.text.bodyEn ?? ""; placeholders: root.filled("en") }
    actions: [
        Badge { visible: editing.facts.proposal_id ? true : false; objectName: "text.waits"; anchors.verticalCenter: parent.verticalCenter; tone: "info"; iconName: "hourglass_empty"; text: qsTr("Waits for another admin") },
        Badge { visible: root.width > Theme.px(900); anchors.verticalCenter: parent.verticalCenter; tone: "plain"; text: editing.facts.version ? qsTr("Version %1").arg(editing.facts.version) : qsTr("Nothing published") },
        IconButton { objectName: "text.preview"; iconName: root.seen ? "visibility" : "visibility_off"; text: root.seen ? qsTr("Hide how it reads") : qsTr("Show how it reads"); onClicked: root.seen = !root.seen },
        IconButton { objectName: "text.history"; iconName: "history"; text: qsTr("Versions"); onClicked: history.show() },
        IconButton { objectName: "text.discard"; enabled: editing.dirty || editing.revision > 0; iconName: "delete_outline"; text: qsTr("Throw the draft away"); onClicked: discard.open() },
        Button { objectName: "text.keep"; anchors.verticalCenter: parent.verticalCenter; kind: "tonal"; text: qsTr("Keep the draft"); enabled: editing.dirty && !editing.busy; busy: editing.busy && !publish.opened; onClicked: editing.keep() },
        Button { objectName: "text.publish"; anchors.verticalCenter: parent.verticalCenter; text: root.agreement ? qsTr("Propose…") : qsTr("Publish…"); enabled: root.whole && (editing.dirty || editing.revision > 0) && !editing.busy && !editing.conflict; onClicked: publish.show(0) } ]
    DeskState {
        anchors.fill: parent
        vm: editing
        Banner {
            id: waits
            visible: editing.facts.proposal_id ? true : false
            height: visible ? implicitHeight : 0
            x: Theme.s5
            width: parent.width - 2 * x
            tone: "info"
            text: qsTr("What stands here was proposed. A change to it makes the proposal void.")
            actionText: qsTr("See the proposal")
            onAction: Nav.go("case", { queue: "proposals", itemId: editing.facts.proposal_id })
        }
        TextConflict { id: conflict; objectName: "text.conflict"; visible: editing.conflict; height: visible ? implicitHeight : 0; anchors.top: waits.bottom; anchors.topMargin: waits.visible ? Theme.s3 : 0; x: Theme.s5; width: parent.width - 2 * x; vm: editing }
        Flickable {
            id: write
            objectName: "text.scroll"
            anchors { top: conflict.bottom; topMargin: conflict.visible || waits.visible ? Theme.s3 : 0 }
            width: parent.width
            height: (parent.height - y) * (root.seen ? 0.56 : 1)
            contentHeight: editors.height + Theme.s5
            clip: true
            boundsBehavior: Flickable.StopAtBounds
            function reveal(y, height) { const at = editors.y + y; if (at < contentY) contentY = Math.max(0, at - Theme.s3); else if (at + height > contentY + write.height) contentY = at + height - write.height + Theme.s3 }
            Flow {
                id: editors
                readonly property real cell: root.side ? (width - spacing) / 2 : width
                x: Theme.s5
                width: parent.width - 2 * x
                spacing: Theme.s5
                TextEditor { id: russian; width: editors.cell; language: "Ru"; heading: qsTr("In Russian"); text: editing.text; blocks: ruBlocks; signedText: root.agreement; onWrote: (name, words) => editing.write(name, words); onCaretMoved: (y, height) => write.reveal(y, height) }
                TextEditor { id: english; width: editors.cell; language: "En"; heading: qsTr("In English"); text: editing.text; blocks: enBlocks; otherAnchors: ruBlocks.anchors; signedText: root.agreement; onWrote: (name, words) => editing.write(name, words); onCaretMoved: (y, height) => write.reveal(y, height) }
            }
        }
        Rectangle { visible: root.seen; anchors.top: write.bottom; width: parent.width; height: Theme.hairline; color: Theme.line }
        Flickable {
            visible: root.seen
            anchors { top: write.bottom; topMargin: 1; bottom: parent.bottom }
            width: parent.width
            contentHeight: previews.height + Theme.s6
            clip: true
            boundsBehavior: Flickable.StopAtBounds
            Flow {
                id: previews
                x: Theme.s5
                width: parent.width - 2 * x
                topPadding: Theme.s3
                spacing: Theme.s5
                Repeater {
                    model: [ { title: editing.text.titleRu ?? "", blocks: ruBlocks, name: "Ru" }, { title: editing.text.titleEn ?? "", blocks: enBlocks, name: "En" } ]
                    Column {
                        id: preview
                        required property var modelData
                        width: editors.cell
                        spacing: Theme.s3
                        Label { width: parent.width; role: "heading"; wrapMode: Text.Wrap; text: preview.modelData.title }
                        PageBody { objectName: "text.preview" + preview.modelData.name; width: parent.width; blocks: preview.modelData.blocks; onLinked: target => root.follow(target) }
                    }
                }
            }
        }
    }
    function follow(target) {
        if (/^(https|mailto):/.test(target))
            Qt.openUrlExternally(target)
        else if (target.split("#")[0] !== "")
            Nav.go("text", { slug: target.split("#")[0] })
    }
    PublishSheet { id: publish; vm: editing }
    TextHistory { id: history; vm: editing; onBringBackAsked: version => publish.show(version) }
    ConfirmDialog { id: discard; objectName: "text.discardDialog"; title: qsTr("Throw the draft away?"); text: qsTr("What readers see stays as it is."); confirmText: qsTr("Throw it away"); dangerous: true; onConfirmed: editing.throwAway() }
    ConfirmDialog { id: guard; objectName: "text.guard"; title: qsTr("Keep what you wrote?"); text: qsTr("It is not on the server yet."); cancelText: qsTr("Go on writing"); confirmText: qsTr("Keep the draft"); onConfirmed: editing.keep() }
}
