import QtQuick
import CarGo.Ui
import CarGo.Client
import CarGo.Deals
import CarGo.Driver

// At the buyer's: his QR code before the camera, or the six digits typed. The car counts as handed over when the server has said
// so, and not before.
Page {
    id: root
    footing: foot.height
    source: vm
    property string dealId
    readonly property bool over: vm.deal.status !== undefined && ["delivered", "released"].indexOf(vm.deal.status) >= 0
    readonly property bool locked: vm.handoverLockedUntil > Clock.now()
    readonly property bool arriving: vm.unsent > 0 && vm.allowed.indexOf("handover_code") < 0
    readonly property bool checked: vm.compared.recorded === true || vm.checkWaits // he photographed the car before the handover
    function read(file) {
        const text = reader.textOf(file)
        if (text === "")
            Nav.tell(qsTr("There is no QR code in this picture."), { tone: "warn" })
        else
            vm.handOver(text)
    }
    title: qsTr("Handover")
    back: true
    contentMaximum: 640
    RunViewModel { id: vm; dealId: root.dealId; onFailed: text => Nav.tell(text, { tone: "danger" }) }
    CodeReader { id: reader }
    ErrorState { visible: vm.phase === ViewModel.Failed; anchors.centerIn: parent; trouble: vm.trouble; onRetry: vm.reload(); onBack: Nav.back(); onSignIn: Nav.askSignIn() }
    EmptyState {
        objectName: "meet.done"
        visible: vm.phase === ViewModel.Ready && root.over
        anchors.centerIn: parent
        iconName: "check_circle"
        title: qsTr("Handed over")
        text: qsTr("CarGo has confirmed it. The buyer has his time to check; then the bank pays you %1.").arg(vm.deal.driverReceives || "")
        actionText: qsTr("To the deal")
        onAction: Nav.back()
    }
    Flickable {
        visible: vm.phase === ViewModel.Ready && !root.over
        anchors { fill: parent; bottomMargin: foot.height }
        contentHeight: body.height + Theme.s6
        Column {
            id: body
            x: root.side
            width: parent.width - 2 * root.side
            spacing: Theme.s4
            Banner { objectName: "meet.waits"; visible: root.arriving; width: parent.width; tone: "warn"; iconName: "schedule"; title: qsTr("Your arrival is not on the server yet"); text: qsTr("The buyer gets his code when it is. Find a line for a moment."); actionText: qsTr("Open the list"); onAction: Nav.go("outbox") }
            Banner { objectName: "meet.first"; visible: vm.checkWaits; width: parent.width; tone: "warn"; iconName: "schedule"; title: qsTr("Your photos go first"); text: qsTr("The code counts when CarGo has them. Find a line for a moment."); actionText: qsTr("Open the list"); onAction: Nav.go("outbox") }
            Card {
                width: parent.width
                spacing: Theme.s3
                Label { role: "bar"; width: parent.width; wrapMode: Text.WordWrap; text: qsTr("First the car, once more") }
                Label { objectName: "meet.checked"; width: parent.width; role: "second"; wrapMode: Text.WordWrap; text: root.checked ? qsTr("You photographed it before the handover. The photos stand beside those of the pick-up.") : qsTr("The same sides as at the pick-up. What both photos show alike nobody can charge to you afterwards.") }
                Button { objectName: "meet.check"; visible: !root.checked; width: parent.width; iconName: "add_a_photo"; text: qsTr("Photograph the car"); onClicked: Nav.go("handoverCheck", { dealId: root.dealId }) }
            }
            Card {
                width: parent.width
                spacing: Theme.s3
                Label { role: "bar"; width: parent.width; wrapMode: Text.WordWrap; text: qsTr("The buyer's QR code") }
                Label { width: parent.width; role: "second"; wrapMode: Text.WordWrap; text: qsTr("He opens the handover on his phone and shows it to you when he has looked at the car.") }
                Loader { id: camera; width: parent.width; active: false; visible: status === Loader.Ready; source: "CodeCamera.qml"; onLoaded: item.found.connect(text => { camera.active = false; vm.handOver(text) }) }
                Button { objectName: "meet.scan"; visible: !camera.active; width: parent.width; kind: root.checked ? "filled" : "tonal"; enabled: !vm.checkWaits; iconName: "qr_code_scanner"; text: qsTr("Scan with the camera"); onClicked: camera.active = true }
                Label { visible: camera.status === Loader.Error; width: parent.width; role: "second"; wrapMode: Text.WordWrap; text: qsTr("This device has no camera for it.") }
                Button { objectName: "meet.picture"; width: parent.width; kind: "text"; iconName: "photo_library"; text: qsTr("Take it from a picture"); enabled: !vm.checkWaits; busy: vm.busy; onClicked: picture.open() }
            }
            Card {
                width: parent.width
                spacing: Theme.s3
                Label { role: "bar"; width: parent.width; wrapMode: Text.WordWrap; text: qsTr("Or the six digits") }
                TextField {
                    id: digits
                    objectName: "meet.code"
                    width: parent.width
                    label: qsTr("Code that the buyer tells you")
                    enabled: !root.locked
                    maximumLength: 6
                    inputMethodHints: Qt.ImhDigitsOnly
                    validator: RegularExpressionValidator { regularExpression: /[0-9]{0,6}/ }
                    errorText: vm.codeError !== "" ? vm.codeError + (vm.triesLeft > 0 ? " " + qsTr("%n tries are left.", "", vm.triesLeft) : "") : ""
                    onAccepted: if (text.length === 6) vm.handOver(text)
                }
                Countdown { objectName: "meet.locked"; visible: root.locked; width: parent.width; untilMs: vm.handoverLockedUntil; label: qsTr("Digits work again in") }
                Button { objectName: "meet.send"; width: parent.width; kind: root.checked ? "filled" : "tonal"; enabled: digits.text.length === 6 && !root.locked && !vm.checkWaits; busy: vm.busy; text: qsTr("Hand over"); onClicked: vm.handOver(digits.text) }
            }
            PairsCard { objectName: "meet.pickup"; visible: vm.compared.pairs !== undefined; width: parent.width; compared: vm.compared }
        }
    }
    ActionBar {
        id: foot
        visible: vm.phase === ViewModel.Ready && !root.over
        anchors.bottom: parent.bottom
        side: root.side
        Button { objectName: "meet.absent"; width: parent.width; kind: "outline"; iconName: "person_outline"; text: qsTr("The buyer is not there"); onClicked: Nav.go("checkpoint", { dealId: root.dealId, what: "absent" }) }
    }
    PhotoDialog { id: picture; objectName: "meet.dialog"; onChosen: files => root.read(files[0]) }
}
