import QtQuick
import CarGo.Client
import CarGo.Camera
import CarGo.Driver

// The camera for the sides of a car, one after the other in the order of the walk.
TakePhoto {
    id: root
    required property RunViewModel vm
    required property PhotoUploads uploads
    property var order: []                 // angles
    property var shots: ({})               // those that are taken
    property string asked
    signal taken(string angle, string key)

    title: vm.angleText(asked)
    hint: ghost.toString() !== "" ? qsTr("Stand so that the car covers the older photo") : vm.angleHint(asked)
    subject: ["odometer", "vin_plate"].indexOf(asked) >= 0 ? "plate" : ["interior", "engine"].indexOf(asked) >= 0 ? "free" : "car"
    angle: asked
    onChosen: files => {
        const key = uploads.take(files[0])
        if (key === "")
            return                         // the disk is full, and that is told
        taken(asked, key)
        const at = order.indexOf(asked), next = order.slice(at + 1).concat(order.slice(0, at)).find(angle => shots[angle] === undefined)
        if (!looked || next === undefined)
            return
        asked = next
        goesOn = true
    }
}
