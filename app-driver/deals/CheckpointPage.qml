import QtQuick
import CarGo.Ui
import CarGo.Client
import CarGo.Camera
import CarGo.Driver

// A mark on the way, made in half a minute with one hand: where, a photo, the odometer, a word. The same page tells that the car
// is there, and that the buyer is not.
Page {
    id: root
    footing: foot.height
    property string dealId
    property string what: "checkpoint"     // checkpoint, arrive, absent
    property string kind: "border"
    property string place
    property string note
    property var km: null
    readonly property bool mark: what === "checkpoint"
    readonly property string draftKey: dealId !== "" ? what + "/" + dealId : ""
    readonly property bool complete: what !== "absent" || (uploads.count > 0 && note.trim() !== "")
    function send() {
        const fields = { note: note.trim() }
        if (mark)
            fields.kind = kind
        if (place.trim() !== "")
            fields.place = place.trim()
        if (km !== null)
            fields.odometer_km = km
        draft.save()
        if (!vm.record(what, fields, draftKey))
            return
        uploads.release()
        draft.clear()
        Nav.back()
        Nav.tell(qsTr("Kept. It goes to CarGo as soon as there is a line."), { tone: "good" })
    }
    source: vm
    title: mark ? qsTr("New checkpoint") : what === "arrive" ? qsTr("I am there") : qsTr("The buyer is not there")
    back: true
    contentMaximum: 640
    RunViewModel { id: vm; dealId: root.dealId; onFailed: text => Nav.tell(text, { tone: "danger" }) }
    PhotoUploads { id: uploads; draftKey: root.draftKey; most: 20 }
    Draft { id: draft; key: root.draftKey; target: root; properties: ["kind", "place", "note", "km"]; onRestoredChanged: { where.text = root.place; words.text = root.note } }
    Flickable {
        anchors { fill: parent; bottomMargin: foot.height }
        contentHeight: body.height + Theme.s6
        Column {
            id: body
            x: root.side
            width: parent.width - 2 * root.side
            spacing: Theme.s4
            Choice { objectName: "checkpoint.kind"; visible: root.mark; width: parent.width; model: [{ value: "border", text: qsTr("Border") }, { value: "customs", text: qsTr("Customs") }, { value: "ferry", text: qsTr("Ferry") }, { value: "road", text: qsTr("Road") }, { value: "other", text: qsTr("Other") }]; value: root.kind; onChosen: value => root.kind = value }
            Banner { visible: root.what === "arrive"; width: parent.width; iconName: "schedule"; title: qsTr("The buyer gets a code and a clock"); text: qsTr("From now on he has time to look at the car and to confirm. Take photos of the car as you bring it.") }
            Banner { visible: root.what === "absent"; width: parent.width; iconName: "schedule"; title: qsTr("No money moves by this"); text: qsTr("The buyer is told at once. When he says nothing until his time is over, the car counts as handed over.") }
            PhotoGrid { objectName: "checkpoint.photos"; width: parent.width; model: uploads; most: 20; addText: qsTr("Photo"); onAdded: dialog.open(); onRemoved: key => uploads.drop(key); onRetried: key => uploads.retry(key) }
            TextField { id: where; objectName: "checkpoint.place"; width: parent.width; label: qsTr("Where"); placeholder: qsTr("Zabaikalsk, border"); maximumLength: 200; onEdited: root.place = text }
            NumberField { objectName: "checkpoint.km"; width: parent.width; label: qsTr("Odometer, km"); value: root.km === null ? NaN : root.km; to: 5000000; onEdited: root.km = isNaN(entered) ? null : entered }
            TextArea { id: words; objectName: "checkpoint.note"; width: parent.width; label: root.what === "absent" ? qsTr("What happened, since when you wait") : qsTr("Note"); maximumLength: 2000; minimumLines: 3; onEdited: root.note = text }
        }
    }
    ActionBar {
        id: foot
        anchors.bottom: parent.bottom
        side: root.side
        Button { objectName: "checkpoint.send"; visible: root.mark; width: parent.width; iconName: "place"; text: qsTr("Record it"); onClicked: root.send() }
        SlideToConfirm { objectName: "arrive.send"; visible: !root.mark; width: parent.width; enabled: root.complete; text: root.what === "arrive" ? qsTr("The car is there") : qsTr("The buyer is not there"); iconName: "flag"; onConfirmed: root.send() }
    }
    TakePhoto { id: dialog; objectName: "checkpoint.dialog"; title: root.title; onChosen: files => uploads.add(files) }
}
