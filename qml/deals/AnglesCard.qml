import QtQuick
import QtQuick.Templates as T
import CarGo.Ui
import CarGo.Client

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
    function urlOf(at) {
        for (let row = 0; row < uploads.count; ++row)
            if (uploads.get(row).key === mine[at])
                return uploads.get(row).source
        return ""
    }
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
        Item {
            id: pair
            required property int index
            required property url modelData
            readonly property url taken: (uploads.count, root.mine, root.urlOf(index))
            readonly property real half: Math.floor((width - Theme.s2) / 2)
            width: root.width - 2 * root.padding
            height: Math.round(half * 0.7)
            component Side: T.AbstractButton {
                id: side
                width: pair.half
                height: pair.height
                focusPolicy: Qt.StrongFocus
                hoverEnabled: Qt.styleHints.useHoverEffects
                Accessible.role: Accessible.Button
                Accessible.name: text
            }
            Side {
                id: then
                objectName: "angle.then." + pair.index
                text: qsTr("At the pick-up, photo %1").arg(pair.index + 1)
                contentItem: Item {
                    Photo { anchors.fill: parent; radius: Theme.radiusPhoto; source: pair.modelData }
                    PhotoTag { anchors { left: parent.left; bottom: parent.bottom; margins: 6 } text: root.moment }
                }
                background: Item { FocusRing { target: then; corner: Theme.radiusPhoto } }
                onClicked: root.opened(pair.index)
            }
            Side {
                id: now
                objectName: "angle." + pair.index
                x: pair.half + Theme.s2
                enabled: pair.taken.toString() !== "" || uploads.count < 10
                text: pair.taken.toString() !== "" ? qsTr("Your photo %1, compare").arg(pair.index + 1) : qsTr("Take photo %1 from the same side").arg(pair.index + 1)
                contentItem: Item {
                    Photo { visible: pair.taken.toString() !== ""; anchors.fill: parent; radius: Theme.radiusPhoto; source: pair.taken }
                    PhotoTag { visible: pair.taken.toString() !== ""; anchors { left: parent.left; bottom: parent.bottom; margins: 6 } text: qsTr("now") }
                    Column {
                        visible: pair.taken.toString() === ""
                        anchors.centerIn: parent
                        width: parent.width - Theme.s4
                        spacing: Theme.s1
                        Icon { anchors.horizontalCenter: parent.horizontalCenter; name: "add_a_photo"; color: Theme.brand }
                        Label { width: parent.width; role: "caption"; color: Theme.brand; horizontalAlignment: Text.AlignHCenter; wrapMode: Text.WordWrap; text: qsTr("Same side"); Accessible.ignored: true }
                    }
                }
                background: Rectangle {
                    radius: Theme.radiusPhoto
                    color: now.hovered || now.down ? Theme.sunken : "transparent"
                    border.width: Theme.hairline
                    border.color: Theme.frame
                    FocusRing { target: now; corner: Theme.radiusPhoto }
                }
                onClicked: { sheet.index = pair.index; sheet.open() }
            }
        }
    }
    Button { objectName: "angles.all"; visible: !root.all && root.photos.length > root.few; width: parent.width; kind: "text"; text: qsTr("All %n photo(s)", "", root.photos.length); onClicked: root.all = true }
    Label { role: "second"; width: parent.width; wrapMode: Text.WordWrap; text: root.detail }
    AngleSheet {
        id: sheet
        moment: root.moment
        before: root.photos[index] ?? ""
        now: (uploads.count, root.mine, root.urlOf(index))
        onAsked: { root.asked = index; dialog.open() }
        onDropped: { root.set(index, ""); close() }
    }
    PhotoDialog { id: dialog; onChosen: files => root.add(root.asked, files) }
}
