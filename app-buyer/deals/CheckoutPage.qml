import QtQuick
import CarGo.Ui
import CarGo.Client
import CarGo.Deals

// The terms before they are frozen, as the server counts them. What is pressed here makes the deal; the bank's page comes
// on the deal's own page.
Page {
    id: root
    footing: foot.height
    source: vm
    property string listingId
    property alias where: place.text
    readonly property bool wide: width >= Theme.columnsFrom
    readonly property bool open: vm.phase === ViewModel.Ready && !vm.gone
    readonly property bool changed: vm.changes.length > 0
    readonly property string agreement: changed ? qsTr("Agree to %1").arg(vm.quote.pays || "") : qsTr("Agree and go to payment")
    readonly property bool may: place.text.trim() !== "" && vm.blocked === "" && vm.quote.pays !== undefined
    function make() { Session.signedIn ? vm.create(place.text) : Nav.askSignIn({ name: "checkout", params: { listingId: root.listingId } }) }
    title: qsTr("The deal's terms")
    back: true
    contentMaximum: wide ? 1000 : 640
    CheckoutViewModel { id: vm; listingId: root.listingId; onCreated: id => { draft.clear(); Nav.replace("deal", { dealId: id }) } onTermsChanged: scroll.contentY = 0; onAgreementNeeded: slug => Nav.go("agreement", { slug: slug }); onFailed: text => Nav.tell(text, { tone: "danger" }) }
    Draft { id: draft; key: "checkout/" + root.listingId; target: root; properties: ["where"] }
    SkeletonPage { visible: vm.phase === ViewModel.Loading; x: root.side; width: parent.width - 2 * root.side; photo: false; wide: root.wide }
    ErrorState { visible: vm.phase === ViewModel.Failed; anchors.centerIn: parent; trouble: vm.trouble; onRetry: vm.reload(); onBack: Nav.back(); onSignIn: Nav.askSignIn() }
    GoneCar { visible: vm.phase === ViewModel.Ready && vm.gone; anchors.fill: parent; side: root.side; vm: vm }
    Flickable {
        id: scroll
        objectName: "checkout.scroll"
        visible: root.open
        anchors { fill: parent; bottomMargin: foot.height }
        contentHeight: (root.wide ? Math.max(ask.height, sum.height) : sum.y + sum.height) + Theme.s6
        Column {
            id: ask
            x: root.side
            width: root.wide ? Math.round((parent.width - 2 * root.side - Theme.s4) * 0.56) : parent.width - 2 * root.side
            spacing: Theme.s3
            Card {
                objectName: "checkout.changed"
                visible: root.changed
                width: parent.width
                color: Theme.warnSoft
                outlined: false
                spacing: Theme.s3
                Label { width: parent.width; role: "bar"; color: Theme.warn; wrapMode: Text.WordWrap; text: qsTr("The driver changed the terms just now") }
                Repeater { model: vm.changes; ChangeLine { required property var modelData; width: ask.width - 2 * Theme.s4; name: modelData.name; before: modelData.was; after: modelData.now } }
                Label { width: parent.width; role: "second"; color: Theme.warn; wrapMode: Text.WordWrap; text: qsTr("No deal was made, nothing is paid. Look at the new terms and agree again, or leave it.") }
                Button { objectName: "checkout.back"; width: parent.width; kind: "outline"; text: qsTr("Back to the car"); onClicked: Nav.back() }
            }
            DealHead { width: parent.width; deal: ({ title: vm.car.title, photo: vm.car.photo, price: vm.car.price, other: vm.car.driver, rating: vm.car.rating }) }
            Card {
                width: parent.width
                spacing: Theme.s3
                TextField { id: place; objectName: "checkout.place"; width: parent.width; label: qsTr("Where should the car come to?"); placeholder: qsTr("City, for example Novosibirsk"); errorText: vm.fieldErrors.delivery_place || ""; onAccepted: if (root.may) root.make() }
                Flow {
                    visible: vm.places.length > 0
                    width: parent.width
                    spacing: Theme.s2
                    Repeater { model: vm.places; Chip { required property string modelData; text: modelData; iconName: "history"; strong: place.text === modelData; onClicked: place.text = modelData } }
                }
                FactRow { width: parent.width; name: qsTr("Term, from the payment"); value: vm.quote.etaDays > 0 ? qsTr("%n day(s)", "delivery", vm.quote.etaDays) : ""; strong: true }
            }
            EndingsCard { visible: root.wide; width: parent.width; endings: vm.endings }
        }
        Column {
            id: sum
            x: root.wide ? ask.x + ask.width + Theme.s4 : root.side
            y: root.wide ? 0 : ask.height + Theme.s3
            width: root.wide ? parent.width - x - root.side : ask.width
            spacing: Theme.s3
            Banner { visible: vm.blocked !== ""; width: parent.width; tone: "warn"; iconName: "block"; title: qsTr("This deal cannot be made yet"); text: vm.blocked }
            Button { objectName: "checkout.identity"; visible: vm.identityNeeded; width: parent.width; kind: "tonal"; iconName: "badge"; text: qsTr("Confirm who you are"); onClicked: Nav.go("identity") }
            Card {
                width: parent.width
                spacing: Theme.s2
                Label { text: qsTr("What you pay"); role: "bar"; bottomPadding: Theme.s1 }
                FactRow { width: parent.width; name: qsTr("Car with delivery"); value: vm.quote.pays || ""; strong: true }
                FactRow { width: parent.width; name: qsTr("For you on top"); value: qsTr("nothing") }
                Divider {}
                Label { text: qsTr("What becomes of it"); role: "label"; topPadding: Theme.s1 }
                FactRow { width: parent.width; name: qsTr("The driver receives"); value: vm.quote.driverReceives || "" }
                FactRow { width: parent.width; name: vm.quote.feeRule ? qsTr("CarGo's fee, %1").arg(vm.quote.feeRule) : qsTr("CarGo's fee"); value: vm.quote.fee || "" }
                Label { width: parent.width; role: "second"; wrapMode: Text.WordWrap; text: qsTr("The fee is the driver's, it is in the price. These sums never change afterwards without your yes.") }
            }
            Banner { width: parent.width; iconName: "lock"; title: qsTr("The bank has the money, not the driver"); text: vm.quote.provider ? qsTr("It is held by %1. CarGo never holds it.").arg(vm.quote.provider) : "" }
            Banner { visible: vm.notIncluded.length > 0; width: parent.width; tone: "warn"; iconName: "account_balance"; title: qsTr("Customs clearance is yours"); text: qsTr("Not in the price: %1.").arg(vm.notIncluded.join(", ")) }
            Card {
                visible: vm.quote.payWithin !== undefined
                width: parent.width
                spacing: Theme.s2
                Label { text: qsTr("The clocks"); role: "bar"; bottomPadding: Theme.s1 }
                FactRow { width: parent.width; name: qsTr("You pay within"); value: vm.quote.payWithin || "" }
                FactRow { width: parent.width; name: qsTr("The driver picks the car up within"); value: vm.quote.pickUpWithin || "" }
                FactRow { width: parent.width; name: qsTr("You look at the car within"); value: vm.quote.confirmWithin || "" }
                FactRow { width: parent.width; name: qsTr("To report a problem after your “yes”"); value: vm.quote.checkWithin || "" }
            }
            EndingsCard { visible: !root.wide; width: parent.width; endings: vm.endings }
            Button { objectName: "checkout.create.wide"; visible: root.wide; width: parent.width; text: root.agreement; busy: vm.busy; enabled: root.may; onClicked: root.make() }
        }
    }
    ActionBar {
        id: foot
        visible: root.open && !root.wide
        anchors.bottom: parent.bottom
        side: root.side
        Button { objectName: "checkout.create"; width: parent.width; text: root.agreement; busy: vm.busy; enabled: root.may; onClicked: root.make() }
    }
}
