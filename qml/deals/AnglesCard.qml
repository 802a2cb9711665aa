import QtQuick
import CarGo.Ui
import CarGo.Client
import CarGo.Camera

// The photos of the pick-up, and beside each the one that the buyer takes from the same side. His are kept on this device
// and stand in the report of a problem, if there is one.
Card {
    id: root
    property string dealId
    property var photos: []                // of the pick-up
    property string moment                 // of it: short, and with the odometer
    property string detail
    property var mine: ({})                // by the place of a photo: the key of the buyer's; the page keeps it
    property bool active: true             // this page is looked at: only one place may send the photos
    property bool over: false              // there is nothing left to report
    property int few: 3
    property bool all: false
    property int asked: -1                 // for which one a photo is being chosen
    signal opened(int at)
    signal matched(var mine)

    // Photos that were dropped where the report is written are gone here too.
    function urlOf(at) { return (uploads.count, uploads.of(mine[at] ?? "").source ?? "") }
    function set(at, key) {
        const next = Object.assign({}, mine)
        if (next[at] !== undefined)
            uploads.drop(next[at])
        if (key === "")
            delete next[at]
        else
            next[at] = key
        matched(next)
    }
    function add(at, files) {
        const before = uploads.count
        uploads.add(files.slice(0, 1))
        if (uploads.count > before)
            set(at, uploads.get(uploads.count - 1).key)
    }
    onOverChanged: if (over) uploads.clear()

    objectName: "handover.angles"
    spacing: Theme.s3
    PhotoUploads { id: uploads; draftKey: root.active && root.dealId !== "" ? "dispute/" + root.dealId : "" }
    Label { role: "bar"; width: parent.width; wrapMode: Text.WordWrap; text: qsTr("As it was at the pick-up") }
    Label { role: "second"; width: parent.width; wrapMode: Text.WordWrap; text: qsTr("Take each side as the driver took it, and compare. Your photos stay on this device and go with a report, if there is one.") }
    Repeater {
        model: root.all ? root.photos : root.photos.slice(0, root.few)
        AnglePair {
            required property int index
            required property url modelData
            key: index
            width: root.width - 2 * root.padding
            height: implicitHeight
            before: modelData
            after: root.urlOf(index)
            beforeTag: root.moment
            beforeText: qsTr("At the pick-up, photo %1").arg(index + 1)
            afterText: taken ? qsTr("Your photo %1, compare").arg(index + 1) : qsTr("Take photo %1 from the same side").arg(index + 1)
            takes: true
            room: uploads.count < 10
            onBeforeOpened: root.opened(index)
            onAfterOpened: { sheet.index = index; sheet.open() }
        }
    }
    Button { objectName: "angles.all"; visible: !root.all && root.photos.length > root.few; width: parent.width; kind: "text"; text: qsTr("All %n photo(s)", "", root.photos.length); onClicked: root.all = true }
    Label { role: "second"; width: parent.width; wrapMode: Text.WordWrap; text: root.detail }
    AngleSheet {
        id: sheet
        moment: root.moment
        before: root.photos[index] ?? ""
        now: root.urlOf(index)
        onAsked: { root.asked = index; dialog.open() }
        onDropped: { root.set(index, ""); close() }
    }
    TakePhoto { id: dialog; objectName: "angles.camera"; title: qsTr("The same side"); hint: qsTr("Stand so that the car covers the older photo"); subject: "car"; ghost: root.photos[root.asked] ?? ""; onChosen: files => root.add(root.asked, files) }
}
