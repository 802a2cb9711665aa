import QtQuick
import CarGo.Ui
import CarGo.Client
import CarGo.Help

// One page of help, or an agreement, opened at a heading when one is named. cargo://help/SLUG#anchor leads here.
Page {
    id: root
    property string slug
    property string anchor
    property bool placed: false            // at the anchor; what is read anew later moves nobody
    title: vm.title
    back: true
    source: vm
    contentMaximum: 640
    function show(heading) {
        const y = text.topOf(heading)
        if (y >= 0)
            scroll.contentY = Math.max(0, Math.min(y + text.y - Theme.s3, scroll.contentHeight - scroll.height))
    }
    function place() {
        if (placed || blocks.blocks.length === 0)
            return
        placed = true
        show(anchor)
    }
    function follow(target) {
        if (/^(https|mailto):/.test(target)) {
            Qt.openUrlExternally(target)
            return
        }
        const parts = target.split("#")
        if (parts[0] === "" || parts[0] === slug)
            show(parts[1] ?? "")
        else
            Nav.go("helpText", { slug: parts[0], anchor: parts[1] ?? "" })
    }
    HelpPageViewModel { id: vm; slug: root.slug; onChanged: Qt.callLater(root.place) }
    PageBlocks { id: blocks; text: vm.body }
    Flickable {
        id: scroll
        objectName: "helpText.scroll"
        anchors.fill: parent
        contentHeight: text.y + text.height + Theme.s8
        PageBody { id: text; objectName: "helpText.body"; x: root.side; y: Theme.s3; width: parent.width - 2 * root.side; blocks: blocks; onLinked: target => root.follow(target) }
    }
    SkeletonPage { visible: vm.phase === ViewModel.Loading && vm.version === 0; x: root.side; width: parent.width - 2 * root.side; photo: false }
    ErrorState { visible: vm.phase === ViewModel.Failed; anchors.centerIn: parent; trouble: vm.trouble; onRetry: vm.reload(); onBack: Nav.back() }
}
