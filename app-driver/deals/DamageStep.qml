import QtQuick
import CarGo.Ui
import CarGo.Client
import CarGo.Driver

// Damage that is there already, pinned on a drawing: what is not told now is a dispute later.
Column {
    id: root
    required property RunViewModel vm
    required property PhotoUploads uploads
    property var damages: []               // [{view, x, y, kind, note, photo: key or ""}]
    property string view: "left"
    property int at: -1                    // the one in the sheet
    property var place: ({ x: 0.5, y: 0.5 })
    property string photoKey
    signal changed(var damages)

    function kindText(kind) { const found = vm.damageKinds.find(entry => entry.value === kind); return found ? found.text : kind }
    function urlOf(key) {
        for (let row = 0; row < uploads.count; ++row)
            if (uploads.get(row).key === key)
                return uploads.get(row).source
        return ""
    }
    function edit(index) {
        const known = damages[index]
        at = index
        place = known ? { x: known.x, y: known.y } : place
        photoKey = known ? known.photo : ""
        sheet.kind = known ? known.kind : "scratch"
        sheet.note = known ? known.note : ""
        sheet.open()
    }
    spacing: Theme.s3
    Label { width: parent.width; role: "second"; wrapMode: Text.WordWrap; text: qsTr("Touch the place of each scratch, dent or crack. What you mark now nobody can charge to you at the handover.") }
    Choice { objectName: "damage.view"; width: parent.width; model: root.vm.views.map(view => ({ value: view, text: root.vm.viewText(view) })); value: root.view; onChosen: value => root.view = value }
    CarSketch {
        objectName: "damage.sketch"
        width: parent.width
        view: root.view
        name: root.vm.viewText(root.view)
        pins: root.damages.map((damage, index) => ({ x: damage.x, y: damage.y, view: damage.view, number: index + 1 })).filter(pin => pin.view === root.view)
        onPinned: (x, y) => { root.place = { x: x, y: y }; root.edit(-1) }
        onOpened: number => root.edit(number - 1)
    }
    Repeater {
        model: root.damages
        ListRow {
            required property int index
            required property var modelData
            objectName: "damage.row." + index
            width: root.width
            iconName: "report_problem"
            text: (index + 1) + ". " + root.kindText(modelData.kind)
            detail: [root.vm.viewText(modelData.view), modelData.note].filter(part => part).join(", ")
            onClicked: { root.view = modelData.view; root.edit(index) }
        }
    }
    Label { visible: root.damages.length === 0; width: parent.width; wrapMode: Text.WordWrap; text: qsTr("No damage marked.") }
    DamageSheet {
        id: sheet
        objectName: "damage.sheet"
        kinds: root.vm.damageKinds
        known: root.at >= 0
        photo: (root.uploads.count, root.urlOf(root.photoKey))
        onPhotoAsked: dialog.open()
        onKept: {
            const next = root.damages.slice()
            const entry = { view: root.at >= 0 ? next[root.at].view : root.view, x: root.place.x, y: root.place.y, kind: kind, note: note.trim(), photo: root.photoKey }
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
    PhotoDialog {
        id: dialog
        onChosen: files => {
            const key = root.uploads.take(files[0])
            if (key !== "")
                root.photoKey = key
        }
    }
}
