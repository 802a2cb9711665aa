import QtQuick
import CarGo.Ui
import CarGo.Client
import CarGo.Camera
import CarGo.Profile

// Documents for deals above the limit: shown once, looked at by people, answered with reasons.
Page {
    id: root
    source: vm
    title: qsTr("Your identity")
    back: true
    contentMaximum: 640
    footing: foot.visible ? foot.height : 0
    readonly property bool collecting: vm.status === "draft" || vm.status === "retry"
    readonly property var said: vm.status === "in_review" ? { icon: "hourglass_empty", tone: Theme.brand, title: qsTr("We are looking at your documents"), text: qsTr("Usually within a working day. We tell you; you may leave this page.") }
        : vm.status === "approved" ? { icon: "check_circle", tone: Theme.brand, title: qsTr("Your identity is confirmed"), text: Session.role === "driver" ? qsTr("Your cars can be published now. The pictures are removed after a while; the answer stays.") : qsTr("Deals have no limit now. The pictures are removed after a while; the answer stays.") }
        : vm.status === "rejected" ? { icon: "block", tone: Theme.danger, title: qsTr("Your identity could not be confirmed"), text: vm.text }
        : vm.status === "retry" ? { icon: "photo_camera", tone: Theme.warn, title: qsTr("Some pictures are needed again"), text: vm.text }
        : vm.status === "draft" ? { icon: "badge", tone: Theme.brand, title: qsTr("%1 of %2 are here").arg(vm.shown).arg(vm.documents.length), text: qsTr("Take a picture of each. You can go on later.") }
        : { icon: "badge", tone: Theme.brand, title: qsTr("Confirm who you are"), text: Session.role === "driver" ? qsTr("Buyers trust you with a car and their money. Your cars can be published when we know who you are.") : qsTr("Above a limit we must know who pays. It takes two pictures: your passport, and you with it.") }
    IdentityViewModel { id: vm; onFailed: text => Nav.tell(text, { tone: "danger" }) }

    SkeletonPage { visible: vm.phase === ViewModel.Loading; x: root.side; width: parent.width - 2 * root.side; photo: false }
    ErrorState { visible: vm.phase === ViewModel.Failed; anchors.centerIn: parent; trouble: vm.trouble; onRetry: vm.reload(); onBack: Nav.back(); onSignIn: Nav.askSignIn() }
    Flickable {
        visible: vm.phase === ViewModel.Ready
        anchors { fill: parent; bottomMargin: root.footing }
        contentHeight: column.height + Theme.s6
        Column {
            id: column
            x: root.side
            width: parent.width - 2 * root.side
            spacing: Theme.s3
            Card {
                width: parent.width
                spacing: Theme.s3
                Icon { name: root.said.icon; size: 32; color: root.said.tone }
                Label { objectName: "identity.title"; width: parent.width; role: "heading"; text: root.said.title; wrapMode: Text.WordWrap }
                Label { visible: text !== ""; width: parent.width; color: Theme.inkSoft; text: root.said.text; wrapMode: Text.WordWrap }
                Button { objectName: "identity.tiers"; x: -Theme.s3; kind: "text"; text: qsTr("Limits and tiers"); onClicked: Nav.go("helpText", { slug: "identity", anchor: "tiers" }) }
            }
            Repeater {
                model: root.collecting ? vm.documents : []
                delegate: DocumentCard {
                    required property var modelData
                    width: column.width
                    document: modelData
                    onAsked: { camera.asked = modelData.kind; camera.open() }
                    onRetry: vm.retry(modelData.kind)
                    onSendAnyway: vm.sendAnyway(modelData.kind)
                }
            }
            Banner { visible: root.collecting || vm.status === "none"; width: parent.width; iconName: "lock"; title: qsTr("Only our staff see them"); text: qsTr("The pictures are encrypted, each look at them is on record with its reason, and they are removed when they are needed no longer. Nobody you deal with sees them.") }
        }
    }
    // Beside the cards: they are made anew with each word of the server.
    TakePhoto {
        id: camera
        property string asked              // kind of the document
        readonly property var document: vm.documents.find(one => one.kind === asked) ?? ({})
        objectName: "identity.camera"
        title: document.title ?? ""
        hint: document.hint ?? ""
        subject: ({ selfie: "selfie", licence_front: "card", licence_back: "card" })[asked] ?? "page"
        onChosen: files => vm.show(asked, files[0], looked)
    }
    ActionBar {
        id: foot
        visible: vm.phase === ViewModel.Ready && (root.collecting || vm.status === "none")
        anchors.bottom: parent.bottom
        side: root.side
        Button { objectName: "identity.start"; visible: vm.status === "none"; width: parent.width; text: qsTr("Begin"); busy: vm.busy; onClicked: vm.start() }
        Button { objectName: "identity.handIn"; visible: root.collecting; width: parent.width; text: qsTr("Hand in"); enabled: vm.ready; busy: vm.busy; onClicked: vm.handIn() }
    }
}
