import QtQuick
import CarGo.Ui
import CarGo.Chat

// On a desk: the car and the person that the talk is about.
Rectangle {
    id: root
    required property ChatViewModel vm
    color: Theme.surface
    Rectangle { width: 1; height: parent.height; color: Theme.line }
    Column {
        x: Theme.s5
        y: Theme.s5
        width: parent.width - 2 * Theme.s5
        spacing: Theme.s4
        Photo { width: parent.width; height: Math.round(width * 0.62); radius: Theme.radiusPhoto; source: root.vm.listing.photo || "" }
        Column {
            width: parent.width
            spacing: Theme.s1
            Label { text: root.vm.listing.price || ""; size: 20; weight: Font.Bold }
            Label { width: parent.width; text: root.vm.listing.title || ""; weight: Font.Medium; wrapMode: Text.WordWrap }
            Label { width: parent.width; text: root.vm.listing.facts || ""; size: 13; color: Theme.inkSoft; wrapMode: Text.WordWrap }
        }
        Button { width: parent.width; kind: "outline"; iconName: "directions_car"; text: qsTr("Open the car"); onClicked: Nav.go("listing", { listingId: root.vm.listing.listingId }) }
        Rectangle { width: parent.width; height: 1; color: Theme.line }
        Label { width: parent.width; text: root.vm.peer.display_name || ""; weight: Font.DemiBold }
        Label { visible: text !== ""; width: parent.width; wrapMode: Text.WordWrap; size: 13; color: Theme.inkSoft; text: [ root.vm.peer.rating && root.vm.peer.rating.count > 0 ? "★ " + root.vm.peer.rating.mean.toLocaleString(Qt.locale(), "f", 1) : "", root.vm.peer.deals_done > 0 ? qsTr("%n deal(s) done", "", root.vm.peer.deals_done) : "", root.vm.peer.verified === true ? qsTr("documents checked") : "" ].filter(t => t !== "").join(" · ") }
    }
}
