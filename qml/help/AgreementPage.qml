import QtQuick
import CarGo.Ui
import CarGo.Client
import CarGo.Help

// An agreement to be read and signed; what is new in it stands on top. Signing leads back to where one came from.
Page {
    id: root
    property string slug
    readonly property var mine: { const found = agreements.items.find(one => one.slug === slug); return found ?? null }
    readonly property bool again: mine !== null && mine.signed > 0
    title: vm.title
    back: true
    source: vm
    footing: foot.height
    contentMaximum: 640
    HelpPageViewModel { id: vm; slug: root.slug }
    AgreementsViewModel { id: agreements }
    SignViewModel {
        id: signing
        onSignedNow: { Nav.tell(qsTr("Signed"), { tone: "good" }); Nav.back() }
        onRenewed: { vm.reload(); agreements.reload(); Nav.tell(qsTr("There is a newer version. Please look at it."), { tone: "warn" }) }
        onFailed: text => Nav.tell(text, { tone: "danger" })
    }
    PageBlocks { id: blocks; text: vm.body }
    Flickable {
        objectName: "agreement.scroll"
        anchors { fill: parent; bottomMargin: foot.height }
        contentHeight: column.height + Theme.s6
        clip: true
        Column {
            id: column
            x: root.side
            width: parent.width - 2 * root.side
            topPadding: Theme.s3
            spacing: Theme.s4
            Banner { objectName: "agreement.changes"; visible: root.again && root.mine.needed && root.mine.changes !== ""; width: parent.width; tone: "info"; title: qsTr("A new version"); text: root.again ? root.mine.changes : "" }
            PageBody { width: parent.width; blocks: blocks; onLinked: target => /^(https|mailto):/.test(target) ? Qt.openUrlExternally(target) : Nav.go("helpText", { slug: target.split("#")[0] || root.slug, anchor: target.split("#")[1] ?? "" }) }
        }
    }
    ErrorState { visible: vm.phase === ViewModel.Failed; anchors.centerIn: parent; trouble: vm.trouble; onRetry: vm.reload(); onBack: Nav.back() }
    ActionBar {
        id: foot
        visible: vm.version > 0
        anchors.bottom: parent.bottom
        side: root.side
        Button { objectName: "agreement.sign"; width: parent.width; busy: signing.busy; enabled: root.mine !== null && root.mine.needed && !signing.busy; text: root.mine !== null && !root.mine.needed ? qsTr("You have signed it") : qsTr("I agree"); onClicked: signing.sign(root.slug, vm.version) }
    }
}
