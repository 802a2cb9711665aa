import QtQuick
import CarGo.Ui
import CarGo.Client
import CarGo.Profile

// What stands in the way, each with the way to it; else what goes, what stays, and that there is no way back.
Page {
    id: root
    footing: foot.height
    readonly property bool free: vm.blockers.length === 0
    title: qsTr("Close the account")
    back: true
    contentMaximum: 640
    ClosureViewModel { id: vm; onFailed: text => Nav.tell(text, { tone: "danger" }); onClosed: Nav.tell(qsTr("The account is closed. Goodbye!")) }
    SkeletonPage { visible: vm.phase === ViewModel.Loading; x: root.side; width: parent.width - 2 * root.side; photo: false }
    ErrorState { visible: vm.phase === ViewModel.Failed; anchors.centerIn: parent; offline: vm.unreachable; text: vm.errorText; onRetry: vm.reload() }
    Flickable {
        visible: vm.phase === ViewModel.Ready
        anchors { fill: parent; bottomMargin: foot.height }
        contentHeight: column.height + Theme.s6
        Column {
            id: column
            x: root.side
            width: parent.width - 2 * root.side
            spacing: Theme.s3
            Banner { visible: !root.free; width: parent.width; tone: "warn"; title: qsTr("It cannot be closed yet"); text: qsTr("Other people and the bank wait for the end of what you have begun. First:") }
            Card {
                visible: !root.free
                width: parent.width
                padding: 4
                Repeater {
                    model: vm.blockers
                    ListRow { required property int index; required property var modelData; objectName: "close.blocker." + index; width: column.width - 8; iconName: "swap_horiz"; text: modelData.text + " · " + modelData.number; detail: modelData.detail; detailLines: 3; onClicked: Nav.go("deal", { dealId: modelData.dealId }) }
                }
            }
            Banner { objectName: "close.requested"; visible: vm.request === "open"; width: parent.width; iconName: "schedule"; title: qsTr("You asked us to close it"); text: qsTr("We do it as soon as nothing stands in the way, or tell you within ten working days why not.") }
            Banner { objectName: "close.refused"; visible: vm.request === "refused"; width: parent.width; tone: "warn"; title: qsTr("We could not close it"); text: vm.refusal }
            Button { objectName: "close.later"; visible: !root.free && vm.request !== "open"; width: parent.width; kind: "outline"; busy: vm.busy; text: qsTr("Close it when this is over"); onClicked: vm.askLater() }
            Button { objectName: "close.takeBack"; visible: vm.request === "open"; width: parent.width; kind: "outline"; busy: vm.busy; text: qsTr("I want to stay"); onClicked: vm.takeBack() }
            component Point: Row {
                id: point
                property string sign
                property string words
                property color tint: Theme.inkSoft
                width: parent ? parent.width : 0
                spacing: Theme.s3
                Icon { id: mark; name: point.sign; size: 20; color: point.tint }
                Label { width: point.width - mark.width - point.spacing; wrapMode: Text.WordWrap; text: point.words }
            }
            Card {
                width: parent.width
                spacing: Theme.s3
                Label { width: parent.width; role: "bar"; text: qsTr("What goes, at once and for good"); wrapMode: Text.WordWrap }
                Point { sign: "delete_outline"; tint: Theme.danger; words: qsTr("Your name, e-mail, addresses and devices") }
                Point { sign: "delete_outline"; tint: Theme.danger; words: qsTr("Favourites, searches and notifications") }
                Point { sign: "delete_outline"; tint: Theme.danger; words: qsTr("Your photos, but those that prove something in a deal") }
                Point { sign: "delete_outline"; tint: Theme.danger; words: qsTr("Everything on this device, drafts too") }
            }
            Card {
                width: parent.width
                spacing: Theme.s3
                Label { width: parent.width; role: "bar"; text: qsTr("What stays, without your name"); wrapMode: Text.WordWrap }
                Point { sign: "person_outline"; words: qsTr("Messages and reviews that others have read") }
                Point { sign: "receipt"; words: qsTr("Deals and their money: the law asks for it") }
            }
            ListRow { objectName: "close.export"; width: parent.width; iconName: "file_download"; text: qsTr("Take a copy of your data first"); onClicked: Nav.go("export") }
        }
    }
    ActionBar {
        id: foot
        visible: vm.phase === ViewModel.Ready && root.free
        anchors.bottom: parent.bottom
        side: root.side
        Button { objectName: "close.account"; width: parent.width; kind: "danger"; text: qsTr("Close the account"); busy: vm.busy; onClicked: sure.open() }
    }
    ConfirmDialog { id: sure; dangerous: true; title: qsTr("Close it for good?"); text: qsTr("There is no way back: nobody, support neither, can bring it back."); confirmText: qsTr("Close for good"); onConfirmed: vm.close() }
}
