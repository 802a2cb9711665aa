import QtQuick
import CarGo.Ui
import CarGo.Client
import CarGo.Deals

Page {
    id: root
    property string listingId
    title: qsTr("The deal's terms")
    back: true
    CheckoutViewModel { id: vm; listingId: root.listingId; onCreated: id => Nav.replace("deal", { dealId: id }); onFailed: text => toast.show(text) }
    SkeletonList { visible: vm.phase === ViewModel.Loading; x: Theme.s4; width: Math.min(640, parent.width - 2 * x); rows: 4 }
    ErrorState { visible: vm.phase === ViewModel.Failed; anchors.centerIn: parent; text: vm.errorText; onRetry: vm.reload() }
    Flickable {
        visible: vm.phase === ViewModel.Ready
        anchors { fill: parent; bottomMargin: foot.height }
        contentHeight: column.implicitHeight + Theme.s6
        Column {
            id: column
            width: Math.min(640, parent.width - 2 * Theme.s4)
            anchors.horizontalCenter: parent.horizontalCenter
            spacing: Theme.s4
            Card {
                width: parent.width
                padding: 8
                Item {
                    width: parent.width; height: 84
                    Photo { width: 112; height: 84; radius: Theme.radiusPhoto; source: vm.car.photo || "" }
                    Column {
                        x: 124; width: parent.width - x; anchors.verticalCenter: parent.verticalCenter; spacing: 4
                        Label { text: vm.car.title || ""; weight: Font.DemiBold; width: parent.width }
                        Label { text: vm.car.route || ""; size: 13; color: Theme.inkSoft; width: parent.width }
                        Label { text: vm.car.price || ""; weight: Font.Bold }
                    }
                }
            }
            TextField { id: place; objectName: "checkout.place"; width: parent.width; label: qsTr("Where should the car come to?"); placeholder: qsTr("City, for example Novosibirsk"); errorText: vm.fieldErrors.delivery_place || "" }
            Card {
                width: parent.width
                spacing: Theme.s3
                Label { text: qsTr("What you pay"); weight: Font.DemiBold }
                Repeater {
                    model: [ { name: qsTr("Car with delivery"), value: vm.car.price || "" }, { name: qsTr("For you on top"), value: qsTr("nothing") } ]
                    Item { required property var modelData; width: parent.width; height: value.implicitHeight + 2
                        Label { text: parent.modelData.name; color: Theme.inkSoft; size: 14 }
                        Label { id: value; anchors.right: parent.right; text: parent.modelData.value; size: 14; weight: Font.DemiBold } }
                }
                Label { width: parent.width; wrapMode: Text.WordWrap; size: 13; color: Theme.inkSoft; text: qsTr("CarGo takes its fee out of the driver's part. The sum of the fee stands on the deal's page and never changes afterwards. Customs clearance is yours and is not in the price.") }
            }
            Card {
                width: parent.width
                spacing: Theme.s3
                Label { text: qsTr("If you change your mind"); weight: Font.DemiBold }
                Repeater {
                    model: [ { icon: "schedule", text: qsTr("Before payment: cancel at any time, nothing is owed.") }, { icon: "undo", text: qsTr("Paid, the car not yet picked up: the bank returns everything.") },
                             { icon: "gavel", text: qsTr("On the way or at handover: report a problem. The money waits until it is decided.") } ]
                    Item { required property var modelData; width: parent.width; height: said.implicitHeight
                        Icon { name: parent.modelData.icon; size: 20 } Label { id: said; x: 32; width: parent.width - 32; text: parent.modelData.text; size: 14; wrapMode: Text.WordWrap } }
                }
            }
            Banner { width: parent.width; iconName: "lock"; title: qsTr("The bank has the money, not the driver"); text: qsTr("A licensed payment provider holds it. CarGo never does.") }
        }
    }
    Rectangle {
        id: foot
        visible: vm.phase === ViewModel.Ready
        anchors.bottom: parent.bottom
        width: parent.width
        height: Theme.touch + 2 * Theme.s3 + 1
        color: Theme.surface
        Rectangle { width: parent.width; height: 1; color: Theme.line }
        Button { objectName: "checkout.create"; anchors.centerIn: parent; width: Math.min(640, parent.width - 2 * Theme.s4); text: qsTr("Agree and go to payment"); busy: vm.busy; enabled: place.text.trim() !== ""; onClicked: vm.create(place.text) }
    }
    Toast { id: toast; anchors { horizontalCenter: parent.horizontalCenter; bottom: foot.top; bottomMargin: Theme.s4 } }
}
