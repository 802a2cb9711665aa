import QtQuick
import CarGo.Ui
import CarGo.Client
import CarGo.Deals

// The terms before they are frozen. What is pressed here makes the deal; the bank's page comes on the deal's own page.
Page {
    id: root
    property string listingId
    readonly property bool wide: width >= Theme.wideFrom
    title: qsTr("The deal's terms")
    back: true
    contentMaximum: wide ? 1000 : 640
    CheckoutViewModel { id: vm; listingId: root.listingId; onCreated: id => Nav.replace("deal", { dealId: id }); onFailed: text => toast.show(text) }
    SkeletonPage { visible: vm.phase === ViewModel.Loading; x: root.side; width: parent.width - 2 * root.side; photo: false; wide: root.wide }
    ErrorState { visible: vm.phase === ViewModel.Failed; anchors.centerIn: parent; offline: vm.unreachable; text: vm.errorText; onRetry: vm.reload() }
    Flickable {
        visible: vm.phase === ViewModel.Ready
        anchors { fill: parent; bottomMargin: foot.height }
        contentHeight: (root.wide ? Math.max(ask.height, sum.height) : sum.y + sum.height) + Theme.s6
        Column {
            id: ask
            x: root.side
            width: root.wide ? Math.round((parent.width - 2 * root.side - Theme.s4) * 0.56) : parent.width - 2 * root.side
            spacing: Theme.s4
            DealHead { width: parent.width; deal: ({ title: vm.car.title, photo: vm.car.photo, price: vm.car.price, driver: vm.car.driver, rating: vm.car.rating }) }
            TextField { id: place; objectName: "checkout.place"; width: parent.width; label: qsTr("Where should the car come to?"); placeholder: qsTr("City, for example Novosibirsk"); errorText: vm.fieldErrors.delivery_place || ""; onAccepted: if (text.trim() !== "") vm.create(text) }
            Card {
                width: parent.width
                spacing: Theme.s3
                Label { text: qsTr("If you change your mind"); weight: Font.DemiBold; width: parent.width; wrapMode: Text.WordWrap }
                Repeater {
                    model: [ { icon: "schedule", text: qsTr("Before payment: cancel at any time, nothing is owed.") }, { icon: "undo", text: qsTr("Paid, the car not yet picked up: the bank returns everything.") },
                             { icon: "gavel", text: qsTr("On the way or at handover: report a problem. The money waits until it is decided.") } ]
                    Item { required property var modelData; width: ask.width - 2 * Theme.s4; height: said.implicitHeight
                        Icon { name: parent.modelData.icon; size: 20 } Label { id: said; x: 32; width: parent.width - 32; text: parent.modelData.text; size: 14; wrapMode: Text.WordWrap } }
                }
            }
        }
        Column {
            id: sum
            x: root.wide ? ask.x + ask.width + Theme.s4 : root.side
            y: root.wide ? 0 : ask.height + Theme.s4
            width: root.wide ? parent.width - x - root.side : ask.width
            spacing: Theme.s4
            Card {
                width: parent.width
                spacing: Theme.s2
                Label { text: qsTr("What you pay"); weight: Font.DemiBold }
                FactRow { width: parent.width; name: qsTr("Car with delivery"); value: vm.car.price || ""; strong: true }
                FactRow { width: parent.width; name: qsTr("For you on top"); value: qsTr("nothing") }
                FactRow { width: parent.width; name: qsTr("Term"); value: vm.car.etaDays > 0 ? qsTr("%n day(s)", "delivery", vm.car.etaDays) : "" }
                Label { width: parent.width; wrapMode: Text.WordWrap; size: 13; color: Theme.inkSoft; text: qsTr("CarGo takes its fee out of the driver's part. The sum of the fee stands on the deal's page and never changes afterwards. Customs clearance is yours and is not in the price.") }
            }
            Banner { width: parent.width; iconName: "lock"; title: qsTr("The bank has the money, not the driver"); text: qsTr("A licensed payment provider holds it. CarGo never does.") }
            Button { visible: root.wide; width: parent.width; text: qsTr("Agree and go to payment"); busy: vm.busy; enabled: place.text.trim() !== ""; onClicked: vm.create(place.text) }
        }
    }
    ActionBar {
        id: foot
        visible: vm.phase === ViewModel.Ready && !root.wide
        anchors.bottom: parent.bottom
        side: root.side
        Button { objectName: "checkout.create"; width: parent.width; text: qsTr("Agree and go to payment"); busy: vm.busy; enabled: place.text.trim() !== ""; onClicked: vm.create(place.text) }
    }
    Snackbar { id: toast; anchors { horizontalCenter: parent.horizontalCenter; bottom: foot.top; bottomMargin: Theme.s4 } }
}
