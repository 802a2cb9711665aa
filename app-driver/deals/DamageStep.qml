import QtQuick
import CarGo.Ui
import CarGo.Client
import CarGo.Camera
import CarGo.Deals
import CarGo.Driver

// Damage that is there already, pinned on a drawing: what is not told now is a dispute later. At the handover the damage of the
// pick-up lies there too, and of each further one he says whether it is new.
Column {
    id: root
    required property RunViewModel vm
    required property PhotoUploads uploads
    property var damages: []               // [{view, x, y, kind, note, photo: key or ""}]
    property bool handover: false
    property var before: []                // pins of the pick-up: [{number, view, x, y, text}]
    property string view: "left"
    property int at: -1                    // the one in the sheet
    property var place: ({ x: 0.5, y: 0.5 })
    property string photoKey
    signal changed(var damages)

    function kindText(kind) { const found = vm.damageKinds.find(entry => entry.value === kind); return found ? found.text : kind }
    function edit(index) {
        const known = damages[index]
        at = index
        place = known ? { x: known.x, y: known.y } : place
        photoKey = known ? known.photo : ""
        sheet.kind = known ? known.kind : "scratch"
        sheet.note = known ? known.note : ""
        sheet.fresh = known ? known.fresh !== false : true
        sheet.open()
    }
    spacing: Theme.s3
    Label { width: parent.width; role: "second"; wrapMode: Text.WordWrap; text: root.handover ? qsTr("Grey is what you marked at the pick-up. Touch the place of anything else that is there now.") : qsTr("Touch the place of each scratch, dent or crack. What you mark now nobody can charge to you at the handover.") }
    Choice { objectName: "damage.view"; width: parent.width; model: root.vm.views.map(view => ({ value: view, text: root.vm.viewText(view) })); value: root.view; onChosen: value => root.view = value }
    CarSketch {
        objectName: "damage.sketch"
        width: parent.width
        view: root.view
        name: root.vm.viewText(root.view)
        pins: root.before.map(pin => ({ x: pin.x, y: pin.y, view: pin.view, number: pin.number, before: true })).concat(root.damages.map((damage, index) => ({ x: damage.x, y: damage.y, view: damage.view, number: root.before.length + index + 1 }))).filter(pin => pin.view === root.view)
        onPinned: (x, y) => { root.place = { x: x, y: y }; root.edit(-1) }
        onOpened: number => { if (number > root.before.length) root.edit(number - root.before.length - 1) }
    }
    Repeater {
        model: root.before
        Label { required property var modelData; width: root.width; role: "second"; wrapMode: Text.WordWrap; text: modelData.number + ". " + [root.vm.viewText(modelData.view), modelData.text].join(", ") }
    }
    Repeater {
        model: root.damages
        ListRow {
            required property int index
            required property var modelData
            objectName: "damage.row." + index
            width: root.width
            iconName: "report_problem"
            text: (root.before.length + index + 1) + ". " + root.kindText(modelData.kind)
            detail: [root.vm.viewText(modelData.view), !root.handover ? "" : modelData.fresh ? qsTr("new") : qsTr("was there before"), modelData.note].filter(part => part).join(", ")
            onClicked: { root.view = modelData.view; root.edit(index) }
        }
    }
    Label { visible: root.damages.length === 0; width: parent.width; wrapMode: Text.WordWrap; text: root.handover ? qsTr("Nothing new marked.") : qsTr("No damage marked.") }
    DamageSheet {
        id: sheet
        objectName: "damage.sheet"
        kinds: root.vm.damageKinds
        known: root.at >= 0
        handover: root.handover
        photo: (root.uploads.count, root.uploads.of(root.photoKey).source ?? "")
        onPhotoAsked: dialog.open()
        onKept: {
            const next = root.damages.slice()
            const entry = { view: root.at >= 0 ? next[root.at].view : root.view, x: root.place.x, y: root.place.y, kind: kind, note: note.trim(), photo: root.photoKey }
            if (root.handover)
                entry.fresh = fresh
            if (root.at >= 0)
                next[root.at] = entry
            else
                next.push(entry)
            root.changed(next)
        }
        onRemoved: {
            if (root.photoKey !== "")
                root.uploads.drop(root.photoKey)
            root.changed(root.damages.filter((entry, index) => index !== root.at))
        }
    }
    TakePhoto {
        id: dialog
        title: qsTr("Photo of the damage")
        hint: qsTr("An arm's length away, the damage in the middle")
        onChosen: files => {
            const key = root.uploads.take(files[0])
            if (key !== "")
                root.photoKey = key
        }
    }
}
