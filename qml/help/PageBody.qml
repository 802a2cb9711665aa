import QtQuick
import CarGo.Ui
import CarGo.Help

// A knowledge page as people read it. Links come out by `linked`; topOf() says where a heading stands.
Column {
    id: root
    required property PageBlocks blocks
    property int size: 15
    signal linked(string target)           // slug, slug#anchor, #anchor, https://…, mailto:…

    function topOf(anchor) {
        forceLayout()                      // it may be asked for before the page was drawn once
        for (let at = 0; at < list.count; ++at)
            if (list.itemAt(at).modelData.anchor === anchor && anchor !== "")
                return list.itemAt(at).y
        return -1
    }
    spacing: Theme.s3
    Repeater {
        id: list
        model: root.blocks.blocks
        Item {
            id: block
            required property var modelData
            required property int index
            readonly property bool heading: modelData.kind === "heading"
            readonly property bool listed: modelData.kind === "item" || modelData.kind === "number"
            width: root.width
            height: words.y + words.implicitHeight
            Label { id: mark; visible: block.listed; y: words.y; width: Theme.px(22); size: root.size; weight: Font.DemiBold; color: Theme.inkSoft; text: block.modelData.kind === "number" ? block.modelData.number + "." : "•"; Accessible.ignored: true }
            Label {
                id: words
                x: block.listed ? mark.width : 0
                y: block.heading && block.index > 0 ? Theme.s3 : 0
                width: parent.width - x
                size: block.heading ? (block.modelData.level === 2 ? root.size + 3 : root.size + 1) : root.size
                weight: block.heading ? Font.DemiBold : Font.Normal
                wrapMode: Text.Wrap
                textFormat: Text.StyledText
                linkColor: Theme.brand
                text: block.modelData.html
                activeFocusOnTab: link !== ""
                readonly property bool visualFocus: activeFocus
                readonly property string link: { const found = /<a href="([^"]*)"/.exec(block.modelData.html); return found ? found[1] : "" }
                Accessible.role: block.heading ? Accessible.Heading : link !== "" ? Accessible.Link : Accessible.StaticText
                Accessible.name: block.modelData.plain
                Accessible.onPressAction: if (link !== "") root.linked(link)
                Keys.onReturnPressed: event => { event.accepted = link !== ""; if (event.accepted) root.linked(link) }
                onLinkActivated: target => root.linked(target)
                HoverHandler { enabled: words.hoveredLink !== ""; cursorShape: Qt.PointingHandCursor }
                FocusRing { target: words; corner: Theme.radiusSmall }
            }
        }
    }
}
