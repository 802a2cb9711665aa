import QtQuick
import CarGo.Ui
import CarGo.Client
import CarGo.Driver

// The car is taken over: around it with the camera, its damage, its papers, and one pull that cannot be taken back. Every photo
// and every word is on this device at once; it is sent when there is a line.
Page {
    id: root
    footing: foot.height
    source: vm
    property string dealId
    property int step: 0
    property var shots: ({})
    property var damages: []
    property var papers: ({})
    property var flags: ({})
    property string vin
    property string note
    property var km: null
    property var keys: null
    readonly property var steps: [qsTr("Photos"), qsTr("Damage"), qsTr("Keys and papers"), qsTr("Take it over")]
    readonly property var needed: ["front", "right", "rear", "left", "odometer", "vin_plate"]
    readonly property var missing: needed.filter(angle => shots[angle] === undefined)
    readonly property bool complete: missing.length === 0 && vin.trim() !== "" && km !== null
    readonly property string draftKey: dealId !== "" ? "pickup/" + dealId : ""
    function with_(map, key, value) { const next = Object.assign({}, map); next[key] = value; return next }
    function chosen(map) { return Object.keys(map).filter(key => map[key] === true) }
    function fields() {
        const all = { vin: vin.trim(), odometer_km: km, note: note.trim() }
        all.inspection = {
            angles: Object.keys(shots).map(angle => ({ angle: angle, photo: vm.photoMark(shots[angle]) })),
            damages: damages.map(d => ({ view: d.view, x: d.x, y: d.y, kind: d.kind, note: d.note, photo: d.photo !== "" ? vm.photoMark(d.photo) : null })),
            obstructions: chosen(flags), papers: chosen(papers), keys: keys }
        return all
    }
    function send() {
        draft.save()
        if (!vm.record("start", fields(), draftKey))
            return
        uploads.release()
        draft.clear()
        Nav.back()
        Nav.tell(qsTr("Kept. It goes to CarGo as soon as there is a line."), { tone: "good" })
    }
    title: qsTr("Pick-up")
    back: true
    contentMaximum: 720
    RunViewModel { id: vm; dealId: root.dealId; onFailed: text => Nav.tell(text, { tone: "danger" }) }
    PhotoUploads { id: uploads; draftKey: root.draftKey; most: 30; onNotTaken: text => Nav.tell(text, { tone: "danger" }) }
    Draft { id: draft; key: root.draftKey; target: root; properties: ["step", "shots", "damages", "papers", "flags", "vin", "note", "km", "keys"]; onRestoredChanged: { papersStep.vin = root.vin; papersStep.note = root.note } }
    Flickable {
        id: scroll
        objectName: "pickup.scroll"
        anchors { fill: parent; bottomMargin: foot.height }
        contentHeight: body.height + Theme.s6
        Column {
            id: body
            x: root.side
            width: parent.width - 2 * root.side
            spacing: Theme.s4
            StepProgress { width: parent.width; steps: root.steps; current: root.step; onStepped: to => root.step = to }
            SidesStep { visible: root.step === 0; width: parent.width; vm: vm; uploads: uploads; shots: root.shots; needed: root.needed; onTaken: (angle, key) => { if (root.shots[angle] !== undefined) uploads.drop(root.shots[angle]); root.shots = root.with_(root.shots, angle, key); draft.save() } }
            DamageStep { visible: root.step === 1; width: parent.width; vm: vm; uploads: uploads; damages: root.damages; onChanged: damages => root.damages = damages }
            PapersStep {
                id: papersStep
                visible: root.step === 2
                width: parent.width
                vm: vm
                km: root.km === null ? NaN : root.km
                keys: root.keys === null ? NaN : root.keys
                papers: root.papers
                flags: root.flags
                onKmEntered: km => root.km = isNaN(km) ? null : km
                onKeysEntered: keys => root.keys = isNaN(keys) ? null : keys
                onPaperToggled: (paper, on) => root.papers = root.with_(root.papers, paper, on)
                onFlagToggled: (flag, on) => root.flags = root.with_(root.flags, flag, on)
                onVinChanged: root.vin = vin
                onNoteChanged: root.note = note
            }
            Card {
                visible: root.step === 3
                width: parent.width
                spacing: Theme.s2
                FactRow { width: parent.width; name: qsTr("Photos"); value: qsTr("%n photo(s)", "", uploads.count) }
                FactRow { width: parent.width; name: qsTr("Damage"); value: root.damages.length > 0 ? qsTr("%n place(s)", "", root.damages.length) : qsTr("none marked") }
                FactRow { width: parent.width; name: qsTr("VIN"); value: root.vin || qsTr("missing") }
                FactRow { width: parent.width; name: qsTr("Odometer"); value: root.km === null ? qsTr("missing") : qsTr("%1 km").arg(root.km) }
            }
            Banner { objectName: "pickup.missing"; visible: root.step === 3 && !root.complete; width: parent.width; tone: "warn"; title: qsTr("Still missing"); text: [root.missing.length > 0 ? qsTr("Photos: %1").arg(root.missing.map(angle => vm.angleText(angle)).join(", ")) : "", root.vin.trim() === "" ? qsTr("The VIN in letters and digits") : "", root.km === null ? qsTr("The odometer in km") : ""].filter(line => line !== "").join("\n") }
            Banner { visible: root.step === 3 && root.complete; width: parent.width; iconName: "lock"; title: qsTr("From now on the car is in your hands"); text: qsTr("The bank takes the buyer's money into the deal. What you recorded cannot be changed afterwards, by nobody.") }
        }
    }
    ActionBar {
        id: foot
        anchors.bottom: parent.bottom
        side: root.side
        ButtonRow {
            id: ways
            visible: root.step < 3
            width: parent.width
            Button { objectName: "pickup.back"; visible: root.step > 0; width: ways.cell; kind: "outline"; text: qsTr("Back"); onClicked: root.step -= 1 }
            Button { objectName: "pickup.next"; width: ways.cell; text: qsTr("Next"); onClicked: { root.step += 1; scroll.contentY = 0 } }
        }
        SlideToConfirm { objectName: "pickup.send"; visible: root.step === 3; width: parent.width; enabled: root.complete; text: qsTr("I take the car over"); iconName: "vpn_key"; onConfirmed: root.send() }
    }
}
