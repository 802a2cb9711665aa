import QtQuick
import CarGo.Ui
import CarGo.Client
import CarGo.Deals

// The way of the car: when it should be there, every record with its photos, and the proof that none was changed.
Page {
    id: root
    source: vm
    property string dealId
    readonly property bool wide: width >= Theme.columnsFrom
    title: qsTr("The way of the car")
    back: true
    contentMaximum: wide ? 1000 : 640
    DealViewModel { id: vm; dealId: root.dealId; onFailed: text => Nav.tell(text, { tone: "danger" }) }
    SkeletonPage { visible: vm.phase === ViewModel.Loading; x: root.side; width: parent.width - 2 * root.side; photo: false; wide: root.wide }
    ErrorState { visible: vm.phase === ViewModel.Failed; anchors.centerIn: parent; trouble: vm.trouble; onRetry: vm.reload(); onBack: Nav.back(); onSignIn: Nav.askSignIn() }
    Flickable {
        objectName: "tracking.scroll"
        visible: vm.phase === ViewModel.Ready
        anchors.fill: parent
        contentHeight: (root.wide ? Math.max(facts.height, way.height) : way.y + way.height) + Theme.s6
        Column {
            id: facts
            x: root.side
            width: root.wide ? Math.round((parent.width - 2 * root.side - Theme.s4) * 0.42) : parent.width - 2 * root.side
            spacing: Theme.s3
            Card {
                width: parent.width
                spacing: Theme.s2
                Label { width: parent.width; role: "second"; wrapMode: Text.WordWrap; text: [vm.deal.title, vm.deal.place].filter(t => t).join(" → ") }
                Label { objectName: "tracking.eta"; width: parent.width; role: "heading"; wrapMode: Text.WordWrap; text: vm.eta.title || "" }
                Label { visible: text !== ""; width: parent.width; wrapMode: Text.WordWrap; color: vm.eta.tone === "warn" ? Theme.warn : vm.eta.tone === "good" ? Theme.brandSoftInk : Theme.inkSoft; text: vm.eta.text || "" }
                Label { visible: text !== ""; width: parent.width; role: "second"; wrapMode: Text.WordWrap; text: vm.eta.changed || "" }
            }
            ChainCard { visible: vm.chain.count > 0; width: parent.width; vm: vm }
            PairsCard { visible: vm.compared.recorded === true; width: parent.width; compared: vm.compared }
        }
        Column {
            id: way
            x: root.wide ? facts.x + facts.width + Theme.s4 : root.side
            y: root.wide ? 0 : facts.height + Theme.s3
            width: root.wide ? parent.width - x - root.side : facts.width
            spacing: Theme.s3
            Repeater {
                model: vm.checkpoints
                CheckpointCard { width: way.width; onPhotoOpened: (photos, at) => viewer.show(photos, at) }
            }
            Card {
                visible: vm.checkpoints.count === 0
                width: parent.width
                spacing: Theme.s2
                Icon { name: "map"; size: 28 }
                Label { width: parent.width; role: "bar"; wrapMode: Text.WordWrap; text: qsTr("The way has not begun") }
                Label { width: parent.width; role: "second"; wrapMode: Text.WordWrap; text: Session.role === "driver" ? qsTr("It begins when you take the car over: VIN, odometer and photos from all sides. The buyer sees each record at once.") : qsTr("When the driver picks the car up, he records the VIN, the odometer and photos. Each record appears here at once, and you are told.") }
            }
        }
    }
    PhotoViewer { id: viewer }
}
