import QtQuick
import CarGo.Ui
import CarGo.Client
import CarGo.Profile

// A copy of everything: asked for, made, saved among the downloads.
Page {
    id: root
    footing: foot.height
    readonly property var said: vm.stage === "queued" ? { icon: "hourglass_empty", title: qsTr("Your archive is being made"), text: qsTr("It takes some minutes. We tell you when it is ready; you may leave this page.") }
        : vm.stage === "ready" ? { icon: "check_circle", title: qsTr("Your archive is ready"), text: vm.detail }
        : vm.stage === "failed" ? { icon: "error_outline", title: qsTr("The archive could not be made"), text: qsTr("Nothing is lost. Ask for it once more.") }
        : { icon: "file_download", title: qsTr("A copy of everything that we know about you"), text: qsTr("Profile, deals, messages, reviews, favourites, searches, devices and your photos, in one ZIP with readable files.") }
    title: qsTr("My data")
    back: true
    contentMaximum: 640
    ExportViewModel { id: vm; onFailed: text => Nav.tell(text, { tone: "danger" }); onFileSaved: (name, url) => Nav.tell(qsTr("Saved among the downloads: %1").arg(name), { action: qsTr("Open"), run: () => Qt.openUrlExternally(url), tone: "good" }) }
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
            Card {
                width: parent.width
                spacing: Theme.s3
                Icon { name: root.said.icon; size: 32; color: vm.stage === "failed" ? Theme.danger : Theme.brand }
                Label { objectName: "export.stage"; width: parent.width; role: "heading"; text: root.said.title; wrapMode: Text.WordWrap }
                Label { visible: text !== ""; width: parent.width; color: Theme.inkSoft; text: root.said.text; wrapMode: Text.WordWrap }
                Label { visible: vm.stage === "queued" && text !== ""; width: parent.width; role: "second"; text: vm.detail; wrapMode: Text.WordWrap }
            }
            Banner { width: parent.width; iconName: "shield"; title: qsTr("Only you can take it"); text: qsTr("Keep the file as you keep your passport: it holds your messages and deals. A new one can be asked for once a day.") }
        }
    }
    ActionBar {
        id: foot
        visible: vm.phase === ViewModel.Ready && vm.stage !== "queued"
        anchors.bottom: parent.bottom
        side: root.side
        Button { objectName: "export.ask"; visible: vm.stage !== "ready"; width: parent.width; text: qsTr("Make my archive"); busy: vm.busy; onClicked: vm.ask() }
        Button { objectName: "export.save"; visible: vm.stage === "ready"; width: parent.width; iconName: "file_download"; text: qsTr("Save it"); busy: vm.busy; onClicked: vm.save() }
    }
}
