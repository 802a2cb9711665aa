import QtQuick
import CarGo.Ui
import CarGo.Listings

// What a car is and costs, loudest first, and how it stands when that is not plain.
Column {
    id: root
    required property ListingViewModel vm
    property bool titled: true             // the name stands here, not in the bar
    signal historyAsked()
    spacing: Theme.s2
    Banner {
        id: standing
        objectName: "listing.standing"
        visible: title !== ""
        width: parent.width
        tone: root.vm.standing.tone || "info"
        iconName: root.vm.standing.state === "sold" ? "sell" : root.vm.standing.state === "paused" ? "pause" : root.vm.standing.mine ? "person_outline" : "info"
        title: root.vm.standing.title || ""
        text: root.vm.standing.text || ""
    }
    Item { visible: standing.visible; width: 1; height: 1 }
    Flow {
        width: parent.width
        spacing: Theme.s2
        // Not its own implicitWidth: a text that fits itself into a width changes it.
        TextMetrics { id: natural; font.family: sum.font.family; font.pixelSize: Theme.px(sum.size); font.weight: sum.weight; text: sum.text }
        Label { id: sum; objectName: "listing.price"; text: root.vm.card.price || ""; size: 28; display: true; weight: Font.Bold; width: Math.min(Math.ceil(natural.advanceWidth) + 2, root.width); elide: Text.ElideNone; fontSizeMode: Text.HorizontalFit; minimumPixelSize: 18; color: root.vm.standing.state === "sold" || root.vm.standing.state === "gone" ? Theme.inkSoft : Theme.ink }
        Label { visible: text !== ""; height: Theme.px(34); verticalAlignment: Text.AlignVCenter; role: "second"; font.strikeout: true; text: root.vm.card.oldPrice || ""; Accessible.name: qsTr("was %1").arg(text) }
    }
    Label { visible: root.titled; text: root.vm.card.title || ""; role: "bar"; width: parent.width; wrapMode: Text.WordWrap }
    component Told: Item {
        property alias iconName: sign.name
        property alias text: words.text
        width: parent.width
        height: Math.max(sign.height, words.implicitHeight)
        Icon { id: sign; size: 18; y: Math.round((Theme.px(19) - height) / 2) }
        Label { id: words; x: sign.width + Theme.s2; width: parent.width - x; wrapMode: Text.WordWrap; color: Theme.inkSoft }
    }
    Told { iconName: "speed"; text: root.vm.card.facts || "" }
    Told { iconName: "local_shipping"; text: root.vm.card.route || "" }
    Button {
        objectName: "listing.fell"
        visible: (root.vm.price.fell || "") !== ""
        x: -Theme.s2
        width: Math.min(implicitWidth, parent.width + Theme.s2)
        leftPadding: Theme.s2
        rightPadding: Theme.s2
        kind: "text"
        iconName: "trending_down"
        text: root.vm.price.fell || ""
        onClicked: root.historyAsked()
    }
}
