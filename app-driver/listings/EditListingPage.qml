import QtQuick
import CarGo.Ui
import CarGo.Client
import CarGo.Driver

// Writing a listing, step by step. Everything typed is kept on the device as it is typed: a phone that dies goes on here.
Page {
    id: root
    property string listingId              // empty: a new one
    readonly property string draftKey: "listing/" + (listingId !== "" ? listingId : "new")
    property int step: 0
    readonly property var fields: [["vin", "brand", "model", "year", "mileage_km", "country_from"], ["body_type", "fuel", "transmission", "drive", "engine_cc", "power_hp", "color"], [], ["price", "delivery_eta_days", "description"]]
    readonly property bool last: step === fields.length - 1
    title: listingId !== "" ? qsTr("Change the listing") : qsTr("New listing")
    back: true
    contentMaximum: 640
    footing: foot.height
    function go(to) {
        if (to > step && fields[step].length > 0 && !vm.check(fields[step])) {
            Nav.tell(qsTr("Something is missing or wrong on this step"), { tone: "danger" })
            return
        }
        step = to
        flick.contentY = 0
    }
    function save() {
        if (!vm.check([])) {
            const wrong = root.fields.findIndex(list => list.some(field => vm.errors[field] !== undefined))
            if (wrong >= 0)
                step = wrong
            Nav.tell(qsTr("Something is missing or wrong on this step"), { tone: "danger" })
        } else if (!uploads.settled) {
            Nav.tell(qsTr("Photos are still on their way. They need a line."))
        } else {
            vm.save(uploads.mediaIds())
        }
    }
    ListingFormViewModel {
        id: vm
        listingId: root.listingId
        // A photo that was taken away before the app was closed stays away.
        onLoaded: photos.filter(photo => !draft.restored || uploads.order.indexOf(photo.mediaId) >= 0).forEach(photo => uploads.addKnown(photo.mediaId, photo.source))
        onFailed: text => Nav.tell(text, { tone: "danger" })
        onSaved: id => { uploads.clear(); draft.clear(); Nav.replace("myListing", { listingId: id }) }
    }
    PhotoUploads { id: uploads; draftKey: root.draftKey; most: 40 }
    property alias form: vm.form
    property alias photoOrder: uploads.order
    Draft { id: draft; objectName: "edit.draft"; target: root; key: root.draftKey; properties: ["form", "step", "photoOrder"] }

    SkeletonPage { visible: vm.phase === ViewModel.Loading; x: root.side; width: parent.width - 2 * root.side; photo: false }
    ErrorState { visible: vm.phase === ViewModel.Failed; anchors.centerIn: parent; trouble: vm.trouble; onRetry: vm.reload(); onBack: Nav.back(); onSignIn: Nav.askSignIn() }
    Flickable {
        id: flick
        objectName: "edit.scroll"
        visible: vm.phase === ViewModel.Ready
        anchors { fill: parent; bottomMargin: foot.height }
        contentHeight: column.height + Theme.s6
        Column {
            id: column
            x: root.side
            width: parent.width - 2 * root.side
            spacing: Theme.s4
            StepProgress { width: parent.width; steps: [qsTr("Car"), qsTr("Details"), qsTr("Photos"), qsTr("Price and words")]; current: root.step; onStepped: to => root.go(to) }
            Banner { objectName: "edit.restored"; visible: draft.restored && root.step > 0; width: parent.width; iconName: "history"; text: qsTr("You go on where you were.") }
            EditCar { visible: root.step === 0; width: parent.width; vm: vm }
            EditDetails { visible: root.step === 1; width: parent.width; vm: vm }
            EditPhotos { visible: root.step === 2; width: parent.width; uploads: uploads }
            EditPrice { visible: root.step === 3; width: parent.width; vm: vm }
        }
    }
    ActionBar {
        id: foot
        visible: vm.phase === ViewModel.Ready
        anchors.bottom: parent.bottom
        side: root.side
        ButtonRow {
            width: parent.width
            Button { objectName: "edit.back"; visible: root.step > 0; width: parent.cell; kind: "outline"; text: qsTr("Back"); onClicked: root.go(root.step - 1) }
            Button { objectName: "edit.next"; visible: !root.last; width: parent.cell; text: qsTr("Next"); onClicked: root.go(root.step + 1) }
            Button { objectName: "edit.save"; visible: root.last; width: parent.cell; text: qsTr("Save and look"); busy: vm.busy; onClicked: root.save() }
        }
    }
}
