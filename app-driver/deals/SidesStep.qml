import QtQuick
import CarGo.Ui
import CarGo.Client
import CarGo.Driver

// Around the car, side by side: where to stand for each photo; any of them may be taken again.
Column {
    id: root
    required property RunViewModel vm
    required property PhotoUploads uploads
    property var shots: ({})               // angle: key of its photo
    property var needed: []
    readonly property int columns: width >= 560 ? 4 : width >= 420 ? 3 : 2
    property alias asked: dialog.asked     // the one that is photographed
    signal taken(string angle, string key)

    spacing: Theme.s3
    Label { width: parent.width; role: "second"; wrapMode: Text.WordWrap; text: qsTr("Walk around the car once. Each photo is kept on this device at once; nothing is lost when the app ends.") }
    Grid {
        columns: root.columns
        columnSpacing: Theme.s3
        rowSpacing: Theme.s3
        Repeater {
            model: root.vm.angles
            AngleTile {
                required property string modelData
                readonly property var kept: (root.uploads.count, root.uploads.of(root.shots[modelData] ?? ""))
                objectName: "angle." + modelData
                width: Math.floor((root.width - (root.columns - 1) * Theme.s3) / root.columns)
                angle: modelData
                text: root.vm.angleText(modelData)
                photo: kept.source ?? ""
                state_: kept.state ?? ""
                needed: root.needed.indexOf(modelData) >= 0
                onClicked: { root.asked = modelData; dialog.open() }
            }
        }
    }
    SideCamera { id: dialog; objectName: "sides.dialog"; vm: root.vm; uploads: root.uploads; order: root.vm.angles; shots: root.shots; onTaken: (angle, key) => root.taken(angle, key) }
}
