import QtQuick
import CarGo.Ui
import CarGo.Client
import CarGo.Deals
import CarGo.Driver

// Before the buyer's code: the same sides as at the pick-up, each beside what it was, and damage that has come since. Kept on this
// device at once, sent when there is a line.
Page {
    id: root
    footing: foot.height
    source: vm
    property string dealId
    property int step: 0
    property var shots: ({})               // angle: key of its photo
    property var damages: []               // as in DamageStep
    property alias asked: camera.asked     // the side that is looked at or photographed
    readonly property string draftKey: dealId !== "" ? "check/" + dealId : ""
    // Of a pick-up that was recorded without its sides there is nothing to compare with; the sides are the same.
    readonly property var sides: vm.compared.pairs && vm.compared.pairs.length > 0 ? vm.compared.pairs : vm.angles.map(angle => ({ angle: angle, name: vm.angleText(angle), before: "", pins: [] }))
    readonly property int taken: sides.filter(side => shots[side.angle] !== undefined).length
    readonly property var current: sides.find(side => side.angle === asked) ?? ({})
    readonly property var before: (vm.compared.pins ?? []).filter(pin => !pin.fresh)
    function urlOf(angle) { return (uploads.count, uploads.of(shots[angle] ?? "").source ?? "") }
    function set(angle, key) {
        const next = Object.assign({}, shots)
        if (next[angle] !== undefined)
            uploads.drop(next[angle])
        if (key === "")
            delete next[angle]
        else
            next[angle] = key
        shots = next
        draft.save()
    }
    function fields() {
        return { kind: "handover", inspection: {
            angles: Object.keys(shots).map(angle => ({ angle: angle, photo: vm.photoMark(shots[angle]) })),
            damages: damages.map(d => ({ view: d.view, x: d.x, y: d.y, kind: d.kind, note: d.note, new: d.fresh, photo: d.photo !== "" ? vm.photoMark(d.photo) : null })) } }
    }
    function send() {
        draft.save()
        if (!vm.record("handover", fields(), draftKey))
            return
        uploads.release()
        draft.clear()
        Nav.back()
        Nav.tell(qsTr("Kept. It goes to CarGo as soon as there is a line."), { tone: "good" })
    }
    title: qsTr("The car at the handover")
    back: true
    contentMaximum: 720
    RunViewModel { id: vm; dealId: root.dealId; onFailed: text => Nav.tell(text, { tone: "danger" }) }
    PhotoUploads { id: uploads; draftKey: root.draftKey; most: 30; onNotTaken: text => Nav.tell(text, { tone: "danger" }) }
    Draft { id: draft; key: root.draftKey; target: root; properties: ["step", "shots", "damages"] }
    SkeletonPage { visible: vm.phase === ViewModel.Loading; x: root.side; width: parent.width - 2 * root.side; photo: false }
    ErrorState { visible: vm.phase === ViewModel.Failed; anchors.centerIn: parent; trouble: vm.trouble; onRetry: vm.reload(); onBack: Nav.back(); onSignIn: Nav.askSignIn() }
    Flickable {
        id: scroll
        objectName: "check.scroll"
        visible: vm.phase === ViewModel.Ready
        anchors { fill: parent; bottomMargin: foot.height }
        contentHeight: body.height + Theme.s6
        Column {
            id: body
            x: root.side
            width: parent.width - 2 * root.side
            spacing: Theme.s4
            StepProgress { width: parent.width; steps: [qsTr("The same sides"), qsTr("Damage")]; current: root.step; onStepped: to => root.step = to }
            Column {
                visible: root.step === 0
                width: parent.width
                spacing: Theme.s3
                Label { width: parent.width; role: "second"; wrapMode: Text.WordWrap; text: qsTr("Stand where you stood at the pick-up. A side that looks the same in both photos is no matter of dispute.") }
                Label { objectName: "check.taken"; width: parent.width; role: "label"; text: qsTr("%1 of %2 sides taken").arg(root.taken).arg(root.sides.length) }
                Repeater {
                    model: root.sides
                    Column {
                        id: one
                        required property var modelData
                        width: body.width
                        spacing: Theme.s1
                        Label { width: parent.width; role: "caption"; wrapMode: Text.WordWrap; text: one.modelData.name }
                        AnglePair {
                            key: one.modelData.angle
                            width: parent.width
                            height: implicitHeight
                            before: one.modelData.before
                            after: root.urlOf(one.modelData.angle)
                            beforeTag: vm.compared.day ?? ""
                            beforeText: qsTr("%1 at the pick-up").arg(one.modelData.name)
                            afterText: taken ? qsTr("%1 now, compare").arg(one.modelData.name) : qsTr("%1: take it from the same side").arg(one.modelData.name)
                            takes: true
                            room: uploads.count < 30
                            pins: one.modelData.pins.filter(pin => !pin.fresh)
                            onBeforeOpened: { root.asked = key; sheet.open() }
                            onAfterOpened: { root.asked = key; if (taken) sheet.open(); else camera.open() }
                        }
                    }
                }
            }
            DamageStep { visible: root.step === 1; width: parent.width; vm: vm; uploads: uploads; handover: true; before: root.before; damages: root.damages; onChanged: damages => root.damages = damages }
            Banner { objectName: "check.none"; visible: root.step === 1 && root.taken === 0; width: parent.width; tone: "warn"; title: qsTr("Still missing"); text: qsTr("At least one photo of the car.") }
        }
    }
    AngleSheet {
        id: sheet
        name: root.current.name ?? ""
        moment: vm.compared.moment ?? ""
        before: root.current.before ?? ""
        now: root.urlOf(root.asked)
        pins: (root.current.pins ?? []).filter(pin => !pin.fresh)
        advice: qsTr("Move the slider: what jumps is new. Mark it in the next step.")
        onAsked: { close(); camera.open() }
        onDropped: { root.set(root.asked, ""); close() }
    }
    SideCamera { id: camera; objectName: "check.camera"; vm: vm; uploads: uploads; order: root.sides.map(side => side.angle); shots: root.shots; ghost: root.current.before ?? ""; onTaken: (angle, key) => root.set(angle, key) }
    ActionBar {
        id: foot
        visible: vm.phase === ViewModel.Ready
        anchors.bottom: parent.bottom
        side: root.side
        Button { objectName: "check.next"; visible: root.step === 0; width: parent.width; text: qsTr("Next"); onClicked: { root.step = 1; scroll.contentY = 0 } }
        ButtonRow {
            id: ways
            visible: root.step === 1
            width: parent.width
            Button { objectName: "check.back"; width: ways.cell; kind: "outline"; text: qsTr("Back"); onClicked: root.step = 0 }
            Button { objectName: "check.send"; width: ways.cell; enabled: root.taken > 0; iconName: "fact_check"; text: qsTr("Record it"); onClicked: root.send() }
        }
    }
}
