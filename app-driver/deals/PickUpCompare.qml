import QtQuick
import CarGo.Ui
import CarGo.Client
import CarGo.Driver

// The car as it was taken over: its photos and the damage that was there, beside what the buyer shows now.
Card {
    id: root
    required property RunViewModel vm
    readonly property var pickUp: {
        for (let at = vm.checkpoints.count - 1; at >= 0; --at)
            if (vm.checkpoints.get(at).iconName === "vpn_key")
                return vm.checkpoints.get(at)
        return null
    }
    readonly property var pins: pickUp && pickUp.inspection.pins !== undefined ? pickUp.inspection.pins : []
    readonly property var views: pins.map(pin => pin.view).filter((view, at, all) => all.indexOf(view) === at)
    signal photoOpened(var photos, int at)

    objectName: "meet.pickup"
    visible: pickUp !== null
    spacing: Theme.s3
    Label { role: "bar"; width: parent.width; wrapMode: Text.WordWrap; text: qsTr("As you took it over") }
    Label { width: parent.width; role: "second"; wrapMode: Text.WordWrap; text: root.pickUp ? [root.pickUp.moment, root.pickUp.detail].filter(part => part).join(" · ") : "" }
    PhotoRow { visible: root.pickUp !== null && root.pickUp.photos.length > 0; width: parent.width; photos: root.pickUp ? root.pickUp.photos : []; onOpened: at => root.photoOpened(root.pickUp.photos, at) }
    Repeater {
        model: root.views
        CarSketch {
            required property string modelData
            width: root.width - 2 * root.padding
            view: modelData
            name: root.vm.viewText(modelData)
            editable: false
            pins: root.pins.map((pin, index) => ({ view: pin.view, x: pin.x, y: pin.y, number: index + 1 })).filter(pin => pin.view === modelData)
        }
    }
    Repeater {
        model: root.pins
        Label { required property int index; required property var modelData; width: root.width - 2 * root.padding; wrapMode: Text.WordWrap; text: (index + 1) + ". " + [modelData.kind, modelData.note].filter(part => part).join(", ") }
    }
}
