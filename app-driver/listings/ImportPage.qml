import QtQuick
import CarGo.Ui
import CarGo.Client
import CarGo.Driver

// Many cars at once: choose a file, read what became of each row.
Page {
    id: root
    objectName: "import"
    function bring(files) { vm.bring(files[0]) }
    title: qsTr("Cars from a table")
    back: true
    contentMaximum: 720
    footing: foot.height
    ImportViewModel { id: vm; onFailed: text => Nav.tell(text, { tone: "danger" }) }
    PhotoDialog { id: chooser; objectName: "import.file"; title: qsTr("Choose a table"); filter: qsTr("Tables (*.csv)"); onChosen: files => root.bring(files) }
    ListView {
        id: list
        objectName: "import.rows"
        anchors { fill: parent; bottomMargin: foot.height }
        leftMargin: root.side
        rightMargin: root.side
        onLeftMarginChanged: contentX = -leftMargin // a view keeps its place when its margin changes
        bottomMargin: Theme.s4
        clip: true
        model: vm.rows
        header: Column {
            width: list.width - 2 * root.side
            spacing: Theme.s3
            bottomPadding: Theme.s3
            Card {
                width: parent.width
                spacing: Theme.s2
                Label { width: parent.width; role: "bar"; text: qsTr("How the table should look"); wrapMode: Text.WordWrap }
                Label { width: parent.width; color: Theme.inkSoft; wrapMode: Text.WordWrap; text: qsTr("A line of names, then a car a line. Needed: brand, model, year, price_rub, mileage_km, country_from. Also understood: delivery_eta_days, body_type, fuel, transmission, drive, engine_cc, hp, color, vin, description, external_id.") }
                Label { width: parent.width; role: "second"; wrapMode: Text.WordWrap; text: qsTr("Every car becomes a draft; photos come afterwards. The same file again adds nothing.") }
            }
            Banner { objectName: "import.wrong"; visible: vm.wrong !== ""; width: parent.width; tone: "danger"; iconName: "error_outline"; title: qsTr("Nothing was taken over"); text: vm.wrong }
            Banner { objectName: "import.report"; visible: vm.phase === ViewModel.Ready && vm.wrong === ""; width: parent.width; tone: vm.bad > 0 ? "warn" : "good"; iconName: vm.bad > 0 ? "report_problem" : "check_circle"; title: qsTr("Added: %1").arg(vm.added); text: qsTr("There already: %1. Not taken: %2.").arg(vm.known).arg(vm.bad) }
        }
        delegate: ListRow {
            required property var modelData
            width: list.width - 2 * root.side
            objectName: "import.row." + modelData.line
            enabled: modelData.listingId !== ""
            arrow: modelData.listingId !== ""
            opacity: 1
            iconName: modelData.outcome === "bad" ? "error_outline" : modelData.outcome === "added" ? "check_circle" : "done"
            ink: modelData.outcome === "bad" ? Theme.danger : Theme.ink
            text: qsTr("Line %1 · %2").arg(modelData.line).arg(modelData.title)
            detail: modelData.text
            detailLines: 3
            onClicked: Nav.go("myListing", { listingId: modelData.listingId })
        }
    }
    ActionBar {
        id: foot
        anchors.bottom: parent.bottom
        side: root.side
        Button { objectName: "import.choose"; width: parent.width; iconName: "upload"; kind: vm.phase === ViewModel.Ready ? "outline" : "filled"; busy: vm.busy; text: vm.phase === ViewModel.Ready ? qsTr("Choose another file") : qsTr("Choose a file"); onClicked: chooser.open() }
    }
}
